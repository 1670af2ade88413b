# SPDX-License-Identifier: MIT
"""Claims about the handbook of checks on its sheet."""

from model.rules import RULES
from model.templates import load_template
from ui.handbook_sheet import HandbookSheet


def test_every_check_is_on_the_sheet(qtbot):
    sheet = HandbookSheet(load_template("ministry"), "", None)
    qtbot.addWidget(sheet)
    words = sheet.text.toPlainText()
    assert all(rule.about in words for rule in RULES)


def test_the_sheet_opens_at_the_rule_in_question(qtbot):
    sheet = HandbookSheet(load_template("ministry"), "rating.mismatch", None)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.text.scrollToAnchor("rating.mismatch")
    assert sheet.text.verticalScrollBar().value() > 0
