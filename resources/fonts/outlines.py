# SPDX-License-Identifier: MIT
"""Changes to the outlines of a font: signs composed of others, digits of one width, fewer points."""

from dataclasses import dataclass

from fontTools.misc.transform import Transform
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

DIGITS = "0123456789"

Box = tuple[int, int, int, int]  # left, bottom, right, top, in font units
Point = tuple[int, int]


@dataclass(frozen=True)
class Part:
    """A glyph of the font, fitted into a box of a new glyph."""

    character: str
    box: Box


BALLOT_BOX = Part("□", (100, -20, 900, 780))
DOTS = (Part("．", (150, 560, 270, 680)), Part("．", (730, 56, 850, 176)))
# Signs of the form that the Noto fonts lack, and the dash: two in a row must join, which Noto does by GSUB.
COMPOSED: dict[str, tuple[Part, ...]] = {
    "—": (Part("—", (0, 352, 1000, 408)),),
    "☑": (BALLOT_BOX, Part("✓", (215, 100, 785, 710))),
    "☒": (BALLOT_BOX, Part("×", (230, 110, 770, 650))),
    "≒": (Part("＝", (150, 244, 850, 492)), *DOTS),
}


def add_composed(font: TTFont) -> None:
    """Draw the signs of COMPOSED, one em wide."""
    drawn = {character: compose(font, parts) for character, parts in COMPOSED.items()}
    for character, glyph in drawn.items():
        add_glyph(font, ord(character), glyph, font["head"].unitsPerEm)


def add_glyph(font: TTFont, code: int, glyph: Glyph, advance: int) -> None:
    name = f"composed{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format != 14:  # 14 holds variation sequences, not codes
            table.cmap[code] = name


def compose(font: TTFont, parts: tuple[Part, ...]) -> Glyph:
    glyphs, pen = font.getGlyphSet(), TTGlyphPen(None)
    for part in parts:
        name = font.getBestCmap()[ord(part.character)]
        glyphs[name].draw(TransformPen(pen, fit(font["glyf"][name], part.box)))
    glyph = pen.glyph()
    glyph.recalcBounds(font["glyf"])
    return glyph


def fit(glyph: Glyph, box: Box) -> Transform:
    left, bottom, right, top = box
    across = (right - left) / (glyph.xMax - glyph.xMin)
    up = (top - bottom) / (glyph.yMax - glyph.yMin)
    return Transform(across, 0, 0, up, left - across * glyph.xMin, bottom - up * glyph.yMin)


def level_digits(font: TTFont) -> None:
    """Give all digits the width of the widest, or columns of scores look ragged."""
    names = [font.getBestCmap()[ord(digit)] for digit in DIGITS]
    widest = max(font["hmtx"][name][0] for name in names)
    for name in names:
        advance, bearing = font["hmtx"][name]
        shift = (widest - advance) // 2
        font["glyf"][name].coordinates.translate((shift, 0))
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (widest, bearing + shift)


def thin_out(font: TTFont, tolerance: float) -> None:
    """Drop the points of straight-sided outlines that lie within the tolerance of the line without them.

    Unit: font units.
    """
    for name in font.getGlyphOrder():
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 0:
            font["glyf"][name] = lighter = thinned(glyph, tolerance)
            lighter.recalcBounds(font["glyf"])
            font["hmtx"][name] = (font["hmtx"][name][0], lighter.xMin)


def thinned(glyph: Glyph, tolerance: float) -> Glyph:
    pen, start = TTGlyphPen(None), 0
    for end in glyph.endPtsOfContours:
        contour = list(glyph.coordinates[start : end + 1])
        draw_polygon(pen, fewer([*contour, contour[0]], tolerance)[:-1])
        start = end + 1
    return pen.glyph()


def draw_polygon(pen: TTGlyphPen, points: list[Point]) -> None:
    if len(points) < 3:  # a sliver thinner than the tolerance
        return
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def fewer(points: list[Point], tolerance: float) -> list[Point]:
    """Keep the point farthest from the chord and look again on both sides (Ramer, Douglas, Peucker)."""
    first, last = points[0], points[-1]
    distances = [distance(point, first, last) for point in points[1:-1]]
    if not distances or max(distances) <= tolerance:
        return [first, last]
    farthest = distances.index(max(distances)) + 1
    return fewer(points[: farthest + 1], tolerance)[:-1] + fewer(points[farthest:], tolerance)


def distance(point: Point, first: Point, last: Point) -> float:
    """The way from a point to the line through two others, or to the one where both are the same."""
    across, up = last[0] - first[0], last[1] - first[1]
    right, above = point[0] - first[0], point[1] - first[1]
    chord = float(across**2 + up**2) ** 0.5
    return abs(across * above - up * right) / chord if chord else float(right**2 + above**2) ** 0.5
