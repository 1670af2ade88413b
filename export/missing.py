# SPDX-License-Identifier: MIT
"""Missing glyphs: the characters of a form that no bundled font draws, told before the page is printed."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from export.fonts import SPELLED_OUT, Fonts
from export.layout import lay_out
from model.arithmetic import figures
from model.fields import field_at
from model.form import Form
from model.places import Place
from model.template import Template

UNSHOWABLE = ("Cc", "Cs", "Cn")  # control characters, halves of a pair, and what is no character


class MissingGlyphs(NamedTuple):
    """A cell of the form with characters that no font draws."""

    place: Place
    characters: str


def missing_glyphs(form: Form, template: Template, fonts: Fonts) -> tuple[MissingGlyphs, ...]:
    """Return the cells with characters that no font draws and the page spells out, in printed order."""
    return tuple(_missing(form, template, fonts))


def _missing(form: Form, template: Template, fonts: Fonts) -> Iterator[MissingGlyphs]:
    for block in lay_out(form, template, figures(form, template)):
        for cell in (cell for row in block.rows for cell in row):
            if cell.place is not None and (characters := fonts.missing(cell.text)):
                yield MissingGlyphs(cell.place, characters)


def missing_sentences(form: Form, template: Template, fonts: Fonts | None = None) -> tuple[str, ...]:
    """Tell the clerk of every cell with characters that no font draws, a sentence each."""
    return tuple(
        f"“{field_at(place).label}”里有字体中没有的字：{_named(characters)}，页面上印它的编码；请改用别的字。"
        for place, characters in missing_glyphs(form, template, fonts or Fonts())
    )


def _named(characters: str) -> str:
    return "、".join(
        ("" if unicodedata.category(one) in UNSHOWABLE else one) + SPELLED_OUT.format(ord(one))
        for one in characters
    )
