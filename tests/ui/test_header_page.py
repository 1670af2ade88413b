# SPDX-License-Identifier: MIT
"""Claims about the header's page."""

import pytest

from model.fields import HEADER_FIELDS
from tests.ui.hands import blank, golden, shown, write
from ui.header_page import HeaderPage

NAME = ("project_name",)


@pytest.fixture
def page(qtbot, document):
    return shown(qtbot, HeaderPage(document))


def test_every_field_of_the_header_is_there_with_a_name(page):
    assert set(page.fields) == {(field.key,) for field in HEADER_FIELDS}
    assert all(field.box.accessibleName() for field in page.fields.values())


def test_the_template_is_named(page, document):
    assert page.template_name.text() == document.template.name


@pytest.mark.parametrize("key", [field.key for field in HEADER_FIELDS])
def test_every_field_can_be_gone_to(page, key):
    page.go_to((key,))
    assert page.fields[key,].box.hasFocus()


def test_a_blank_form_asks_for_each_field(qtbot, qapp):
    page = shown(qtbot, HeaderPage(blank()))
    marked = {place for place, field in page.fields.items() if field.mark.severity == "todo"}
    assert marked == set(page.fields) - {("fiscal_year",)}


def test_typing_is_in_the_form_after_commit(page, document, undoable):
    page.go_to(NAME)
    write(page.fields[NAME].box, "开放经费")
    page.commit()
    assert document.form.project_name == "开放经费"
    assert document.undo_stack.undoText() == "输入项目名称"


def test_the_place_is_told_when_a_field_is_entered(page, qtbot):
    with qtbot.waitSignal(page.place_changed) as told:
        page.go_to(("implementing_unit",))
    assert told.args == [("implementing_unit",)]


def test_another_form_brings_its_template_and_texts(page, document):
    other = golden("004-5")
    document.replace(other.form, other.template)
    assert page.template_name.text() == other.template.name
    assert page.fields[NAME].box.typed() == other.form.project_name
