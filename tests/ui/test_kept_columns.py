# SPDX-License-Identifier: MIT
"""Claims about the tree's columns staying as the clerk has drawn them."""

import pytest

from tests.builders import complete_form
from tests.ui.hands import document_of
from ui.kept_columns import keep_columns
from ui.settings import COLUMNS
from ui.tree_model import TreeModel
from ui.tree_view import TreeView


@pytest.fixture
def make_view(qtbot, settings):
    document = document_of(complete_form())

    def make():
        view = TreeView(TreeModel(document, document))
        qtbot.addWidget(view)
        view.resize(1200, 400)
        with qtbot.waitExposed(view):
            view.show()
        keep_columns(view, settings)
        return view

    return make


def widths(view):
    return [view.columnWidth(column) for column in range(5)]


def test_they_come_back_as_drawn(make_view):
    view = make_view()
    view.setColumnWidth(0, view.columnWidth(0) + 60)
    view.setColumnWidth(1, view.columnWidth(1) - 60)
    view.header().released.emit()
    drawn = widths(view)
    assert [abs(now - was) <= 3 for now, was in zip(widths(make_view()), drawn, strict=True)] == [True] * 5


@pytest.mark.parametrize("kept", [["1"], ["a", "b", "c", "d"], ["0"] * 4, ["-5"] * 4, ["99999"] * 4])
def test_nonsense_is_passed_over(make_view, settings, kept):
    plain = widths(make_view())
    settings.write(COLUMNS, kept)
    assert widths(make_view()) == plain
