# SPDX-License-Identifier: MIT
"""Claims about where pages lie in the view."""

import pytest
from PySide6.QtCore import QPointF, QSizeF

from ui.page_geometry import GAP, WHOLE, WIDTH, geometry, next_step

A4 = (595.0, 842.0)
ROOM = QSizeF(400, 300)


def laid(count=3, zoom=WIDTH, room=ROOM):
    return geometry([A4] * count, room, zoom, 96)


def test_as_wide_as_there_is_room(qapp):
    assert laid().box(0).width() == pytest.approx(ROOM.width() - 2 * GAP)


def test_a_whole_page_fits_both_ways(qapp):
    box = laid(zoom=WHOLE).box(0)
    assert box.height() == pytest.approx(ROOM.height() - 2 * GAP)
    assert box.center().x() == pytest.approx(ROOM.width() / 2, abs=1)


def test_a_hundred_percent_is_as_large_as_printed(qapp):
    assert laid(zoom="100").box(0).width() == pytest.approx(595 * 96 / 72)


@pytest.mark.parametrize("zoom", [WIDTH, WHOLE, "50", "300"])
def test_the_pages_seen_are_those_that_touch_the_view(qapp, zoom):
    layout = laid(40, zoom)
    for top in range(0, int(layout.extent.height()), 97):
        touching = [
            page
            for page in range(40)
            if layout.box(page).bottom() >= top and layout.box(page).top() <= top + ROOM.height()
        ]
        assert list(layout.seen(top)) == touching


def test_a_point_of_a_page_is_found_again(qapp):
    layout = laid(zoom="150")
    placed = layout.placed(1, 100, 200, 100, 200).topLeft()
    assert layout.point(1, placed) == QPointF(100, 200)


def test_no_pages_take_no_room(qapp):
    assert list(laid(0).seen(0)) == []


@pytest.mark.parametrize(
    ("percent", "up", "step"), [(68, True, "75"), (75, True, "100"), (300, True, "300"), (68, False, "50")]
)
def test_zoom_goes_by_steps(percent, up, step):
    assert next_step(percent, up) == step
