# SPDX-License-Identifier: MIT
"""Paper: pages with every word at its place; file, print and preview are drawn from them.

All places are in points from the paper's left and top.
"""

from collections.abc import Iterator
from typing import NamedTuple

from export.cells import Block, Cell
from export.pages import Sheet
from export.setting import SetCell

_made = tuple.__new__  # of records: the quickest way, as a long form has very many

MOST_CENTRED = 2  # lines of a value
MOST_SPACING = 0.05  # of the type size; a reader of the file takes wider gaps for spaces
MIDDLE = 0.38  # from the line that letters stand on to their middle, in type sizes


class Text(NamedTuple):
    """A line of text; `y` is where the letters stand."""

    text: str
    x: float
    y: float
    size: float
    bold: bool
    spacing: float = 0.0  # added after every character, in points


class Box(NamedTuple):
    """A cell, or the part of it that one page prints."""

    cell: Cell
    left: float
    top: float
    right: float
    bottom: float
    texts: tuple[Text, ...]
    ruled: bool
    again: bool = False  # a head or label that an earlier page has printed already


class PaperPage(NamedTuple):
    """One page; its boxes are worked out when asked for, as a long form has very many."""

    number: int
    width: float
    height: float
    margin: float
    sheet: Sheet
    furniture: tuple[Box, ...]  # what stands outside the table

    def boxes(self) -> Iterator[Box]:
        """Go through the boxes in reading order; a label comes before the first of its rows."""
        labels, margin = dict(self.sheet.labels), self.margin
        for row, _, top, height, again in self.sheet.rows:
            for span in row.spans if labels else ():
                if label := labels.pop(span.key, None):
                    edges = (margin + label.top, margin + label.bottom)
                    yield _box(label.cell, margin, *edges, row.ruled, label.again)
            top, bottom = margin + top, margin + top + height
            for cell in row.cells:
                yield _box(cell, margin, top, bottom, row.ruled, again)
        yield from self.furniture

    def lines(self) -> Iterator[tuple[bool, str]]:
        """Go through all lines of text, in no order: whether bold, and the text."""
        cells = [cell for placed in self.sheet.rows for cell in placed.row.cells]
        for cell in (*cells, *(label.cell for label in self.sheet.labels.values())):
            for line in cell.lines:
                yield cell.setting.style.bold, line.text + line.space
        yield from ((text.bold, text.text) for box in self.furniture for text in box.texts)


class Paper(NamedTuple):
    """All pages of a form."""

    title: str
    subject: str
    draft_mark: str  # printed across every page; "" on final ones
    pages: tuple[PaperPage, ...]
    blocks: tuple[Block, ...]  # whose rows the pages print, in order


def _box(cell: SetCell, margin: float, top: float, bottom: float, ruled: bool, again: bool) -> Box:
    left, right = margin + cell.left, margin + cell.right
    texts = _texts(cell, left, right, top, bottom) if cell.lines else ()
    return _made(Box, (cell.cell, left, top, right, bottom, texts, ruled, again))


def _texts(cell: SetCell, left: float, right: float, top: float, bottom: float) -> tuple[Text, ...]:
    _, (style, size, leading, align, _), _, _, lines, _, start = cell
    count, bold = len(lines), style.bold
    first = top + style.above if style.at_top else (top + bottom - count * leading) / 2
    y = first + leading / 2 + MIDDLE * size
    if align == "left" or (align == "value" and count > MOST_CENTRED):
        start = style.side
    texts = []
    for text, thousandths, ends, space in lines:
        width = thousandths * size / 1000
        x = (left + right - width) / 2 if start is None else left + start
        spacing = 0.0
        if start is not None and not ends:
            spacing = _spacing(len(text), right - left - 2 * style.side - width, size)
        texts.append(_made(Text, (text + space, x, y, size, bold, spacing)))
        y += leading
    return tuple(texts)


def _spacing(characters: int, slack: float, size: float) -> float:
    """Return what every character must take more for the line to reach the cell's edge, if nobody sees it."""
    spacing = slack / max(1, characters - 1)
    return spacing if spacing <= size * MOST_SPACING else 0.0
