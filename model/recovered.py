# SPDX-License-Identifier: MIT
"""Recovery copies as they are offered back: what they hold, against what the clerk's file holds now."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from model.differences import Difference, differences
from model.drafts import Draft, to_bytes
from model.errors import FormError
from model.form import Form
from model.judge import Judge
from model.recovery import Copy, form_of
from model.template import Template
from model.templates import load_template, new_form

Load = Callable[[Path], Draft]


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
    differences: tuple[Difference, ...]  # from there

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
    return Offer(
        copy, form, template, Judge(form, template), base, before, differences(before, form, template)
    )


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
