# SPDX-License-Identifier: MIT
"""The program's own saving in a process that may be hurt: a server that forks a saver for every order.

An order is a line of JSON on the standard input.  The saver opens the draft, changes it, answers `ready` with
its process id, waits for a byte, and saves between two marks that a tracer can tell; then it answers what it
would have told the clerk.  When it is gone, however it went, the server answers `ended` with its exit code.
"""

from __future__ import annotations

import contextlib
import ctypes
import io
import json
import os
import select
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

import main
from export.fonts import Fonts
from export.pdf import write_pdf
from model.arithmetic import figures
from model.backups import FOLDER as BACKUPS
from model.drafts import load, parse, to_bytes
from model.edits import SetCell
from model.errors import FormError, SaveError, cause_of
from model.living import this_process
from model.recovery import About, Pair
from model.safe_file import write_verified
from model.templates import load_template, new_form, template_ids
from ui.document import Document
from ui.recovering import FOLDER as COPIES

NEW_NAME = "改过的项目"
TEMPLATE, YEAR = "ministry", 2024  # of the form that is there before the draft is opened
ANY_TRACER = 0x59616D61, -1  # prctl: let a tracer attach that is no parent, where Yama forbids it
GO = "."  # what a saver waits for; one that is killed before has left it for the server
Order = dict[str, str]
Told = dict[str, object]
Job = Callable[[Order], Callable[[], Told]]
"""Makes ready for an order, and returns the work that may be hurt."""


def serve() -> None:
    """Carry out orders until there are no more; what all need is read before."""
    for template_id in template_ids():
        to_bytes(new_form(load_template(template_id), YEAR))
    _answer("here", os.getpid())
    while line := _line():
        order = json.loads(line.lstrip(GO))
        if order["job"] == "page":
            page_of(Path(order["path"]).read_bytes())  # once for all savers
        if (child := os.fork()) == 0:
            _carry_out(order)
        _, status = os.waitpid(child, 0)
        _answer("ended", os.waitstatus_to_exitcode(status))


def save(order: Order) -> Callable[[], Told]:
    """Change a draft and save it, as the window does."""
    document, path, backups = _changed(Path(order["path"])), Path(order["path"]), backups_folder(order)

    def work() -> Told:
        told = _told(lambda: document.save(path, backups=backups))
        return {**told, "dirty": document.is_modified}

    return work


def save_on_and_on(order: Order) -> Callable[[], Told]:
    """Save one version after the other, each told when it is saved, until somebody ends it."""
    document, path, backups = _changed(Path(order["path"])), Path(order["path"]), backups_folder(order)

    def work() -> Told:
        for version in count(1):
            document.do(SetCell(("project_name",), version_name(version)), "改")
            _answer("told", {**_told(lambda: document.save(path, backups=backups)), "version": version})
        raise AssertionError

    return work


def backups_folder(order: Order) -> Path:
    """Return where an order's saver keeps the versions it replaces."""
    return Path(order["home"]) / BACKUPS


def version_name(version: int) -> str:
    """Name the form of a version; even ones are much longer, so that the file grows and shrinks."""
    return f"第 {version} 版" + "，比前一版长得多" * (200 * (version % 2 == 0))


def export(order: Order) -> Callable[[], Told]:
    """Export a draft from the command line."""
    Fonts()

    def work() -> Told:
        with contextlib.redirect_stderr(io.StringIO()) as words:
            code = main.main(["export", order["path"], "-o", order["out"]])
        return {"saved": code == main.WELL, "words": words.getvalue()}

    return work


def keep_copies(order: Order) -> Callable[[], Told]:
    """Keep a recovery copy, and then two more, one in each of the files of the pair."""
    form = load(Path(order["path"])).form
    pair, us = Pair(Path(order["home"]) / COPIES), this_process()
    us_told = {"process_id": us.id, "host": us.host, "process_start": us.start}
    about = About(sequence=0, time="2026-03-05T12:00:00", **us_told)
    pair.write(about, to_bytes(form))
    form.project_name = NEW_NAME
    changed = to_bytes(form)

    def keep_two() -> tuple[str, ...]:
        try:
            for _ in range(2):
                pair.write(about, changed)
        except OSError as error:  # the window has a sentence for it
            raise SaveError(cause_of(error)) from error
        return ()

    return lambda: _told(keep_two)


def write_page(order: Order) -> Callable[[], Told]:
    """Write the PDF of a draft, as the window does when the pages are made."""
    page = page_of(Path(order["path"]).read_bytes())
    return lambda: _told(lambda: write_verified(Path(order["out"]), page).warnings)


@cache
def page_of(content: bytes) -> bytes:
    """Make the PDF of a draft."""
    form = parse(content, "draft")
    template = load_template(form.template)
    shown = figures(form, template)
    return write_pdf(form, template, figures=shown, draft_mark=True, public=False, fonts=Fonts())


JOBS: dict[str, Job] = {
    "save": save,
    "save on and on": save_on_and_on,
    "export": export,
    "page": write_page,
    "copies": keep_copies,
}


def _carry_out(order: Order) -> None:
    """Do one job and leave; nothing of the server's goes on in this process."""
    with contextlib.suppress(AttributeError):  # of Linux alone
        ctypes.CDLL(None).prctl(*ANY_TRACER, 0, 0, 0)
    os.environ |= {name: order["home"] for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    work = JOBS[order["job"]](order)
    _answer("ready", os.getpid())
    select.select([0], [], [])  # a tracer that comes now counts this call or not, but surely the next one
    os.read(0, 1)
    os.getpgid(0)  # the mark
    told = work()
    os.getpgid(0)
    _answer("told", told)
    os._exit(0)


def _changed(path: Path) -> Document:
    template = load_template(TEMPLATE)
    document = Document(new_form(template, YEAR), template)
    document.open(path)
    document.do(SetCell(("project_name",), NEW_NAME), "改")
    return document


def _told(work: Callable[[], tuple[str, ...]]) -> Told:
    try:
        warnings = work()
    except FormError as error:
        return {"saved": False, "words": str(error)}
    except BaseException as error:
        return {"saved": False, "words": "", "fault": f"{type(error).__name__}: {error}"}
    return {"saved": True, "words": "".join(warnings)}


def _line() -> str:
    """Read a line without taking in a byte beyond it: the rest is for the saver."""
    read = bytearray()
    while (byte := os.read(0, 1)) not in (b"", b"\n"):
        read += byte
    return read.decode()


def _answer(word: str, value: object) -> None:
    os.writev(1, [f"{json.dumps([word, value])}\n".encode()])  # no call that a work makes, or a tracer hurts


if __name__ == "__main__":
    serve()
