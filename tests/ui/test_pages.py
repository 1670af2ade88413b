# SPDX-License-Identifier: MIT
"""Claims about the frame every page shares."""

import pytest
from PySide6.QtGui import QFont

from model.places import indicator_place
from tests.ui.hands import golden, shown
from ui.due import due_findings
from ui.funds_page import FundsPage
from ui.goals_page import GoalsPage
from ui.header_page import HeaderPage
from ui.indicators_page import IndicatorsPage
from ui.pages import Page, heading, scaled

PAGES = (HeaderPage, FundsPage, GoalsPage, IndicatorsPage)


@pytest.mark.parametrize("kind", PAGES)
def test_every_page_commits_and_goes_anywhere_without_harm(qtbot, qapp, kind):
    page = shown(qtbot, kind(golden("004-5")))
    for finding in due_findings(page.document):
        page.go_to(finding.place)
    page.commit()
    assert not page.document.undo_stack.count()


def test_a_page_of_no_kind_goes_nowhere(document, qtbot):
    page = Page(document)
    qtbot.addWidget(page)
    with pytest.raises(NotImplementedError):
        page.go_to(())
    with pytest.raises(NotImplementedError):
        page.commit()


def test_a_heading_is_larger_than_the_text(qtbot):
    label = heading("绩效指标")
    qtbot.addWidget(label)
    assert label.font().pointSizeF() > QFont().pointSizeF()


def test_fonts_measured_in_pixels_are_scaled_too(qapp):
    font = QFont()
    font.setPixelSize(20)
    assert scaled(font, 1.5).pixelSize() == 30


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_tells_its_place_whenever_it_is_shown(qtbot, qapp, kind):
    page = shown(qtbot, kind(golden("004-5")))
    page.hide()
    with qtbot.waitSignal(page.place_changed) as told:
        page.show()
    assert told.args == [page.here()]
    assert told.args[0]


def test_the_place_moves_with_its_row(qtbot, qapp):
    page = shown(qtbot, IndicatorsPage(golden("002-2")))
    page.go_to(indicator_place(0, 0, 3))
    with qtbot.waitSignal(page.place_changed) as told:
        page.move_rows(-1)
    assert told.args[0][:6] == indicator_place(0, 0, 2)
