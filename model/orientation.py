# SPDX-License-Identifier: MIT
"""Which way the paper lies: as the form says, else as its template says."""

from model.edits import SetCell
from model.form import Form
from model.places import Place
from model.template import Orientation, Template

ORIENTATION: Place = ("orientation",)
OTHER: dict[Orientation, Orientation] = {"portrait": "landscape", "landscape": "portrait"}


def orientation_of(form: Form, template: Template) -> Orientation:
    """Return which way the form's paper lies; what the form says is ignored where it means nothing."""
    return next((known for known in OTHER if known == form.orientation), template.page.orientation)


def turned(form: Form, template: Template) -> SetCell:
    """Return the edit that turns the paper; a form that lies as its template says says nothing itself."""
    wanted = OTHER[orientation_of(form, template)]
    return SetCell(ORIENTATION, None if wanted == template.page.orientation else wanted)


def laid(form: Form, template: Template) -> Template:
    """Return the template with the paper as the form says."""
    wanted = orientation_of(form, template)
    if wanted == template.page.orientation:
        return template
    return template.model_copy(update={"page": template.page.model_copy(update={"orientation": wanted})})
