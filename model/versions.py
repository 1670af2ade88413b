# SPDX-License-Identifier: MIT
"""Versions of a draft: when they were saved, how they scored, what a later one has changed."""

from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from model.arithmetic import figures
from model.differences import Difference, differences
from model.drafts import load
from model.errors import FormError
from model.form import Form
from model.template import Template
from model.templates import load_template


class Kept(Enum):
    """Where a version is kept."""

    WINDOW = auto()  # as it is being worked on
    FILE = auto()  # the draft file
    BACKUP = auto()


class Version(NamedTuple):
    """A state of the form."""

    kept: Kept
    file: Path  # in which it is; of the window's, the draft file
    time: datetime  # when it was saved, or is looked at


class Seen(NamedTuple):
    """What a version turned out to be."""

    form: Form | None  # None: it cannot be read …
    template: Template | None
    trouble: str = ""  # … and why, in a sentence
    score: str = ""  # `97.78 优`; nothing while it cannot be told


def look_at(version: Version, present: Form) -> Seen:
    """Read a version; one that cannot be read says so.  `present` is the form in the window."""
    form = present
    try:
        if version.kept is not Kept.WINDOW:
            draft = load(version.file)
            if draft.read_only is not None:
                return Seen(None, None, draft.read_only)
            form = draft.form
        template = load_template(form.template)
    except FormError as error:
        return Seen(None, None, str(error))
    return Seen(form, template, score=score_of(form, template))


def score_of(form: Form, template: Template) -> str:
    """Say what a form scores and how it is rated; nothing while that cannot be told."""
    found = figures(form, template)
    return "" if found.rating is None else f"{found.total_score:f} {found.rating}"


def changes(before: Form, after: Form) -> tuple[Difference, ...]:
    """Return what a later version has changed, in the words of its template.  Errors: TemplateError."""
    return differences(before, after, load_template(after.template))
