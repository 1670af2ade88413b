# SPDX-License-Identifier: MIT
"""Odd environments the program is started in: each a command before the call, variables, a place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.builders import GOLDEN
from tests.ui.children import ROOT

NOBODY = 65534
EMOJI, CHINESE = "预算😀📈", "部门 项目支出绩效自评表"
LONG_NAME = "长" * 83 + "a.json"  # 255 bytes
NOT_UTF8 = os.fsdecode(b"\xd6\xd0\xce\xc4\xff.json")
OWN_MOUNTS = ("unshare", "--mount", "--propagation", "private", "sh", "-c")


@dataclass
class Odd:
    """One odd environment, made in a folder of its own."""

    folder: Path
    name: str = "draft.json"
    below: str = "drafts"  # folder of the draft
    user: int = 0  # 0: whoever runs the tests
    set: dict[str, str | None] = field(default_factory=dict)  # None takes a variable away
    before: tuple[str, ...] = ()  # command the call goes through
    meanwhile: str = ""  # a command while the form is open
    can_save: bool = True
    rows: int = 0  # of a long form; 0: the usual draft

    @property
    def home(self) -> Path:
        """The clerk's own folder."""
        return self.folder / "home"

    @property
    def draft(self) -> Path:
        """The draft that is opened and saved."""
        return self.folder / self.below / self.name

    @property
    def pdf(self) -> Path:
        """The page that is exported."""
        return self.draft.with_name("page.pdf")

    def furnish(self) -> None:
        """Make home and draft, and give both to the user."""
        self.home.mkdir(exist_ok=True)
        self.draft.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(GOLDEN / "000-1.json", self.draft)
        if self.rows:
            from model.drafts import to_bytes
            from tests.bench.forms import long_form

            self.draft.write_bytes(to_bytes(long_form(self.rows)))
        if self.user:
            for path in (self.folder, self.home, self.draft.parent, self.draft):
                os.chown(path, self.user, self.user)

    @property
    def call(self) -> tuple[str, ...]:
        """The command the call goes through, down to the user's."""
        drop = ("setpriv", f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups")
        return (*self.before, *(drop if self.user else ()))

    @property
    def surroundings(self) -> dict[str, str]:
        """The variables of the process."""
        own: dict[str, str | None] = {
            "HOME": str(self.home),
            "XDG_DATA_HOME": None,
            "XDG_CONFIG_HOME": None,
            "XDG_RUNTIME_DIR": None,
            "QT_QPA_PLATFORM": "offscreen",
            **self.set,
        }
        both = {**os.environ, **own}
        return {name: words for name, words in both.items() if words is not None}


Make = Callable[[Odd], None]


def _nothing(odd: Odd) -> None:
    pass


def _read_only_home(odd: Odd) -> None:
    odd.home.chmod(0o555)
    os.chown(odd.home, 0, 0)


def _no_temp(odd: Odd) -> None:
    """Take away every folder for temporary files there may be; what the test needs stays."""
    odd.set["TMPDIR"] = str(odd.folder / "none")
    keep = " ".join(str(one) for one in {odd.folder, ROOT, Path(sys.prefix), Path(sys.base_prefix)})
    hide = "; ".join(
        f"[ -d {one} ] && mount --bind {one} {one} && mount -o remount,ro,bind {one}"
        for one in ("/tmp", "/var/tmp", "/dev/shm")
    )
    script = f'{hide}; for one in {keep}; do mount --bind "$one" "$one"; done; '
    script += f'mount -o remount,rw,bind {odd.folder}; exec "$@"'
    odd.before = (*OWN_MOUNTS, script, "sh")


def _drafts_read_only(odd: Odd) -> None:
    odd.draft.parent.chmod(0o555)
    os.chown(odd.draft.parent, 0, 0)
    odd.draft.chmod(0o444)
    os.chown(odd.draft, 0, 0)


def _share(odd: Odd) -> None:
    """Put the draft on a drive that goes away while the form is open."""
    copy, share = odd.folder / "copy.json", odd.draft.parent
    shutil.copyfile(odd.draft, copy)
    script = f'mount -t tmpfs none "{share}" && cp "{copy}" "{odd.draft}" && exec "$@"'
    odd.before = (*OWN_MOUNTS, script, "sh")
    odd.meanwhile = f'umount --lazy "{share}"; rm -f "{odd.draft}"; chmod 555 "{share}"'
    odd.can_save = False


def _locale(name: str, charset: str) -> Make:
    def make(odd: Odd) -> None:
        places = odd.folder / "locales"
        places.mkdir()
        made = ["localedef", "--inputfile=zh_CN", f"--charmap={charset}", str(places / name)]
        subprocess.run(made, capture_output=True)
        odd.set |= {"LOCPATH": str(places), "LC_ALL": name, "LANG": name}

    return make


def _cwd_gone(odd: Odd) -> None:
    gone = odd.folder / "gone"
    odd.before = ("sh", "-c", f'mkdir "{gone}" && cd "{gone}" && rmdir "{gone}" && exec "$@"', "sh")


def _clock(*words: str) -> tuple[str, ...]:
    return ("faketime", "-f", *words)


def _jump(odd: Odd) -> None:
    """Let the clock fall back a day, then go on a year, while the form is open."""
    stamp = odd.folder / "clock"
    stamp.write_text("+0", encoding="utf-8")
    libraries = sorted(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"))
    odd.set |= {
        "LD_PRELOAD": str(libraries[0]),
        "FAKETIME_TIMESTAMP_FILE": str(stamp),
        "FAKETIME_NO_CACHE": "1",
        "DONT_FAKE_MONOTONIC": "1",
    }
    odd.meanwhile = f"env -u LD_PRELOAD sh -c 'echo -1d > {stamp}'"


@dataclass(frozen=True)
class Kind:
    """An environment by name: what it is made of, and the tools it needs."""

    name: str
    settings: dict[str, object] = field(default_factory=dict)
    make: Make = _nothing
    tools: tuple[str, ...] = ()


def limited(words: str) -> tuple[str, ...]:
    """Return a command that goes on under a limit of the shell."""
    return ("sh", "-c", f'{words} && exec "$@"', "sh")


USER: dict[str, object] = {"user": NOBODY}
ASCII: dict[str, str | None] = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}

KINDS = (
    Kind("as usual"),
    Kind("read-only home", USER, _read_only_home, ("setpriv",)),
    Kind("no HOME", {"set": {"HOME": None}, **USER}, tools=("setpriv",)),
    Kind("HOME that is not there", {"set": {"HOME": "/nowhere/at/all"}, **USER}, tools=("setpriv",)),
    Kind("TMPDIR that is not there", {"set": {"TMPDIR": "/nowhere/at/all"}}),
    Kind("no folder for temporary files", {}, _no_temp, ("unshare", "mount")),
    Kind("clock a day back", {"before": _clock("-1d")}, tools=("faketime",)),
    Kind("clock a year ahead", {"before": _clock("+1y")}, tools=("faketime",)),
    Kind("clock in 1970", {"before": _clock("@1970-01-02 00:00:00")}, tools=("faketime",)),
    Kind("clock in 2040", {"before": _clock("@2040-01-02 00:00:00")}, tools=("faketime",)),
    Kind("clock that jumps meanwhile", {}, _jump, ("faketime",)),
    Kind("locale C", {"set": {"LC_ALL": "C", "LANG": "C"}}),
    Kind("locale POSIX, Chinese name", {"set": {"LC_ALL": "POSIX"}, "name": f"{CHINESE}.json"}),
    Kind("locale GBK", {}, _locale("zh_CN.GBK", "GBK"), ("localedef",)),
    Kind("locale GBK, emoji", {"name": f"{EMOJI}.json"}, _locale("zh_CN.GBK", "GBK"), ("localedef",)),
    Kind("ASCII only", {"set": ASCII}),
    Kind("ASCII only, Chinese name", {"set": ASCII, "name": f"{CHINESE}.json"}),
    Kind("PYTHONIOENCODING=ascii", {"set": {"PYTHONIOENCODING": "ascii"}}),
    Kind("stdout closed", {"before": limited("exec 3>&1 >&- 3>&-")}),
    Kind("all three streams closed", {"before": limited("exec <&- >&- 2>&-")}),
    Kind("path with spaces and Chinese", {"below": f" a  b/{CHINESE}", "name": f" {CHINESE}.json"}),
    Kind("path with emoji", {"below": EMOJI, "name": f"{EMOJI}.json"}),
    Kind("name of 255 bytes", {"name": LONG_NAME}),
    Kind("name that is no UTF-8", {"name": NOT_UTF8}),
    Kind("current folder deleted", {}, _cwd_gone),
    Kind("share that vanishes", {}, _share, ("unshare", "mount")),
    Kind("3 GB of memory, 10,000 rows", {"before": limited("ulimit -v 3145728"), "rows": 10_000}),
    Kind("3 GB of memory", {"before": limited("ulimit -v 3145728")}),
    Kind("64 open files", {"before": limited("ulimit -n 64")}),
    Kind("no fonts", {"set": {"FONTCONFIG_FILE": "/dev/null", "FONTCONFIG_PATH": "/nowhere"}}),
    Kind("no D-Bus", {"set": {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}}),
    Kind("no printer", {"set": {"CUPS_SERVER": "/nowhere/cups.sock"}}),
    Kind("umask 077", {"before": limited("umask 077")}),
    Kind("umask 000", {"before": limited("umask 000")}),
    Kind("another user", USER, tools=("setpriv",)),
    Kind("another user's draft", {**USER, "can_save": False}, _drafts_read_only, ("setpriv",)),
)

FOR_A_COMMIT = {  # those in which something once went wrong
    *("read-only home", "no folder for temporary files", "locale GBK, emoji", "all three streams closed"),
    *("name of 255 bytes", "name that is no UTF-8", "current folder deleted", "share that vanishes"),
    *("64 open files", "another user's draft"),
}


def made(kind: Kind, folder: Path) -> Odd:
    """Make an environment."""
    odd = Odd(folder, **kind.settings)  # type: ignore[arg-type]
    odd.set = dict(odd.set)
    odd.furnish()
    kind.make(odd)
    return odd


PROBES: dict[str, tuple[tuple[str, ...], str]] = {
    "unshare": ((*OWN_MOUNTS, ":"), "no mounts of one's own here"),
    "setpriv": (
        ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-r", str(ROOT / "main.py")),
        "another user may not read the program here",
    ),
}
"""What tells that a tool does here what it is for, by the tool."""


def missing(kind: Kind) -> str:
    """Say what an environment needs that is not here; nothing if all is."""
    tools = [tool for tool in kind.tools if shutil.which(tool) is None]
    if tools:
        return f"{', '.join(tools)} missing"
    needs_root = {"setpriv", "unshare"} & set(kind.tools)
    if needs_root and os.getuid() != 0:
        return "not root"
    return next(
        (why for tool, (probe, why) in PROBES.items() if tool in kind.tools and not _works(probe)), ""
    )


def _works(probe: tuple[str, ...]) -> bool:
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0
