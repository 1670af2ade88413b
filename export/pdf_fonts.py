# SPDX-License-Identifier: MIT
"""Subset fonts as objects of a PDF file.

Source: ISO 32000-1, 9.7.4 (CIDFonts), 9.7.6 (Type 0 fonts), 9.8 (font descriptors).
"""

from typing import TYPE_CHECKING

from export.embedding import Subset
from export.truetype import UNITS_PER_EM

if TYPE_CHECKING:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFStream

SYMBOLIC = 4  # flag: codes are glyphs, no letters of a standard set
STEM = 80  # thickness of upright strokes, only a hint for viewers that replace fonts


def font_dictionary(document: "PDFDocument", subset: Subset) -> "PDFDictionary":
    """Add a font to a document and return the dictionary that pages name it by."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

    program = _stream(subset.program, {"Length1": subset.program_length})
    descriptor = PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(subset.name),
            "Flags": SYMBOLIC,
            "FontBBox": PDFArray(subset.bounds),
            "ItalicAngle": 0,
            "Ascent": subset.ascent,
            "Descent": subset.descent,
            "CapHeight": subset.ascent,
            "StemV": STEM,
            "FontFile2": document.Reference(program),
        }
    )
    collection = {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
    descendant = PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": PDFName(subset.name),
            "CIDSystemInfo": PDFDictionary(collection),
            "CIDToGIDMap": PDFName("Identity"),
            "DW": UNITS_PER_EM,
            "W": PDFArray([entry for first, widths in subset.widths for entry in (first, PDFArray(widths))]),
            "FontDescriptor": document.Reference(descriptor),
        }
    )
    return PDFDictionary(
        {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": PDFName(subset.name),
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([document.Reference(descendant)]),
            "ToUnicode": document.Reference(_stream(subset.to_unicode, {})),
        }
    )


def _stream(compressed: bytes, entries: dict[str, int]) -> "PDFStream":
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    return PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode"), **entries}), compressed)
