# SPDX-License-Identifier: MIT
"""Places on the page: which cell of the form stands at a point, and where on which page a cell is printed."""

import pickle
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from export.paper import Paper, PaperPage
from model.places import INDICATORS, Place, rows_of

Rows: TypeAlias = tuple[int, ...]
"""Where an indicator stands in the tree: its numbers on level 1, 2 and 3."""

MOST_UNPACKED = 12  # pages
INDICATOR = 3  # numbers on the way to an indicator
AFTER_ALL = (1 << 30,)  # sorts behind every row of a group


class PlaceBox(NamedTuple):
    """Where a cell is printed; a cell cut by a page break has two.  Unit: points from the page's top left."""

    place: Place
    page: int  # index
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, eq=False)
class PagePlaces:
    """All places of a printed form; packed page by page, as a long form has very many."""

    packed: tuple[bytes, ...]
    firsts: tuple[Rows, ...]  # the indicator each page begins or goes on with, or that came last before
    begun: dict[Rows, int]  # the first indicator that begins on a page, with the page's index
    others: dict[Place, tuple[int, ...]]  # the pages of what is no part of the tree
    _unpacked: dict[int, list[PlaceBox]] = field(default_factory=dict, init=False, repr=False)

    def on_page(self, page: int) -> list[PlaceBox]:
        """Return all places of a page in reading order."""
        boxes = self._unpacked.get(page)
        if boxes is None:
            if len(self._unpacked) >= MOST_UNPACKED:
                del self._unpacked[next(iter(self._unpacked))]
            boxes = self._unpacked[page] = [PlaceBox(*box) for box in pickle.loads(self.packed[page])]
        return boxes

    def of(self, place: Place, pages: Sequence[int] | None = None) -> Iterator[PlaceBox]:
        """Go through where a place is printed, on these pages or all; for a row or group, all its cells."""
        for page in self._pages_of(place) if place else ():
            if pages is None or page in pages:
                yield from (box for box in self.on_page(page) if box.place[: len(place)] == place)

    def at(self, page: int, x: float, y: float) -> Place | None:
        """Return the cell printed at a point of a page; a label stands for the cell at its right."""
        boxes = self.on_page(page)
        level = [box for box in boxes if box.top <= y <= box.bottom]
        right = [box for box in level if x <= box.right]
        if not right or x < min(box.left for box in boxes) / 2:
            return None
        return min(right, key=lambda box: max(box.left, x)).place

    def _pages_of(self, place: Place) -> Sequence[int]:
        if place[:1] != INDICATORS:
            below = (pages for other, pages in self.others.items() if other[: len(place)] == place)
            return sorted({page for pages in below for page in pages})
        rows = rows_of(place)
        first = bisect_left(self.firsts, rows) - 1
        last = bisect_right(self.firsts, (*rows, *AFTER_ALL))
        return range(max(0, first), min(last + 1, len(self.packed)))


def places_on(paper: Paper) -> PagePlaces:
    """Note where every cell of the form is printed."""
    packed, firsts, begun = [], [], {}
    last: Rows = ()
    others: dict[Place, list[int]] = {}
    for index, page in enumerate(paper.pages):
        boxes = list(place_boxes(page, index))
        packed.append(pickle.dumps([tuple(box) for box in boxes], pickle.HIGHEST_PROTOCOL))
        rows = _indicators(boxes)
        firsts.append(rows[0] if rows else last)
        if new := [row for row in rows if row != last]:
            begun[new[0]] = index
        last = rows[-1] if rows else last
        for place in {box.place for box in boxes if not rows_of(box.place)}:
            others.setdefault(place, []).append(index)
    return PagePlaces(tuple(packed), tuple(firsts), begun, {place: tuple(on) for place, on in others.items()})


def place_boxes(page: PaperPage, index: int) -> Iterator[PlaceBox]:
    """Go through the places where a page prints cells of the form, in reading order."""
    margin, labels = page.margin, dict(page.sheet.labels)
    for row, _, top, height, _ in page.sheet.rows:
        for span in row.spans:
            label = labels.pop(span.key, None)
            if label and (place := label.cell.cell.place):
                edges = (label.cell.left, label.top, label.cell.right, label.bottom)
                yield PlaceBox(place, index, *(margin + edge for edge in edges))
        for cell in row.cells:
            if place := cell.cell.place:
                bottom = margin + top + height
                yield PlaceBox(place, index, margin + cell.left, margin + top, margin + cell.right, bottom)


def _indicators(boxes: Sequence[PlaceBox]) -> list[Rows]:
    """Return the indicators of a page in printed order."""
    found = (rows_of(box.place) for box in boxes if box.place[:1] == INDICATORS)
    return list(dict.fromkeys(rows for rows in found if len(rows) == INDICATOR))
