# SPDX-License-Identifier: MIT
"""Subset fonts as objects of a PDF file.

Source: ISO 32000-1, 9.7.4 (CIDFonts), 9.7.6 (Type 0 fonts), 9.8 (font descriptors).
"""

from typing import TYPE_CHECKING

from export.embedding import Subset
from export.truetype import UNITS_PER_EM

if TYPE_CHECKING:
    from export.pdf_file import PdfFile

SYMBOLIC = 4  # flag: codes are glyphs, no letters of a standard set
STEM = 80  # thickness of upright strokes, only a hint for viewers that replace fonts


def embed_font(file: "PdfFile", subset: Subset) -> bytes:
    """Add a font to a file and return the reference that pages name it by."""
    from export.pdf_file import array, dictionary, name, text

    program = file.add_compressed({"Length1": subset.program_length}, subset.program)
    descriptor = {
        "Type": name("FontDescriptor"),
        "FontName": name(subset.name),
        "Flags": SYMBOLIC,
        "FontBBox": array(subset.bounds),
        "ItalicAngle": 0,
        "Ascent": subset.ascent,
        "Descent": subset.descent,
        "CapHeight": subset.ascent,
        "StemV": STEM,
        "FontFile2": program,
        "CIDSet": file.add_stream({}, _all_codes(len(subset.codes))),
    }
    collection = {"Registry": text("Adobe"), "Ordering": text("Identity"), "Supplement": 0}
    descendant = {
        "Type": name("Font"),
        "Subtype": name("CIDFontType2"),
        "BaseFont": name(subset.name),
        "CIDSystemInfo": dictionary(collection),
        "CIDToGIDMap": name("Identity"),
        "DW": UNITS_PER_EM,
        "W": subset.widths,
        "FontDescriptor": file.add_dictionary(descriptor),
    }
    font = {
        "Type": name("Font"),
        "Subtype": name("Type0"),
        "BaseFont": name(subset.name),
        "Encoding": name("Identity-H"),
        "DescendantFonts": array([file.add_dictionary(descendant)]),
        "ToUnicode": file.add_compressed({}, subset.to_unicode),
    }
    return file.add_dictionary(font)


def _all_codes(last: int) -> bytes:
    """Return a bit for every code of a font from 0 on; none is left out, as a subset has no gaps."""
    whole, rest = divmod(last + 1, 8)
    return b"\xff" * whole + bytes([0xFF00 >> rest & 0xFF] if rest else [])
