# SPDX-License-Identifier: MIT
"""Places that take no save: each has its sentence."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

from model import sibling
from tests.faults.terrain import COLLEAGUE, DRAFT, Ground, Place, deep, give, mark, mount_read_only, only_root

NO_RIGHT, IS_READ_ONLY, NO_FILE = "没有权限", "只读", "不是普通文件"
NOT_THERE, TOO_LONG, CHANGED = "文件或文件夹不存在", "文件名太长", "改动或移走"
LONGEST_PATH = 4095  # bytes


def read_only_folder(ground: Ground) -> Path:
    ground.write()
    ground.folder.chmod(0o555)
    return ground.draft


def locked_folder(ground: Ground) -> Path:
    path = ground.write(ground.folder / "锁着" / DRAFT)
    path.parent.chmod(0)
    return path


def a_colleagues_file(ground: Ground) -> Path:
    return give(ground.write(), COLLEAGUE, COLLEAGUE, 0o644)


def a_colleagues_file_in_a_sticky_folder(ground: Ground) -> Path:
    give(ground.folder, COLLEAGUE, COLLEAGUE, 0o1777)
    return give(ground.write(), COLLEAGUE, COLLEAGUE, 0o666)


def read_only_mount(ground: Ground) -> Path:
    path = ground.write()
    mount_read_only(ground.folder)
    return path


def immutable_folder(ground: Ground) -> Path:
    mark(ground.write(ground.folder / "定" / DRAFT).parent, "i")
    return ground.folder / "定" / DRAFT


def folder(ground: Ground) -> Path:
    ground.draft.mkdir()
    return ground.draft


def pipe(ground: Ground) -> Path:
    os.mkfifo(ground.draft)
    return ground.draft


def listening(ground: Ground) -> Path:
    home = os.getcwd()
    os.chdir(ground.folder)  # the path of a socket is short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(DRAFT)
    os.chdir(home)
    return ground.draft


def link(ground: Ground, to: str) -> Path:
    ground.draft.symlink_to(to)
    return ground.draft


def link_to_a_device(ground: Ground) -> Path:
    """Lead to a device that nobody else needs: if the program did replace it, it would be gone."""
    only_root()
    os.mknod(ground.folder / "设备", 0o666 | stat.S_IFCHR, os.makedev(1, 7))  # as /dev/full
    return link(ground, "设备")


def loop(ground: Ground) -> Path:
    (ground.folder / "a").symlink_to("b")
    (ground.folder / "b").symlink_to("a")
    return ground.folder / "a"


def below_a_file(ground: Ground) -> Path:
    return ground.write() / DRAFT


def beyond_the_longest_path(ground: Ground) -> Path:
    return deep(ground.folder, LONGEST_PATH - 200) / ("长" * 80 + ".json")


def no_room_for_a_sibling(ground: Ground) -> Path:
    return deep(ground.folder, LONGEST_PATH - 10) / "a.json"


# Meanwhile


def vanish(ground: Ground) -> None:
    ground.changes_files = True
    ground.draft.unlink()


def once_read_back(act: Callable[[Ground, str], None]) -> Callable[[Ground], None]:
    """Do something while a save goes on: when the new file was written, and is about to be read back."""

    def meanwhile(ground: Ground) -> None:
        verify, ground.changes_files = sibling.verify, True

        def verified(path: str, content: bytes) -> int:
            sibling.verify = verify
            told = verify(path, content)
            act(ground, path)
            return told

        sibling.verify = verified

    return meanwhile


def vanish_now(ground: Ground, path: str) -> None:
    ground.draft.unlink()


def change_now(ground: Ground, path: str) -> None:
    ground.draft.write_bytes(b"somebody else's")


def exchange_folder(ground: Ground, path: str) -> None:
    ground.folder.rename(ground.folder.with_name("moved"))
    ground.folder.mkdir()


def remove_sibling(ground: Ground, path: str) -> None:
    os.unlink(path)


def exchange_sibling(ground: Ground) -> None:
    """Put a link where the new file was written, before it is read back."""
    verify, secret, ground.changes_files = sibling.verify, ground.folder / "秘密", True
    secret.write_bytes(b"secret")

    def verified(path: str, content: bytes) -> int:
        sibling.verify = verify
        os.unlink(path)
        os.symlink(secret, path)
        return verify(path, content)

    sibling.verify = verified


def take_sibling(ground: Ground) -> None:
    """Put a link where the new file will be written, though nobody can guess its name."""
    (ground.folder / "秘密").write_bytes(b"secret")
    ground.changes_files = True
    os.symlink(ground.folder / "秘密", ground.folder / f".zpb-{'00' * 8}.tmp")
    sibling.os.urandom = bytes


def secret_is_kept(ground: Ground) -> str:
    is_kept = (ground.folder / "秘密").read_bytes() == b"secret" and ground.is_old(ground.draft)
    return "" if is_kept else "a link was followed, or the draft written"


def somebody_elses_is_kept(ground: Ground) -> str:
    return "" if ground.draft.read_bytes() == b"somebody else's" else "somebody's change is gone"


def old_is_in_the_moved_folder(ground: Ground) -> str:
    return "" if ground.is_old(ground.folder.with_name("moved") / DRAFT) else "the old file is gone"


def old_is_there(ground: Ground) -> str:
    return "" if ground.is_old(ground.draft) else "the old file is gone"


REFUSING = (
    Place("read-only folder", read_only_folder, NO_RIGHT, as_clerk=True),
    Place("locked folder", locked_folder, NO_RIGHT, as_clerk=True),
    Place("read-only file", lambda ground: ground.write(mode=0o444), IS_READ_ONLY),
    Place("a colleague's file", a_colleagues_file, NO_RIGHT, as_clerk=True),
    Place("sticky folder", a_colleagues_file_in_a_sticky_folder, NO_RIGHT, as_clerk=True),
    Place("read-only mount", read_only_mount, IS_READ_ONLY),
    Place("immutable file", lambda ground: mark(ground.write(), "i"), NO_RIGHT),
    Place("append-only file", lambda ground: mark(ground.write(), "a"), NO_RIGHT),
    Place("immutable folder", immutable_folder, NO_RIGHT),
    Place("missing folder", lambda ground: ground.folder / "没有" / DRAFT, NOT_THERE),
    Place("a folder itself", folder, NO_FILE),
    Place("a folder's parent", lambda ground: ground.folder / "..", NO_FILE),
    Place("a pipe", pipe, NO_FILE),
    Place("a socket", listening, NO_FILE),
    Place("a link to a device", link_to_a_device, NO_FILE),
    Place("a loop of links", loop, "链接互相指向"),
    Place("a link into a missing folder", partial(link, to="没有/a.json"), NOT_THERE),
    Place("below a file", below_a_file, "不是文件夹"),
    Place("a name of 256 bytes", lambda ground: ground.folder / ("x" * 251 + ".json"), TOO_LONG),
    Place("a path beyond the longest", beyond_the_longest_path, TOO_LONG),
    Place("no room for a sibling", no_room_for_a_sibling, TOO_LONG),
    Place("a name with a zero", lambda ground: ground.folder / "a\0b.json", "不能用的字符"),
    Place("half a character", lambda ground: ground.folder / "\ud83d.json", "不能用的字符"),
    Place("vanished since it was opened", Ground.write, CHANGED, meanwhile=vanish),
    Place("vanishes while it is saved", Ground.write, CHANGED, meanwhile=once_read_back(vanish_now)),
    Place(
        "changes while it is saved",
        Ground.write,
        CHANGED,
        check=somebody_elses_is_kept,
        meanwhile=once_read_back(change_now),
    ),
    Place(
        "folder exchanged while it is saved",
        Ground.write,
        CHANGED,
        check=old_is_in_the_moved_folder,
        meanwhile=once_read_back(exchange_folder),
    ),
    Place(
        "sibling removed while it is saved",
        Ground.write,
        NOT_THERE,
        check=old_is_there,
        meanwhile=once_read_back(remove_sibling),
    ),
    Place(
        "a link in the sibling's place",
        Ground.write,
        "没有保存成功",
        check=secret_is_kept,
        meanwhile=exchange_sibling,
    ),
    Place("a link of the sibling's name", Ground.write, "同名", check=secret_is_kept, meanwhile=take_sibling),
)
