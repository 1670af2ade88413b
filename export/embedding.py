# SPDX-License-Identifier: MIT
"""Embedding: the glyphs of one file as subset fonts, with the way back from glyph to character.

Source: ISO 32000-1, 9.7 (composite fonts, Identity-H) and 9.10.3 (ToUnicode).
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple

from export.mark_pairs import HALF, WIDE
from export.truetype import UNITS_PER_EM, FontFile

LITERAL = str.maketrans({"(": r"\(", ")": r"\)", "\\": r"\\", "\r": r"\r"})
CODES_A_BLOCK = 100  # a CMap takes no more in one go
CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class Subset(NamedTuple):
    """A font of just the characters a file uses."""

    name: str  # with the six letters that mark a subset
    codes: dict[int, str]  # from character to its code in the page's text, as in a string
    widths: bytes  # in PDF: first codes of runs with their widths other than an em
    program: bytes  # compressed
    program_length: int
    to_unicode: bytes  # compressed
    bounds: tuple[int, ...]
    ascent: int
    descent: int


def subset_of(font: FontFile, characters: Iterable[str]) -> Subset:
    """Cut the characters out of a font; the same characters give the same bytes."""
    ordered = sorted(characters)
    drawn = [WIDE.get(character, character) for character in ordered]
    glyphs = [font.glyph(character) for character in drawn]
    advances = [
        HALF if one in WIDE else font.advance(glyph) for one, glyph in zip(ordered, glyphs, strict=True)
    ]
    program = font.subset(glyphs, advances)
    letters = sha256("".join(ordered).encode("utf-16-be", "surrogatepass")).digest()[:6]
    tag = "".join(chr(ord("A") + letter % 26) for letter in letters)
    ascent, descent = font.ascent_and_descent
    return Subset(
        name=f"{tag}+{font.name}",
        codes={ord(character): _in_string(code) for code, character in enumerate(ordered, start=1)},
        widths=b"[%b]" % b"".join(_widths(advances)),
        program=zlib.compress(program),
        program_length=len(program),
        to_unicode=zlib.compress(_to_unicode(drawn).encode("ascii")),
        bounds=font.bounds,
        ascent=ascent,
        descent=descent,
    )


def _in_string(code: int) -> str:
    """Return the two bytes of a code, with what has a meaning in strings taken literally."""
    return code.to_bytes(2).decode("latin-1").translate(LITERAL)


def _widths(advances: list[int]) -> Iterator[bytes]:
    """Go through the runs of codes whose advance is not a whole em."""
    numbered = enumerate(advances, start=1)
    for narrow, run in groupby(numbered, lambda one: one[1] != UNITS_PER_EM):
        codes = list(run)
        if narrow:
            yield b"%d[%b]" % (codes[0][0], b" ".join(b"%d" % advance for _, advance in codes))


def _to_unicode(characters: Sequence[str]) -> str:
    """Return the CMap from codes to characters; one beyond U+FFFF is a surrogate pair."""
    pairs = [f"<{code:04X}> <{one.encode('utf-16-be').hex()}>" for code, one in enumerate(characters, 1)]
    blocks = [pairs[first : first + CODES_A_BLOCK] for first in range(0, len(pairs), CODES_A_BLOCK)]
    listed = ["\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks]
    return CMAP.format(blocks="\n".join(listed))
