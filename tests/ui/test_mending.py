# SPDX-License-Identifier: MIT
"""Claims about the menu of quick fixes: previewed, one undo step, and never without a person."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from model.drafts import load, to_bytes
from model.templates import load_template
from tests.builders import GOLDEN
from ui import dialogs
from ui.document import Document
from ui.mending import Mending
from ui.problem_delegate import SOURCE
from ui.problems import ProblemPanel


@pytest.fixture
def document():
    form = load(GOLDEN / "004-5.json").form
    return Document(form, load_template(form.template))


@pytest.fixture
def mending(document, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    return Mending(document, window)


def finding_of(document, rule):
    return next(finding for finding in document.findings() if finding.rule == rule)


def test_every_line_of_the_menu_tells_what_it_would_change(mending, document):
    menu = mending.menu_of(finding_of(document, "funds.unit_mixed"))
    together, single = menu.actions()
    assert "当年财政拨款 · 全年执行数：911077.80 → 91.11" in together.toolTip()
    assert single.toolTip().count("→") == 1


def test_a_fix_of_one_cell_is_one_undo_step(mending, document):
    before = to_bytes(document.form)
    mending.menu_of(finding_of(document, "score.range")).actions()[0].trigger()
    assert document.value(("stated", "execution_score")) is None
    assert document.undo_stack.undoText() == "采用计算值"
    document.undo_stack.undo()
    assert to_bytes(document.form) == before


@pytest.mark.parametrize(("answer", "actual"), [(True, Decimal("91.11")), (False, Decimal("911077.80"))])
def test_a_fix_of_several_cells_is_shown_before_it_is_done(mending, document, monkeypatch, answer, actual):
    shown = []
    monkeypatch.setattr(dialogs, "ask_fix", lambda parent, text, changes: shown.append(changes) or answer)
    mending.menu_of(finding_of(document, "funds.unit_mixed")).actions()[0].trigger()
    assert len(shown[0]) == 2
    assert document.value(("funds", "total", "actual")) == actual


def test_a_finding_without_a_fix_says_so(mending, document):
    (only,) = mending.menu_of(finding_of(document, "goal.copied")).actions()
    assert not only.isEnabled()


def test_the_list_asks_for_the_fixes_of_the_chosen_problem(document, qtbot):
    panel = ProblemPanel()
    qtbot.addWidget(panel)
    panel.show_findings(document.findings())
    panel.list.setCurrentIndex(panel.model.index(2))
    with qtbot.waitSignal(panel.fixes_wanted) as asked:
        panel.offer_fixes()
    assert asked.args[0] is panel.model.findings[2]
    assert isinstance(asked.args[1], QPoint)


def test_a_problem_that_can_be_mended_says_with_which_key(document, qtbot):
    panel = ProblemPanel()
    qtbot.addWidget(panel)
    panel.show_findings(document.findings())
    lines = [str(panel.model.index(row).data(SOURCE)) for row in range(3)]
    assert ["Ctrl+." in line for line in lines] == [True, True, False]
