# SPDX-License-Identifier: MIT
"""Claims about an export's reach: strace sees no file opened but these, and nothing of a network.

Read may be: Python with its packages; shared libraries of the system with their cache and settings (locale,
gconv, OpenSSL's, the time zone); what the kernel tells of the processors; main.py, model/, export/ and
resources/ of this project; the draft.  Written may be: the output, by way of a temporary file in its folder.
Folders may be listed (reportlab looks through those of fonts when it is loaded), but no file in them opened.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from model.drafts import to_bytes
from tests.builders import GOLDEN
from tests.witnesses.hostile import hostile_form

ROOT = Path(__file__).parents[2]
CALL = re.compile(r"^\d+ +(?P<name>\w+)\((?P<rest>.*)$", re.MULTILINE)
PATH = re.compile(r'"(?P<path>(?:[^"\\]|\\.)*)"(?P<flags>, [A-Z_|0-9]+)?')
OPENING = ("open", "openat", "openat2", "creat")
CHANGING = (
    *("unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "link", "linkat", "symlink", "symlinkat"),
    "truncate",
)
NETWORK = frozenset({"socket", "socketpair", "connect", "bind", "listen", "sendto", "sendmsg", "recvfrom"})
WRITING = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND")
PYTHON = tuple({str(Path(place).resolve()) for place in (sys.prefix, sys.base_prefix)} | {sys.prefix})
SYSTEM = (
    *("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/etc/ld.so.cache", "/etc/ssl/openssl.cnf"),
    *("/usr/share/locale/", "/usr/share/zoneinfo/", "/etc/localtime", "/dev/null"),
    *("/proc/self/cgroup", "/proc/self/mountinfo", "/sys/fs/cgroup/", "/sys/devices/system/cpu/"),
)
OURS = tuple(f"{ROOT / part}" for part in ("main.py", "model/", "export/", "resources/"))


class Seen(NamedTuple):
    """What a process did: files opened to read, files written or changed, calls of the network, programs."""

    read: set[str]
    written: set[str]
    network: set[str]
    programs: list[str]


@cache
def can_trace() -> bool:
    """Tell whether strace is installed and may trace here."""
    try:
        return subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0
    except OSError:
        return False


pytestmark = pytest.mark.skipif(not can_trace(), reason="not run: strace is missing or may not trace")


def watched(folder: Path, *arguments: str) -> Seen:
    """Run our program in a folder and watch it."""
    log = folder / "strace.log"
    watch = ["strace", "-f", "-s", "4096", "-e", "trace=%file,network", "-o", str(log)]
    surroundings = {**os.environ, "HOME": str(folder), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
    call = [*watch, sys.executable, str(ROOT / "main.py"), *arguments]
    subprocess.run(call, cwd=folder, env=surroundings, check=True, capture_output=True, timeout=60)
    return seen_in(log.read_text(encoding="utf-8", errors="replace"), folder)


def seen_in(log: str, folder: Path) -> Seen:
    seen = Seen(set(), set(), set(), [])
    for name, rest in CALL.findall(log):
        paths = [(str(folder / path), flags) for path, flags in PATH.findall(rest)]
        if name in NETWORK:
            seen.network.add(f"{name}({rest}")
        elif name == "execve":
            seen.programs.append(paths[0][0])
        elif name in OPENING and "O_DIRECTORY" in paths[0][1]:
            continue
        elif name in OPENING and not any(word in paths[0][1] for word in WRITING):
            seen.read.add(paths[0][0])
        elif name in (*OPENING, *CHANGING) or name.startswith("rename"):
            seen.written.update(path for path, _ in paths)
    return seen


def strange(seen: Seen, folder: Path, draft: str, out: str) -> tuple[set[str], set[str]]:
    """What was read and what was written beyond what may be."""
    temporary = re.compile(re.escape(f"{folder}/.zpb-") + r"[0-9a-f]+\.tmp")
    written = {path for path in seen.read | seen.written if temporary.fullmatch(path)} | {str(folder / out)}
    readable = (*PYTHON, *SYSTEM, *OURS, str(folder / draft))
    read = {path for path in seen.read - written if path != str(folder) and not path.startswith(readable)}
    return read, seen.written - written


@pytest.fixture(scope="module", params=["--public", "working"])
def export(request, tmp_path_factory) -> tuple[Path, Seen]:
    """An export of hostile texts, watched."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "draft.json").write_bytes(to_bytes(hostile_form()))
    public = [request.param] if request.param == "--public" else []
    return folder, watched(folder, "export", "draft.json", "-o", "out.pdf", *public)


def test_hostile_texts_make_an_export_open_and_write_nothing_else(export):
    folder, seen = export
    assert strange(seen, folder, "draft.json", "out.pdf") == (set(), set())
    assert str(folder / "out.pdf") in seen.written


def test_an_export_asks_for_no_network_and_no_other_program(export):
    _, seen = export
    assert (seen.network, seen.programs) == (set(), [sys.executable])


def test_a_published_form_is_exported_with_its_own_fonts_and_nothing_else(tmp_path):
    (tmp_path / "表.json").write_bytes((GOLDEN / "002-2.json").read_bytes())
    seen = watched(tmp_path, "export", "表.json", "-o", "表.pdf")
    assert {Path(path).name for path in seen.read if path.endswith(".ttf")} >= {"zpb-serif-regular.ttf"}
    assert not {path for path in seen.read if path.endswith((".ttf", ".ttc", ".otf"))} - fonts_of_ours()
    assert seen.network == set()


def fonts_of_ours() -> set[str]:
    return {str(path) for path in (ROOT / "resources" / "fonts").glob("*.ttf")}


def test_another_file_a_socket_and_a_program_would_be_seen(tmp_path):
    log = (
        '7 execve("/usr/bin/python3", ["python3"], 0x7f /* 9 vars */) = 0\n'
        '7 openat(AT_FDCWD, "/etc/hosts", O_RDONLY|O_CLOEXEC) = 3\n'
        '7 openat(AT_FDCWD, "/tmp/x", O_WRONLY|O_CREAT, 0666) = 3\n'
        "7 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4\n"
        '8 execve("/bin/sh", ["sh"], 0x7f /* 9 vars */) = 0\n'
    )
    seen = seen_in(log, tmp_path)
    assert strange(seen, tmp_path, "a", "b") == ({"/etc/hosts"}, {"/tmp/x"})
    assert (len(seen.network), seen.programs) == (1, ["/usr/bin/python3", "/bin/sh"])
