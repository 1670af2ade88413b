# SPDX-License-Identifier: MIT
"""The report of a fault, for the maintainers: where it was, in which versions; nothing that was typed."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from traceback import FrameSummary, StackSummary, walk_tb
from types import CodeType

from ui.identity import SYSTEM_NAME, version

ROOT = Path(__file__).resolve().parent.parent
HIDDEN = "…"
MOST_CAUSES = 10  # errors that led to each other
LONGEST = 300  # characters of an error's own words
SHOWN_OF_PATH = 3  # parts of a path outside of the program
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|“[^”]*”")
WORD = re.compile(r"[A-Za-z_]\w*", re.ASCII)
# Other letters than English ones, paths and figures; not the system's number of an error.
PRIVATE = re.compile(r"(\[(?:Err|WinErr)\w+ \d+\])|[^\x00-\x7f]+|\S*[/\\]\S*|\d[\d.,]*")
BUILT_IN = frozenset((*dir(builtins), "NoneType"))
FILE = re.compile(r'File "([^"]*)"')


def report_of(error: BaseException, typed: Iterable[str] = ()) -> str:
    """Describe a fault; never raises, for that would be the end of it.  `typed` are the texts of the form."""
    try:
        return f"{versions()}\n{''.join(_told(error, frozenset(_words_of(typed))))}"
    except Exception as other:  # no memory, or an error that cannot be looked at
        return f"{SYSTEM_NAME} {version()}\n{type(error).__name__} ({type(other).__name__})\n"


def versions() -> str:
    """Name the versions a fault depends on, and when it was."""
    import platform

    from PySide6.QtCore import qVersion

    machine = f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{SYSTEM_NAME} {version()}, {machine}\n{datetime.now():%Y-%m-%d %H:%M:%S}"


def texts_of(part: object) -> Iterator[str]:
    """Go through all texts below a part of the form."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        yield from (text for below in part.values() for text in texts_of(below))
    elif isinstance(part, list | tuple):
        yield from (text for below in part for text in texts_of(below))


def spot_of(error: BaseException) -> str:
    """Name a fault so that it is known when it comes again."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__} {where}"


def short_paths(log: str) -> str:
    """Shorten the paths in a list of calls: they may hold the clerk's name."""
    return FILE.sub(lambda found: f'File "{short_path(found[1])}"', log)


def short_path(path: str) -> str:
    """Return the part of a source file's path that says which one it is."""
    parts = re.split(r"[/\\]", path.removeprefix(str(ROOT)).lstrip("/\\"))
    if path.startswith(str(ROOT)) or len(parts) <= SHOWN_OF_PATH:
        return "/".join(parts)
    return "/".join((HIDDEN, *parts[-SHOWN_OF_PATH:]))


def without_private(
    words: str, known: frozenset[str] = frozenset(), typed: frozenset[str] = frozenset()
) -> str:
    """Take out of an error's own words all that may be typed; `known` are words of the program itself."""

    def unquoted(found: re.Match[str]) -> str:
        quoted = found[0][1:-1]
        return f"'{quoted}'" if quoted in known and quoted not in typed else f"'{HIDDEN}'"

    plain = PRIVATE.sub(lambda found: found[1] or HIDDEN, QUOTED.sub(unquoted, words[:LONGEST]))
    return WORD.sub(lambda found: HIDDEN if found[0].casefold() in typed else found[0], plain)


def _told(error: BaseException, typed: frozenset[str]) -> Iterator[str]:
    for one in reversed(list(_causes(error))):
        frames = [(frame, line) for frame, line in walk_tb(one.__traceback__)]
        known = frozenset(word for frame, _ in frames for word in _words_in(frame.f_code)) | BUILT_IN
        yield from StackSummary.from_list(
            [_short(summary) for summary in StackSummary.extract(iter(frames))]
        ).format()
        yield f"{type(one).__name__}: {without_private(_message(one), known, typed)}\n"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Go from an error to what it came from."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen and len(seen) < MOST_CAUSES:
        seen.add(id(one))
        yield one
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)


def _message(error: BaseException) -> str:
    try:
        return str(error)
    except Exception:
        return HIDDEN


def _short(frame: FrameSummary) -> FrameSummary:
    return FrameSummary(short_path(frame.filename), frame.lineno, frame.name, line=frame.line)


def _words_in(code: CodeType) -> Iterator[str]:
    yield from (*code.co_names, *code.co_varnames)
    yield from (one for one in code.co_consts if isinstance(one, str) and one.isascii())


def _words_of(typed: Iterable[str]) -> Iterator[str]:
    for text in typed:
        yield from (word.casefold() for word in WORD.findall(text))
