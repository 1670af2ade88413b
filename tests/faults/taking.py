# SPDX-License-Identifier: MIT
"""Places that take a save though they are odd: names, links, modes, owners."""

from __future__ import annotations

import os
import stat
from functools import partial
from pathlib import Path

from tests.faults.terrain import (
    CLERK,
    COLLEAGUE,
    DRAFT,
    Ground,
    NotHereError,
    Place,
    deep,
    give,
    only_root,
)

NAMES = {
    "spaces": "  我 的 表 .json ",
    "Chinese and emoji": "财政📊👩‍💻自评表.json",
    "255 bytes": "长" * 83 + "x.json",
    "a dot at the end": "表.json.",
    "a tilde": "~",
    "quotes, a line break, a dash in front": "-r “表”\n$(id);'\".json",
    "no suffix": "表",
    "bytes that are no characters": os.fsdecode(b"\xff\xfe.json"),
    "a hidden file": ".表.json",
}
MODES = (0o600, 0o640, 0o664, 0o777, 0o2660, 0o200 | 0o444)


def named(ground: Ground, name: str) -> Path:
    return ground.write(ground.folder / "夹 子" / name)


def new(ground: Ground) -> Path:
    os.umask(0o077)
    return ground.draft


def link(ground: Ground) -> Path:
    ground.write(ground.folder / "真" / DRAFT)
    (ground.folder / "中").symlink_to("真/表.json")
    ground.draft.symlink_to(ground.folder / "中")
    return ground.draft


def dangling_link(ground: Ground) -> Path:
    ground.draft.symlink_to("还没有.json")
    return ground.draft


def linked_folder(ground: Ground) -> Path:
    ground.write(ground.folder / "真" / DRAFT)
    (ground.folder / "链").symlink_to("真")
    return ground.folder / "链" / DRAFT


def hard_link(ground: Ground) -> Path:
    os.link(ground.write(), ground.folder / "另一个名字")
    return ground.draft


def group_of_the_clerk(ground: Ground) -> Path:
    ground.groups = [COLLEAGUE]
    return give(ground.write(), CLERK, COLLEAGUE, 0o660)


def a_colleagues_in_a_common_folder(ground: Ground) -> Path:
    ground.groups = [COLLEAGUE]
    return give(ground.write(), COLLEAGUE, COLLEAGUE, 0o664)


def group_not_of_the_clerk(ground: Ground) -> Path:
    return give(ground.write(), CLERK, COLLEAGUE, 0o660)


def attribute(ground: Ground) -> Path:
    try:
        os.setxattr(ground.write(), "user.note", "备注".encode())
    except OSError as error:
        raise NotHereError("no attributes here") from error
    return ground.draft


def folder_that_cannot_be_listed(ground: Ground) -> Path:
    path = ground.write(ground.folder / "投" / DRAFT)
    path.parent.chmod(0o333)
    return path


def no_room_for_backups(ground: Ground) -> Path:
    home = ground.folder.with_name("backups")
    home.rmdir()
    home.touch()
    return ground.write()


def colleagues_as_root(ground: Ground) -> Path:
    only_root()
    return give(ground.write(), COLLEAGUE, CLERK, 0o640)


# What is to be seen then


def has(ground: Ground, mode: int, owner: int | None = None, group: int | None = None) -> str:
    status = ground.draft.stat()
    found = (stat.S_IMODE(status.st_mode), status.st_uid, status.st_gid)
    wanted = (mode, found[1] if owner is None else owner, found[2] if group is None else group)
    return "" if found == wanted else f"{oct(found[0])} {found[1:]} instead of {oct(wanted[0])} {wanted[1:]}"


def links_stay(ground: Ground) -> str:
    return "" if ground.draft.is_symlink() and (ground.folder / "中").is_symlink() else "a link is gone"


def link_stays(ground: Ground) -> str:
    is_well = ground.draft.is_symlink() and (ground.folder / "还没有.json").is_file()
    return "" if is_well else "the link is gone, or its goal not written"


def other_name_is_old(ground: Ground) -> str:
    return "" if ground.is_old(ground.folder / "另一个名字") else "the other name holds neither"


def attribute_is_kept(ground: Ground) -> str:
    return "" if os.getxattr(ground.draft, "user.note").decode() == "备注" else "another attribute"


TAKING = (
    *(Place(f"a name: {name}", partial(named, name=NAMES[name])) for name in NAMES),
    *(
        Place(f"mode {mode:04o}", partial(Ground.write, mode=mode), check=partial(has, mode=mode))
        for mode in MODES
    ),
    Place("a new file, nobody else's", new, check=partial(has, mode=0o600)),
    Place("a chain of links", link, check=links_stay),
    Place("a link that leads nowhere yet", dangling_link, check=link_stays),
    Place("a folder that is a link", linked_folder),
    Place("a second name", hard_link, warning="硬链接", check=other_name_is_old),
    Place("a path of nearly the longest", lambda ground: ground.write(deep(ground.folder, 4000) / "a.json")),
    Place("an attribute", attribute, check=attribute_is_kept),
    Place(
        "owner and group, by root",
        colleagues_as_root,
        check=partial(has, mode=0o640, owner=COLLEAGUE, group=CLERK),
    ),
    Place(
        "a group of the clerk's",
        group_of_the_clerk,
        check=partial(has, mode=0o660, group=COLLEAGUE),
        as_clerk=True,
    ),
    Place(
        "a colleague's, of a common group",
        a_colleagues_in_a_common_folder,
        check=partial(has, mode=0o664, group=COLLEAGUE),
        as_clerk=True,
    ),
    Place(
        "a group not of the clerk's",
        group_not_of_the_clerk,
        warning="权限没能照原样",
        check=partial(has, mode=0o600),
        as_clerk=True,
    ),
    Place("a folder nobody can list", folder_that_cannot_be_listed, warning="没有确认", as_clerk=True),
    Place("no place for backups", no_room_for_backups, warning="没能留作备份"),
)
