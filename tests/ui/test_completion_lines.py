# SPDX-License-Identifier: MIT
"""Claims about how a line of the list of suggestions is drawn."""

import pytest
from PySide6.QtGui import QColor, QFont, QFontMetrics

from model.completing import Offer
from ui import theme
from ui.completion_lines import LONGEST_NOTE, emphasised, remark, widest_line
from ui.completion_list import CompletionList, spoken


def test_matched_characters_are_bold_and_underlined_not_only_coloured(qapp):
    (part,) = emphasised("培训人次", (0, 1))
    assert (part.start, part.length) == (0, 2)
    assert part.format.fontWeight() == QFont.Weight.Bold
    assert part.format.fontUnderline()


def test_characters_beyond_sixteen_bits_count_twice(qapp):
    parts = emphasised("𠮷a𠮷b", (1, 2))
    assert [(part.start, part.length) for part in parts] == [(2, 3)]


def test_what_is_cut_off_is_not_emphasised(qapp):
    assert emphasised("培…", (5, 6)) == []


def test_a_long_target_is_cut_in_the_remark_and_said_in_full():
    offer = Offer("甲", "常用指标", note="长" * 30)
    assert remark(offer) == "长" * (LONGEST_NOTE - 1) + "…   常用指标"
    assert spoken(offer) == f"甲，{'长' * 30}，常用指标"


def test_the_list_is_as_wide_as_its_longest_line_would_like(qapp):
    short, long = Offer("甲", "常用指标"), Offer("甲" * 20, "常用指标")
    metrics = QFontMetrics(qapp.font())
    assert widest_line([short, long], metrics) > widest_line([short], metrics)


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_current_line_is_told_by_a_bar_too(qtbot, is_dark):
    shown = CompletionList(None)
    qtbot.addWidget(shown)
    shown.setPalette(theme.palette_of(is_dark))
    shown.lines.show([Offer("培训人次", "常用指标")])
    shown.resize(400, 100)
    shown.step(1)
    picture = shown.view.grab().toImage()
    box = shown.view.visualRect(shown.view.currentIndex())
    bar, ground = (QColor(picture.pixel(x, box.center().y())) for x in (box.left() + 1, box.left() + 5))
    assert abs(bar.lightness() - ground.lightness()) > 60
