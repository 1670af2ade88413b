# SPDX-License-Identifier: MIT
"""Drawing: a page becomes the operators of its content stream.

Source: ISO 32000-1, 8.5 (paths) and 9.4 (text).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from export.paper import MIDDLE, Box, PaperPage, Text
from export.structure import END, LAYOUT, WATERMARK, Opening

RULE = 0.5  # points
SQUARE_ENDS = 2  # lines reach half their width beyond their ends, so that corners close
PLACE, LINE = "1 0 0 1 %.2f %.2f Tm ", "%.2f %.2f m %.2f %.2f l"  # numbers are written quickest so
MARK_LENGTH, MOST_MARK_SIZE = 0.64, 0.32  # of the paper's shorter edge
MARK_SHADE = 0.93  # of white
DIAGONAL = 0.7071


class Run(NamedTuple):
    """The part of a line that one font draws: the font's name on the page, and the codes as in a string."""

    font: str
    codes: str


Encoded: TypeAlias = Mapping[tuple[bool, str], Sequence[Run]]
"""The runs of every line, found by whether it is bold and by its text."""


def page_operators(
    page: PaperPage, encoded: Encoded, mark: str, openings: Sequence[Opening] | None = None
) -> str:
    """Return what draws a page: the mark lowest, then the rules, then the text.

    `openings` begin the marked contents of the boxes; without them nothing is marked.
    """
    boxes = list(page.boxes())
    parts = [_mark(page, encoded[True, mark], len(mark))] if mark else []
    rules = list(_rules([box for box in boxes if box.ruled], page.height))
    if openings is not None:
        parts, rules = _marked(WATERMARK, parts), _marked(LAYOUT, rules)
    contents = _contents(boxes, [""] * len(boxes) if openings is None else openings)
    return "\n".join([*parts, *rules, "BT", *_texts(contents, page.height, encoded), "ET"])


def _marked(opening: str, operators: list[str]) -> list[str]:
    return [opening, *operators, END] if operators else []


def _mark(page: PaperPage, runs: Sequence[Run], length: int) -> str:
    size = min(page.width, page.height) * min(MOST_MARK_SIZE, MARK_LENGTH / length)
    across, up = length * size / 2, MIDDLE * size
    x = page.width / 2 - (across - up) * DIAGONAL
    y = page.height / 2 - (across + up) * DIAGONAL
    place = f"{DIAGONAL} {DIAGONAL} -{DIAGONAL} {DIAGONAL} {x:.2f} {y:.2f} Tm"
    drawn = " ".join(f"/{font} {size:.1f} Tf ({codes}) Tj" for font, codes in runs)
    return f"q {MARK_SHADE} g BT {place} {drawn} ET Q"


def _contents(boxes: Sequence[Box], openings: Sequence[Opening]) -> Iterator[tuple[str, Sequence[Text]]]:
    """Go through the lines marked together, with what opens them: those of a box, or of its paragraphs."""
    for box, opening in zip(boxes, openings, strict=True):
        if isinstance(opening, str):
            yield opening, box.texts
        else:
            starts = [number for number, begins in enumerate(opening) if begins]
            for start, end in pairwise((*starts, len(opening))):
                yield opening[start], box.texts[start:end]


def _texts(contents: Iterable[tuple[str, Sequence[Text]]], height: float, encoded: Encoded) -> list[str]:
    now_font, now_size, now_spacing = "", 0.0, 0.0
    operators: list[str] = []
    add = operators.append
    for opening, texts in contents:
        if opening:
            add(opening)
        for text, x, y, size, bold, spacing in texts:
            if spacing != now_spacing:
                now_spacing = spacing
                add(f"{spacing:.3f} Tc")
            place = PLACE % (x, height - y)
            for font, codes in encoded[bold, text]:
                if font != now_font or size != now_size:
                    now_font, now_size = font, size
                    add(f"/{font} {size:.4g} Tf")
                add(f"{place}({codes}) Tj")
                place = ""  # the next run goes on where this one ends
        if opening:
            add(END)
    return operators


def _rules(boxes: list[Box], height: float) -> Iterator[str]:
    """Go through the table's rules: the upper and left edges of all boxes, and the closing ones."""
    if not boxes:
        return
    _, lefts, tops, rights, bottoms, *_ = zip(*boxes, strict=True)
    left, top, right, bottom = min(lefts), min(tops), max(rights), max(bottoms)
    across = _joined(((bottom, left, right), *zip(tops, lefts, rights, strict=True)))
    down = _joined(((right, top, bottom), *zip(lefts, tops, bottoms, strict=True)))
    yield f"{RULE} w {SQUARE_ENDS} J"
    for y, start, end in across:
        yield LINE % (start, height - y, end, height - y)
    for x, start, end in down:
        yield LINE % (x, height - start, x, height - end)
    yield "S"


def _joined(segments: Iterable[tuple[float, float, float]]) -> Iterator[tuple[float, float, float]]:
    """Join the segments of the same line that touch or overlap: where it is, its start and its end."""
    at, start, end = -1.0, 0.0, 0.0
    for line, next_start, next_end in sorted(segments):
        if line == at and next_start <= end + RULE:
            if next_end > end:
                end = next_end
            continue
        if at >= 0:
            yield at, start, end
        at, start, end = line, next_start, next_end
    yield at, start, end
