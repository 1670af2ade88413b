# SPDX-License-Identifier: MIT
"""Letting the form become another one (a version, the one on disk, both merged) as one undo step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.aside import judged_aside
from model.differences import differences
from model.drafts import to_bytes
from model.form import Form
from model.places import Place, nearest

if TYPE_CHECKING:
    from ui.document import Document


def become(document: Document, form: Form, text: str) -> bool:
    """Let another form of the same template take the place of this one; it is the document's from then on.

    Tells whether it is done: a long one takes its time, and the clerk can cancel it.
    """
    if form.template != document.template.id:
        raise ValueError(form.template)
    if _bytes_of(form) == _bytes_of(document.form):
        return True
    work = judged_aside(form, document.template)
    return document.do_aside(work, text, *_first_places(document, form))


def _bytes_of(form: Form) -> object:
    """Return what tells a form from others to the digit; half a character has no bytes."""
    try:
        return to_bytes(form)
    except ValueError:
        return form.model_dump()


def _first_places(document: Document, after: Form) -> tuple[Place, Place]:
    """Return where the first difference stands in the one form, and in the other."""
    found = differences(document.form, after, document.template)
    return (nearest(document.form, found[0].was), nearest(after, found[0].place)) if found else ((), ())
