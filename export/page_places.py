# SPDX-License-Identifier: MIT
"""Places on the page: which cell of the form stands at a point, and where on which page a cell is printed."""

from typing import NamedTuple

from export.paper import Paper, PaperPage
from model.places import Place


class PlaceBox(NamedTuple):
    """Where a cell of the form is printed; points from the paper's left and top."""

    page: int  # the first is 1
    left: float
    top: float
    right: float
    bottom: float


def find_place(page: PaperPage, x: float, y: float) -> Place | None:
    """Return the cell of the form printed at a point of a page; None where there is none."""
    boxes = (box for box in page.boxes() if box.left <= x < box.right and box.top <= y < box.bottom)
    return next((box.cell.place for box in boxes), None)


def place_boxes(paper: Paper) -> dict[Place, tuple[PlaceBox, ...]]:
    """Return where every cell of the form is printed; one that runs over a page's end has several boxes."""
    found: dict[Place, tuple[PlaceBox, ...]] = {}
    for page in paper.pages:
        for box in page.boxes():
            if (place := box.cell.place) is not None:
                here = PlaceBox(page.number, box.left, box.top, box.right, box.bottom)
                found[place] = (*found.get(place, ()), here)
    return found
