# SPDX-License-Identifier: MIT
"""Places on the page: which cell of the form stands at a point, and where on which page a cell is printed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from export.paper import Paper
from model.places import Place


class PlaceBox(NamedTuple):
    """Where a cell is printed; a cell cut by a page break has two.  Unit: points from the page's top left."""

    place: Place
    page: int  # index
    left: float
    top: float
    right: float
    bottom: float


def place_boxes(paper: Paper) -> Iterator[PlaceBox]:
    """Go through all places where cells of the form are printed, in reading order."""
    for index, page in enumerate(paper.pages):
        for box in page.boxes():
            if box.cell.place:
                yield PlaceBox(box.cell.place, index, box.left, box.top, box.right, box.bottom)


def place_at(boxes: Sequence[PlaceBox], page: int, x: float, y: float) -> Place | None:
    """Return the cell of the form printed at a point of a page; None where there is none."""
    hits = (box for box in boxes if box.page == page and box.left <= x <= box.right)
    return next((box.place for box in hits if box.top <= y <= box.bottom), None)
