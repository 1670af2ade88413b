# SPDX-License-Identifier: MIT
"""Claims about the live page."""

import pytest
from PySide6.QtCore import QPoint, Qt

from model.edits import SetCell
from model.places import place_of
from tests.ui.hands import golden
from ui.preview import PreviewPanel
from ui.sections import FUNDS, INDICATORS

LAST_ROW = place_of("/indicators/2/children/0/children/0/name")


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def panel(qtbot, press, document):
    panel = PreviewPanel(press)
    qtbot.addWidget(panel)
    panel.resize(500, 400)
    document.findings_changed.connect(panel.note_change)
    return panel


@pytest.fixture
def seen(panel, press, qtbot):
    """The panel with the first proof in it."""
    with qtbot.waitSignals([press.printed, press.drawn]):
        panel.show()
    return panel


def test_nothing_is_printed_while_it_is_hidden(panel, document):
    document.do(SetCell(("project_name",), "改"), "")
    assert not panel._pause.isActive()


def test_it_prints_when_it_is_first_seen(seen):
    assert seen.footer.text().startswith("第 1 页，共")


def test_it_follows_a_change(seen, press, document, qtbot):
    with qtbot.waitSignal(press.printed) as printed:
        document.do(SetCell(("project_name",), "改"), "")
    assert seen.pages._proof is printed.args[0]


def test_many_changes_are_printed_once(seen, press, document, qtbot):
    proofs = []
    press.printed.connect(proofs.append)
    with qtbot.waitSignal(press.printed):
        for name in "一二三四":
            document.do(SetCell(("project_name",), name), "")
    assert len(proofs) == 1


def test_it_follows_the_clerks_cell_to_another_page(seen, qtbot):
    seen.follow(LAST_ROW)
    assert seen.pages.verticalScrollBar().value() > 0
    assert not seen.footer.text().startswith("第 1 页")


def test_a_click_leads_to_the_cell(seen, qtbot):
    seen.follow(("project_name",))
    frame = next(seen.pages._frames()).center().toPoint()
    with qtbot.waitSignal(seen.pages.place_chosen) as chosen:
        qtbot.mouseClick(seen.pages.viewport(), Qt.MouseButton.LeftButton, pos=frame)
    assert chosen.args == [("project_name",)]


def test_a_click_beside_the_page_leads_nowhere(seen, qtbot):
    with qtbot.assertNotEmitted(seen.pages.place_chosen):
        qtbot.mouseClick(seen.pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))


def test_a_wider_panel_shows_a_larger_page(seen, press, qtbot):
    with qtbot.waitSignal(press.drawn) as drawn:
        seen.resize(800, 400)
    assert drawn.args[2].width() > 500


def test_a_picture_of_an_older_proof_is_passed_over(seen, press):
    drawn = seen.pages.pictures._drawn[0]
    seen.pages.show_picture(press.proof(), 0, drawn[1].scaled(3, 3))
    assert seen.pages.pictures._drawn[0] is drawn


def test_only_pages_near_the_visible_ones_are_kept(seen, press, qtbot):
    seen.follow(LAST_ROW)
    seen.pages.viewport().repaint()
    assert all(page >= 0 for page in seen.pages.pictures._drawn)
    assert len(seen.pages.pictures._drawn) <= 6


def test_a_page_that_cannot_be_drawn_says_so(seen, press):
    press.failed.emit("ValueError: x")
    assert "填写的内容不受影响" in seen.footer.text()


def test_the_zoom_is_remembered(press, settings, qtbot):
    for zoom in ("150", "150"):
        panel = PreviewPanel(press, settings)
        qtbot.addWidget(panel)
        panel.pages.set_zoom(zoom)
    assert PreviewPanel(press, settings).pages.zoom == "150"


def test_a_form_that_takes_long_is_printed_after_a_longer_pause(seen, monkeypatch):
    monkeypatch.setattr("ui.preview.monotonic", lambda: seen._asked_at + 0.3)
    seen._show_proof(seen.pages._proof)
    assert seen._pause.interval() == 300


def test_no_pause_is_longer_than_one_waits_for(seen, monkeypatch):
    monkeypatch.setattr("ui.preview.monotonic", lambda: seen._asked_at + 30)
    seen._show_proof(seen.pages._proof)
    assert seen._pause.interval() == 600


def test_a_section_brought_to_the_front_moves_the_frame(at_work, qtbot):
    desk, pages = at_work.rooms.desk, at_work.rooms.preview.pages
    desk.sections.setCurrentRow(FUNDS)
    assert pages._place[0] in ("funds", "stated")
    desk.sections.setCurrentRow(INDICATORS)
    assert pages._place[0] == "indicators"
