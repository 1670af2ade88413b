# SPDX-License-Identifier: MIT
"""Signs that offices use and the Noto fonts lack: small digits, fractions, ticks, pointers.

Units: a thousandth of an em, from the baseline.  Small digits are drawn from a heavier weight, so that their
strokes are as thick as those of ¹²³⁴ and ½, whose size and place they take.
"""

from dataclasses import dataclass
from typing import TypeAlias

from fontTools.misc.transform import Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.svgLib.path import parse_path
from fontTools.ttLib import TTFont

from outlines import add_glyph

ACROSS, UP = 0.625, 0.582  # size of a small digit
RAISED, LOWERED = 463, -127  # what ¹ and ₁ stand on
DIGIT = 385  # advance of a small digit


@dataclass(frozen=True)
class Piece:
    """A glyph, made smaller and moved to its place in a new one."""

    character: str
    right: float = 0
    above: float = 0
    across: float = 1
    up: float = 1


@dataclass(frozen=True)
class Sign:
    """A character to draw: glyphs of the font, and outlines in the words of SVG, clockwise."""

    character: str
    advance: int
    pieces: tuple[Piece, ...] = ()
    path: str = ""


Row: TypeAlias = tuple[str, str]  # characters to draw, and as many to draw each from

SMALL: dict[int, Row] = {
    RAISED: ("⁰⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ", "056789+−=()n"),
    LOWERED: ("₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ", "+−=()aeoxhklmnpst"),
}
LOWERED_DIGITS: Row = ("₀₁₂₃₄₅₆₇₈₉", "⁰¹²³⁴⁵⁶⁷⁸⁹")
FRACTIONS = {
    **{"⅓": "¹³", "⅔": "²³", "⅕": "¹⁵", "⅖": "²⁵", "⅗": "³⁵", "⅘": "⁴⁵", "⅙": "¹⁶", "⅚": "⁵⁶"},
    **{"⅐": "¹⁷", "⅛": "¹⁸", "⅜": "³⁸", "⅝": "⁵⁸", "⅞": "⁷⁸", "⅑": "¹⁹"},
}
FRACTION_BAR = "M220 -28 L194 -10 L702 728 L728 709 Z"
SAME = ("∼∙⋅∗⩽⩾⬜◻⬛◼", "～··＊≤≥□□■■")  # other codes of what the fonts have
DRAWN = (
    Sign("‱", 1314, (Piece("‰"), Piece("⁰", 967, -495, 0.92, 1.05))),
    Sign(
        "✔", 760,
        path="M48 352 Q104 426 182 404 Q246 384 292 262 Q442 570 690 868 L716 848 Q520 520 372 36"
        " Q300 -30 220 -4 Q168 216 48 352 Z",
    ),
    Sign("✕", 800, path="M158 646 L188 676 L400 464 L612 676 L642 646 L430 434 L642 222 L612 192 L400 404"
         " L188 192 L158 222 L370 434 Z"),
    Sign("✖", 800, path="M108 642 L194 728 L400 522 L606 728 L692 642 L486 436 L692 230 L606 144 L400 350"
         " L194 144 L108 230 L314 436 Z"),
    Sign("✗", 700, path="M70 700 Q116 760 168 724 Q340 420 646 96 L628 70 Q256 380 70 700 Z"
         " M566 790 L592 768 Q350 470 142 -20 Q92 -36 58 8 Q290 490 566 790 Z"),
    Sign("✘", 760, path="M58 690 Q122 782 206 734 Q380 420 706 66 L650 4 Q260 330 58 690 Z"
         " M580 800 Q668 800 694 712 Q430 460 186 -20 Q110 -50 50 20 Q300 500 580 800 Z"),
    Sign("►", 1000, path="M122 122 L122 632 L936 377 Z"),
    Sign("◄", 1000, path="M878 632 L878 122 L64 377 Z"),
    Sign("▸", 560, path="M110 147 L110 607 L460 377 Z"),
    Sign("‣", 560, path="M110 147 L110 607 L460 377 Z"),
    Sign("◂", 560, path="M450 607 L450 147 L100 377 Z"),
    Sign("▴", 560, path="M50 202 L280 552 L510 202 Z"),
    Sign("▾", 560, path="M510 552 L280 202 L50 552 Z"),
    Sign("⌀", 1000, (Piece("○", 125, 95, 0.75, 0.75),), "M182 90 L790 698 L818 670 L210 62 Z"),
    Sign("➤", 1000, path="M110 790 L920 380 L110 -30 L310 380 Z"),
    Sign("➢", 1000, path="M110 790 L920 380 L110 -30 L310 380 Z M202 698 L346 400 L790 400 Z"),
)  # fmt: skip
SIGNS = frozenset(
    "".join([*(drawn for drawn, _ in SMALL.values()), LOWERED_DIGITS[0], *FRACTIONS, SAME[0]])
    + "".join(sign.character for sign in DRAWN)
)


def add_signs(font: TTFont, heavier: TTFont) -> None:
    """Draw all of SIGNS into a font; each may be made of those before it."""
    for ground, (drawn, sources) in SMALL.items():
        for character, source in zip(drawn, sources, strict=True):
            weight = font if source.isalpha() else heavier
            add(font, small(weight, character, source, ground), weight)
    for character, source in zip(*LOWERED_DIGITS, strict=True):
        add(font, Sign(character, DIGIT, (Piece(source, above=LOWERED - RAISED),)), font)
    for character, (above, below) in FRACTIONS.items():
        add(font, fraction(character, above, below), font)
    for character, source in zip(*SAME, strict=True):
        add(font, Sign(character, advance_of(font, source), (Piece(source),)), font)
    for sign in DRAWN:
        add(font, sign, font)


def small(font: TTFont, character: str, source: str, ground: int) -> Sign:
    """Make a glyph small; all digits are equally wide."""
    natural = round(ACROSS * advance_of(font, source))
    advance = DIGIT if source.isdigit() else natural
    return Sign(character, advance, (Piece(source, (advance - natural) / 2, ground, ACROSS, UP),))


def fraction(character: str, above: str, below: str) -> Sign:
    """Set two raised digits about a bar, as those of ½ are."""
    return Sign(character, 923, (Piece(above, 0, -162), Piece(below, 537, -RAISED)), FRACTION_BAR)


def advance_of(font: TTFont, character: str) -> int:
    advance, _ = font["hmtx"][font.getBestCmap()[ord(character)]]
    return int(advance)


def add(font: TTFont, sign: Sign, source: TTFont) -> None:
    pen, outlines, names = TTGlyphPen(None), source["glyf"], source.getBestCmap()
    for piece in sign.pieces:
        place = Transform(piece.across, 0, 0, piece.up, piece.right, piece.above)
        outlines[names[ord(piece.character)]].draw(TransformPen(pen, place), outlines)
    parse_path(sign.path, pen)
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    add_glyph(font, ord(sign.character), glyph, sign.advance)
