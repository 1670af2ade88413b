# SPDX-License-Identifier: MIT
"""Claims about marks beside fields."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter

from model.edits import SetCell
from model.rules.finding import Finding, Severity
from ui.marks import MarkLabel, MarkStamps, findings_at
from ui.theme import mark_colour, palette_of

FINDING = Finding("header.missing", Severity.TODO, ("project_name",), "请填写项目名称。", "")


def test_a_mark_says_what_the_finding_says(qtbot):
    mark = MarkLabel()
    qtbot.addWidget(mark)
    mark.show_findings([FINDING])
    assert (mark.severity, mark.toolTip()) == (Severity.TODO, "待填：请填写项目名称。")
    assert mark.accessibleName() == "1 个待填"
    mark.show_findings([])
    assert (mark.severity, mark.toolTip()) == (None, "")


def test_nothing_moves_when_a_mark_comes(qtbot):
    mark = MarkLabel()
    qtbot.addWidget(mark)
    before = mark.size()
    mark.show_findings([FINDING])
    assert mark.size() == before


def test_a_stamped_mark_has_its_colour(qapp):
    image, palette = QImage(20, 20, QImage.Format.Format_ARGB32), palette_of(dark=True)
    painter = QPainter(image)
    MarkStamps(palette, 1.0).draw(painter, QPoint(0, 0), Severity.ERROR)
    painter.end()
    assert image.pixelColor(5, 5) == mark_colour(Severity.ERROR, palette)


def test_findings_are_found_by_place(document):
    document.do(SetCell(("project_name",), ""), "")
    assert [one.rule for one in findings_at(document, ("project_name",))] == ["header.missing"]
    assert not list(findings_at(document, ("implementing_unit",)))
