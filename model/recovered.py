# SPDX-License-Identifier: MIT
"""Recovery copies as they are offered back: what they hold, against what the clerk's file holds now."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from model.drafts import Draft, to_bytes
from model.errors import FormError
from model.form import Form
from model.judge import Judge
from model.places import Place, at, pointer
from model.recovery import Copy, form_of
from model.snapshots import snapshot
from model.template import Template
from model.templates import load_template, new_form

Load = Callable[[Path], Draft]
BLANK: tuple[object, ...] = (None, "", {}, [])


class Base(Enum):
    """The file a copy goes back to."""

    NONE = auto()  # never saved
    SAME = auto()  # as it was when it was read or written
    CHANGED = auto()
    GONE = auto()  # or no draft any more


class Offer(NamedTuple):
    """A copy whose form is not what the file holds."""

    copy: Copy
    form: Form
    template: Template
    judge: Judge
    base: Base
    before: Form  # as the file holds it; an empty form where there is none
    places: tuple[Place, ...]  # of the cells that hold something else than there

    @property
    def file(self) -> Path | None:
        """The file to open before the form is put on."""
        about = self.copy.about
        if self.base in (Base.SAME, Base.CHANGED):
            return about.parent_path
        return about.origin_path if self.base is Base.NONE else None


def weighed(copy: Copy, load: Load) -> Offer | None:
    """Compare a copy with its file; None where the file holds all of it.

    Errors: DraftError, TemplateError, if the copy cannot be read.
    """
    form = form_of(copy)
    template = load_template(form.template)
    base, before = _base_of(copy, load)
    if before is not None and to_bytes(before) == to_bytes(form):
        return None
    before = before or new_form(template, form.fiscal_year)
    return Offer(copy, form, template, Judge(form, template), base, before, changed_places(before, form))


def changed_places(before: Form, after: Form) -> tuple[Place, ...]:
    """Return the cells that hold something else than before."""
    old, new = dict(_cells(snapshot(before))), dict(_cells(snapshot(after)))
    return tuple(place for place in {**new, **old} if old.get(place) != new.get(place))


def changes(offer: Offer) -> list[str]:
    """Say what a copy holds that its file does not, a line each."""
    return [f"{pointer(place)}：{_shown(offer.form, place)}" for place in offer.places]


def _shown(form: Form, place: Place) -> str:
    try:
        found = at(form, place)
    except (AttributeError, IndexError, KeyError, TypeError):
        return "（没有了）"
    return f"“{found}”" if found is not None else "（空）"


def _base_of(copy: Copy, load: Load) -> tuple[Base, Form | None]:
    about = copy.about
    path = about.parent_path
    if path is None:
        return Base.NONE, _loaded(about.origin_path, load)
    form = _loaded(path, load)
    if form is None:
        return Base.GONE, None
    return (Base.SAME if _sha256(path) == about.parent_sha256 else Base.CHANGED), form


def _loaded(path: Path | None, load: Load) -> Form | None:
    if path is None:
        return None
    try:
        return load(path).form
    except (FormError, OSError, ValueError):
        return None


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _cells(plain: object, place: Place = ()) -> Iterator[tuple[Place, object]]:
    """Go through all that is filled in."""
    if isinstance(plain, dict):
        for key, one in plain.items():
            yield from _cells(one, (*place, key))
    elif isinstance(plain, list):
        for number, one in enumerate(plain):
            yield from _cells(one, (*place, number))
    elif plain not in BLANK:
        yield place, plain
