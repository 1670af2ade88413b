# SPDX-License-Identifier: MIT
"""What has become of a draft file since it was loaded, and of the form: told in words, and merged."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from model.differences import Difference, Sort, differences
from model.drafts import Draft, load, read, to_bytes
from model.errors import FormError
from model.form import Form
from model.limits import MAX_BYTES
from model.merging import merged
from model.passages import opening
from model.safe_file import Stamp, stamp_of
from model.template import Template


class State(Enum):
    """How the file stands."""

    CHANGED = auto()
    SAME = auto()  # only written in another way: it holds what the window holds, or held what it held before
    GONE = auto()
    UNREADABLE = auto()
    NEWER = auto()  # a newer version of the program has saved it


class Side(Enum):
    """Who has changed a place."""

    THEIRS = auto()
    MINE = auto()
    BOTH = auto()
    UNKNOWN = auto()  # what was loaded is not known any more: file and window only differ


class Line(NamedTuple):
    """One difference, with who made it."""

    side: Side
    difference: Difference


class Comparison(NamedTuple):
    """What is on the disk against what is in the window."""

    name: str  # of the file
    state: State
    cause: str = ""  # why it cannot be read, a sentence
    theirs: Form | None = None
    stamp: Stamp | None = None  # of the file as it is now
    lines: tuple[Line, ...] = ()
    merged: Form | None = None  # with the changes of both sides; None where that is not possible

    def count(self, *sides: Side) -> int:
        """Count the differences that some sides have made."""
        return sum(line.side in sides for line in self.lines)


def compare(path: Path, base: bytes | None, mine: Form, template: Template) -> Comparison:
    """Compare a draft file with the form; `base` is what the file held when the form was loaded or saved."""
    name = path.name
    try:
        path.stat()
    except FileNotFoundError:
        return Comparison(name, State.GONE)
    except OSError:
        pass  # reading it says why
    try:
        draft = load(path)
    except FormError as error:
        return Comparison(name, State.UNREADABLE, str(error), stamp=_stamp_of(path))
    if draft.read_only is not None:
        return Comparison(name, State.NEWER, draft.read_only)
    before = _read(base, name)
    if any(_is_written_alike(draft.form, form) for form in (mine, before)):
        return Comparison(name, State.SAME, theirs=draft.form, stamp=draft.stamp)
    return _compared(name, draft, before, mine, template)


def changes_outside(base: bytes, content: bytes, name: str, template: Template) -> tuple[Difference, ...]:
    """Return what has changed in a file.  Errors: DraftError."""
    return differences(read(base, name).form, read(content, name).form, template)


def _is_written_alike(theirs: Form, form: Form | None) -> bool:
    """Tell whether two forms are the same to the digit."""
    return form is not None and theirs == form and to_bytes(theirs) == to_bytes(form)


def _stamp_of(path: Path) -> Stamp | None:
    try:
        return stamp_of(path, path.read_bytes()) if path.stat().st_size <= MAX_BYTES else None
    except OSError:
        return None


def _compared(name: str, draft: Draft, base: Form | None, mine: Form, template: Template) -> Comparison:
    theirs, whole = draft.form, None
    if base is None:
        lines = tuple(Line(Side.UNKNOWN, one) for one in differences(mine, theirs, template))
    else:
        lines = three_way(differences(base, mine, template), differences(base, theirs, template))
        whole = merged(base, mine, theirs)
    return Comparison(name, State.CHANGED, "", theirs, draft.stamp, lines, whole)


def three_way(mine: tuple[Difference, ...], theirs: tuple[Difference, ...]) -> tuple[Line, ...]:
    """Say who has changed what: first theirs and what both changed, then mine, each in printed order."""
    own = {_key(one): one for one in mine}
    lines = []
    for one in theirs:
        other = own.pop(_key(one), None)
        lines.append(Line(Side.THEIRS, one) if other is None else Line(Side.BOTH, _joined(one, other)))
    return (*lines, *(Line(Side.MINE, one) for one in own.values()))


def _key(one: Difference) -> object:
    """Return what tells the same change from others; of what is new there is no place in the base."""
    if one.sort is Sort.INSERTED:
        return one.sort, one.was[:-1], one.new
    return one.sort is Sort.CHANGED, one.was


def _joined(theirs: Difference, mine: Difference) -> Difference:
    """Say what both sides made of one place."""
    if (theirs.sort, theirs.new) == (mine.sort, mine.new):
        return theirs._replace(words=f"{theirs.words}（您也是）")
    said = f"您改成 {opening(mine.new) or '（空）'}" if mine.sort is Sort.CHANGED else f"您：{mine.words}"
    return theirs._replace(words=f"{theirs.words}；{said}")


def _read(content: bytes | None, name: str) -> Form | None:
    try:
        return None if content is None else read(content, name).form
    except FormError:
        return None
