# SPDX-License-Identifier: MIT
"""Reading a page back: every glyph of a PDF with its place, by another program than the one that set it."""

from __future__ import annotations

import ctypes
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from export.paper import Box, Paper

INVISIBLE = " \u00a0\u3000\r\n"
HYPHEN_AT_END = 2  # what this reader makes of a hyphen before a line's end
SAME_LINE = 0.2  # of the type size: how far the baselines of one line may lie apart


class Glyph(NamedTuple):
    """A drawn character; unit: points from the paper's top left."""

    character: str
    size: float
    advance: tuple[float, float]  # the room it takes across
    ink: tuple[float, float, float, float]  # left, top, right, bottom
    baseline: float

    @property
    def width(self) -> float:
        """The room it takes, in type sizes."""
        return (self.advance[1] - self.advance[0]) / self.size


@dataclass
class ReadBox:
    """A cell's box on a page, with the lines that another program finds in it."""

    box: Box
    glyphs: list[Glyph] = field(default_factory=list)

    def lines(self) -> list[list[Glyph]]:
        """The glyphs from top to bottom and from left to right."""
        lines: list[list[Glyph]] = []
        for glyph in sorted(self.glyphs, key=lambda one: (round(one.baseline, 1), one.advance[0])):
            if lines and glyph.baseline - lines[-1][-1].baseline < SAME_LINE * glyph.size:
                lines[-1].append(glyph)
            else:
                lines.append([glyph])
        return [sorted(line, key=lambda one: one.advance[0]) for line in lines]


def read_boxes(pdf: bytes, paper: Paper) -> tuple[list[ReadBox], list[Glyph]]:
    """Return the boxes of a file's pages with their glyphs, and the glyphs that stand in none."""
    found, strays = [], []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(paper.pages):
            boxes = [ReadBox(box) for box in page.boxes() if box.cell.role != "draft_mark"]
            strays += _shared_out(_glyphs(document[number]), boxes)
            found += boxes
    return found, strays


def _shared_out(glyphs: Iterator[Glyph], boxes: Sequence[ReadBox]) -> list[Glyph]:
    """Give every glyph to the box that its middle lies in; return those in none."""
    strays, last = [], boxes[0]
    bands = defaultdict(list)
    for one in boxes:
        for band in range(int(one.box.top // 10), int(one.box.bottom // 10) + 1):
            bands[band].append(one)
    for glyph in glyphs:
        x, y = sum(glyph.advance) / 2, glyph.baseline - 0.3 * glyph.size
        if not _holds(last.box, x, y):
            near = next((one for one in bands[int(y // 10)] if _holds(one.box, x, y)), None)
            if near is None:
                strays.append(glyph)
                continue
            last = near
        last.glyphs.append(glyph)
    return strays


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _glyphs(page: pypdfium2.PdfPage) -> Iterator[Glyph]:
    text, height, high = page.get_textpage(), page.get_height(), 0
    wide, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    edges = left, right, bottom, top = tuple(ctypes.c_double() for _ in range(4))
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if 0xD800 <= code < 0xDC00:  # the first half of a pair, which counts as two characters
            high = code
            continue
        character = _character(code, high)
        if character in INVISIBLE or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(text, index, wide)
        raw.FPDFText_GetCharBox(text, index, *edges)
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        ink = (left.value, height - top.value, right.value, height - bottom.value)
        size = raw.FPDFText_GetFontSize(text, index)
        yield Glyph(character, size, (wide.left, wide.right), ink, height - y.value)


def _character(code: int, high: int) -> str:
    if 0xDC00 <= code < 0xE000:
        return chr(0x10000 + ((high - 0xD800) << 10) + code - 0xDC00)
    return "-" if code == HYPHEN_AT_END else chr(code)


def joins(character: str) -> bool:
    """Tell whether a character stands on the one before it and takes no room of its own."""
    return unicodedata.category(character) in ("Mn", "Me")
