# SPDX-License-Identifier: MIT
"""Claims about the status line."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.ui.hands import blank, golden
from ui.status import FiguresLine, SavedLabel, figures_shown

AT = datetime(2024, 11, 20, 10, 32)


def text_of(document, qtbot):
    line = FiguresLine()
    qtbot.addWidget(line)
    line.show_figures(figures_shown(document.judge.figures, document.template))
    return line.text()


@pytest.fixture
def saved(qtbot):
    label = SavedLabel()
    qtbot.addWidget(label)
    return label


def test_it_shows_the_computed_figures(qtbot):
    assert text_of(golden("003-1"), qtbot) == "分值 100/100   得分 97.78   执行率 77.83 %   评级 优"


def test_points_that_do_not_add_up_are_marked(qtbot):
    assert text_of(blank(), qtbot).startswith("分值 10/100 ▲")


def test_a_template_without_rating_shows_none(qtbot):
    assert "评级" not in text_of(golden("000-1"), qtbot)


def test_what_cannot_be_computed_yet_is_a_dash(qtbot):
    assert text_of(blank("shanghai-2024"), qtbot).endswith("执行率 —   评级 —")


def test_figures_are_told_to_the_screen_reader(qtbot):
    document, line = golden("003-1"), FiguresLine()
    qtbot.addWidget(line)
    line.show_figures(figures_shown(document.judge.figures, document.template))
    assert line.accessibleDescription() == line.text()


def test_a_new_form_is_not_saved(saved):
    saved.show_state(False, None)
    assert saved.text() == "未保存"


def test_a_saved_form_says_when(saved):
    saved.note_saved(AT)
    saved.show_state(False, Path("/a/b.json"))
    assert (saved.text(), saved.toolTip()) == ("已保存 10:32", str(Path("/a/b.json")))


def test_a_form_out_of_a_working_copy_says_so_until_it_is_changed(saved):
    saved.show_state(False, None, Path("/a/b.pdf"))
    assert saved.text() == "来自工作稿"
    assert str(Path("/a/b.pdf")) in saved.toolTip()
    saved.show_state(True, None, Path("/a/b.pdf"))
    assert saved.text() == "未保存"


def test_a_changed_form_is_not_saved(saved):
    saved.note_saved(AT)
    saved.show_state(True, Path("/a/b.json"))
    assert saved.text() == "未保存"


def test_another_form_was_not_saved_at_that_time(saved):
    saved.note_saved(AT)
    saved.forget()
    saved.show_state(False, Path("/a/b.json"))
    assert saved.text() == "已保存"
