# SPDX-License-Identifier: MIT
"""Reading a draft with all that the window needs of it, so that a thread can do it."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path

from export.collector import collector_paused
from export.working_copy import is_pdf, load_draft
from model.drafts import Draft
from model.form import Form
from model.judge import Judge
from model.safe_file import Stamp
from model.template import Template
from model.templates import load_template

LARGE = 100_000  # bytes, about 400 rows; judging more takes longer than a window may stand still


@dataclass(frozen=True, eq=False)
class Opened:
    """A form with its template, already judged, and the stamp of its draft file."""

    form: Form
    template: Template
    judge: Judge
    stamp: Stamp | None  # None: read out of a working copy, so that there is no draft file yet
    remarks: tuple[str, ...] = ()  # what reading has changed or does not show, a sentence each
    read_only: str | None = None  # why it may not be changed
    is_mended: bool = False  # the form is not quite what the file holds
    is_filed: bool = True  # False: it stands whole in no file that the clerk knows


def is_large(path: Path) -> bool:
    """Tell whether a draft is better read in a thread; out of a PDF it always is."""
    try:
        return path.stat().st_size > LARGE or is_pdf(path)
    except (OSError, ValueError):  # ValueError: a name no system takes
        return False  # reading it will say so


def read(path: Path) -> Opened:
    """Read and judge a draft.  Errors: DraftError, TornFileError, TemplateError."""
    return judged(load_draft(path))


def judged(draft: Draft, *remarks: str, is_filed: bool = True) -> Opened:
    """Judge a draft; `remarks` are told before its own.  Errors: TemplateError."""
    template = load_template(draft.form.template)
    judge, said = Judge(draft.form, template), (*remarks, *draft.remarks)
    return Opened(draft.form, template, judge, draft.stamp, said, draft.read_only, draft.is_mended, is_filed)


def read_large(path: Path) -> Opened:
    """Read and judge a draft in a thread.  Errors: DraftError, TornFileError, TemplateError.

    What is read stays while the window stands; looking for garbage in it would hold the window up.
    """
    with collector_paused():
        opened = read(path)
        opened.judge.findings()  # looks for rows of the same name, and remembers them
        gc.freeze()
    return opened
