# SPDX-License-Identifier: MIT
"""Missing glyphs: the characters of a form that the page cannot show as they are, told beforehand."""

import unicodedata
from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from export.cells import Cell
from export.characters import SPELLED_OUT
from export.fonts import Fonts
from export.layout import lay_out
from model.arithmetic import Figures, figures
from model.fields import field_at
from model.form import Form
from model.places import Place, at, rows_of
from model.template import Template

UNSHOWABLE = ("Cc", "Cs", "Cn")  # control characters, halves of a pair, and what is no character
GROUPS = {1: "一级指标", 2: "二级指标"}  # by how many rows lead there
INDICATOR = 3
SHORT = 16  # characters of a cell that a sentence quotes
MOST_TOLD = 12  # cells; a clerk reads no more


class MissingGlyphs(NamedTuple):
    """A cell with characters that the page cannot show: spelled out, or left out as nobody can see them."""

    cell: Cell
    missing: str
    unseen: str

    @property
    def place(self) -> Place | None:
        """The place in the form; None for the template's own words."""
        return self.cell.place


def missing_glyphs(
    form: Form, template: Template, fonts: Fonts, computed: Figures | None = None
) -> tuple[MissingGlyphs, ...]:
    """Return the cells with characters that the page cannot show, in printed order.

    `computed` are the form's figures, where they are at hand.
    """
    return tuple(_missing(form, template, fonts, computed or figures(form, template)))


def _missing(form: Form, template: Template, fonts: Fonts, computed: Figures) -> Iterator[MissingGlyphs]:
    table = (row for block in lay_out(form, template, computed) for row in block.rows)
    words = template.page.words
    furniture = [Cell(text, "note", 0) for text in (words.draft, words.page_number, words.continued)]
    for cell in chain(chain.from_iterable(table), furniture):
        if (missing := fonts.missing(cell.text)) or fonts.unseen(cell.text):
            yield MissingGlyphs(cell, missing, fonts.unseen(cell.text))


def missing_sentences(
    form: Form, template: Template, fonts: Fonts | None = None, computed: Figures | None = None
) -> tuple[str, ...]:
    """Tell the clerk of every cell with characters that the page cannot show, a sentence each."""
    found = missing_glyphs(form, template, fonts or Fonts(), computed)
    told = list(islice((sentence for one in found for sentence in _sentences(one, form)), MOST_TOLD))
    if (more := len(found) - MOST_TOLD) > 0:
        told.append(f"另有 {more} 处也有这样的字，预览页上都能看到。")
    return tuple(told)


def _sentences(one: MissingGlyphs, form: Form) -> Iterator[str]:
    where = _named(one.cell, form)
    if one.missing:
        signs = "、".join(map(_spelled, one.missing))
        yield f"{where}里有字体中没有的字：{signs}，页面上印它的编码；请改用别的字。"
    if one.unseen:
        signs = "、".join(SPELLED_OUT.format(ord(sign)) for sign in one.unseen)
        yield f"{where}里有看不见的字符：{signs}，页面上不印；草稿里照样保留，不需要的请删去。"


def _named(cell: Cell, form: Form) -> str:
    """Return how a sentence calls a cell."""
    if cell.place is None:
        return f"模板文字“{_short(cell.text)}”"
    rows = rows_of(cell.place)
    if len(rows) in GROUPS:
        return f"“{GROUPS[len(rows)]}”"
    label = f"“{field_at(cell.place).label}”"
    if len(rows) == INDICATOR and (name := _short(at(form, cell.place[:-1]).name)):
        return f"指标“{name}”的{label}"
    return label


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else line[: SHORT - 1] + "…"


def _spelled(character: str) -> str:
    seen = "" if unicodedata.category(character) in UNSHOWABLE else character
    return seen + SPELLED_OUT.format(ord(character))
