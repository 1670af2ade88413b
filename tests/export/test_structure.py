# SPDX-License-Identifier: MIT
"""Claims about what cells are in the structure tree."""

from typing import get_args

import pytest

from export.cells import Block, Cell, Role
from export.structure import ELEMENTS, FURNITURE, Kinds, element_of, planned, summary


@pytest.fixture
def added():
    """Attributes put into the file."""
    return []


@pytest.fixture
def kinds(added):
    def add(body):
        added.append(body)
        return b"%d 0 R" % len(added)

    return Kinds(add)


def test_every_role_is_known_as_an_element_or_as_furniture():
    assert set(ELEMENTS) | set(FURNITURE) <= set(get_args(Role))
    assert not set(ELEMENTS) & set(FURNITURE)


def test_a_value_set_like_a_head_is_no_head():
    assert element_of("head", is_head=True) == ("TH", "Column")
    assert element_of("head", is_head=False).name == "TD"


def test_alike_cells_share_their_attributes(kinds, added):
    assert [kinds.of(role, False, 1, 3).end for role in ("label", "group")] == [b"/S/TH/A 1 0 R>>"] * 2
    assert added == [b"<</O/Table/Scope/Row/RowSpan 3>>"]


def test_a_plain_cell_has_no_attributes(kinds, added):
    assert kinds.of("text", False).end == b"/S/TD>>"
    assert added == []


def test_a_kind_tells_how_the_content_of_a_number_opens_and_its_element_ends(kinds):
    assert kinds.of("text", False).marks[7] == ("/TD<</MCID 7>>BDC", b"/K 7/S/TD>>")


def test_a_paragraph_outside_tables_spans_nothing(kinds, added):
    assert kinds.of("note", False, 3).end == b"/S/P>>"
    assert added == []


def test_rows_and_cells_are_numbered_from_the_document_on():
    free = Block((1,), ((Cell("名", "title", 0),),), ruled=False)
    table = Block((1, 1), ((Cell("甲", "label", 0), Cell("乙", "field", 1)), (Cell("丙", "field", 0, 2),)))
    plans = planned((free, table, free), 10)
    assert [(plan.parent, plan.first) for plan in plans] == [(10, 11), (13, 14), (16, 17), (10, 18)]


def test_a_table_is_about_the_heading_along_it():
    rows = ((Cell("绩效指标", "label", 0, rows=2), Cell("", "head", 1)), (Cell("", "text", 1),))
    assert summary(Block((1, 1), rows)) == "绩效指标"
    assert summary(Block((1, 1), rows[1:])) == ""
