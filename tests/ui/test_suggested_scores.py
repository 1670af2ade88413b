# SPDX-License-Identifier: MIT
"""Claims about suggested scores in the tree: shown in grey with their reason, taken with one key."""

from decimal import Decimal

import pytest

from model.drafts import to_bytes
from model.places import indicator_place
from model.templates import load_template
from tests.builders import complete_form, indicator, tree
from ui import cells
from ui.cells import Look
from ui.document import Document
from ui.indicators_page import IndicatorsPage

FIRST, SECOND = indicator_place(0, 0, 0), indicator_place(0, 0, 1)


@pytest.fixture
def page(qtbot):
    rows = [
        indicator("甲", target="≥100%", actual="98%", score=""),
        indicator("乙", target="良好", actual="尚可", score=""),
    ]
    form = complete_form(
        indicators=tree(产出指标_数量指标=rows, 效益指标_社会效益指标=[indicator("丙", score="")])
    )
    page = IndicatorsPage(Document(form, load_template("ministry")))
    qtbot.addWidget(page)
    page.show()
    return page


def score_of(page, place):
    return page.tree.index_of((*place, "score"))


def test_an_empty_score_shows_the_suggestion_in_grey(page):
    cell = page.tree.cell(score_of(page, FIRST))
    assert (cell.text, cell.look) == ("9.80", Look.COMPUTED)


def test_the_arithmetic_is_told_in_the_tooltip(page):
    words = page.tree.data(score_of(page, FIRST), cells.TOOL_TIP)
    assert "建议：98 ÷ 100 × 10 = 9.80；财预〔2020〕10号" in words


def test_the_suggestion_is_no_content_of_the_cell(page):
    assert page.tree.data(score_of(page, FIRST), cells.EDIT) == ""


def test_where_nothing_follows_nothing_is_shown(page):
    assert page.tree.cell(score_of(page, SECOND)).text == ""


def test_a_suggestion_is_taken_in_one_undo_step(page):
    before = to_bytes(page.document.form)
    page.go_to((*FIRST, "score"))
    page.accept_score()
    assert page.document.value((*FIRST, "score")) == Decimal("9.80")
    page.document.undo_stack.undo()
    assert to_bytes(page.document.form) == before


def test_all_suggestions_are_taken_in_one_undo_step(page):
    page.accept_all_scores()
    scores = [row.score for _, row in page.document.form.all_indicators()]
    assert scores == [Decimal("9.80"), "", Decimal("10.00")]
    assert page.document.undo_stack.count() == 1
    assert page.document.undo_stack.undoText() == "采用 2 项建议得分"


def test_a_subtotal_says_what_it_adds_up(page):
    index = page.tree.index_of(("indicators", 0)).siblingAtColumn(score_of(page, FIRST).column())
    assert page.tree.data(index, cells.TOOL_TIP).startswith("产出指标共 2 项：分值合计 20")


def test_renaming_a_group_tells_that_its_rows_are_judged_anew(page, qtbot):
    below = page.tree.index_of(FIRST).parent()
    with qtbot.waitSignal(page.tree.dataChanged, check_params_cb=lambda first, *_: first.parent() == below):
        page.tree.setData(page.tree.index_of(("indicators", 0, "name")), "成本指标")
