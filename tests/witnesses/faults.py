# SPDX-License-Identifier: MIT
"""Faults planted in our files, to see that the witnesses tell of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Operator, Pdf, String

Shown = Callable[[bytes, bytes, float], list[tuple[list[object], str]]]


def _gone(before: bytes, last: bytes, size: float) -> list[tuple[list[object], str]]:
    return [([String(before)], "Tj")]


def _right(before: bytes, last: bytes, size: float) -> list[tuple[list[object], str]]:
    return [([Array([String(before), -1000 / size, String(last)])], "TJ")]


def _up(before: bytes, last: bytes, size: float) -> list[tuple[list[object], str]]:
    return [([String(before)], "Tj"), ([1], "Ts"), ([String(last)], "Tj"), ([0], "Ts")]


GLYPH_FAULTS: dict[str, Shown] = {"missing": _gone, "a point to the right": _right, "a point up": _up}


def with_glyph_fault(pdf: Path, out: Path, fault: Shown, line: int) -> Path:
    """Write a file with the last glyph of a line of its first page gone or elsewhere."""
    with pikepdf.open(pdf) as document:
        page = document.pages[0]
        operations = list(pikepdf.parse_content_stream(page))
        shown = [at for at, one in enumerate(operations) if str(one.operator) == "Tj"][line]
        codes = bytes(operations[shown].operands[0])
        size = [float(one.operands[1]) for one in operations[:shown] if str(one.operator) == "Tf"][-1]
        faulty = fault(codes[:-2], codes[-2:], size)
        operations[shown : shown + 1] = [
            ContentStreamInstruction(operands, Operator(operator)) for operands, operator in faulty
        ]
        page.Contents = document.make_stream(pikepdf.unparse_content_stream(operations))
        document.save(out)
    return out


def without_output_intent(pdf: Pdf) -> None:
    """Leave it open which grey is meant."""
    del pdf.Root.OutputIntents


def with_font_outside(pdf: Pdf) -> None:
    """Take the outlines out of a font."""
    descriptor = next(
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one
    )
    del descriptor.FontFile2


def with_other_title(pdf: Pdf) -> None:
    """Let the document information say something else than XMP."""
    pdf.docinfo.Title = String("另一个标题")


def with_javascript(pdf: Pdf) -> None:
    """Let something happen on opening."""
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=String("app.alert(1)"))


def with_loose_text(pdf: Pdf) -> None:
    """Draw something that belongs to no element of the structure tree."""
    page = pdf.pages[0]
    page.contents_add(b"0 0 m 100 100 l S")


def without_language(pdf: Pdf) -> None:
    """Leave it open how the text is to be read aloud."""
    del pdf.Root.Lang


def with_row_in_row(pdf: Pdf) -> None:
    """Make a cell of the table a row."""
    cell = next(
        one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") in ("/TD", "/TH")
    )
    cell.S = pikepdf.Name.TR


ACCESS_FAULTS: dict[str, Callable[[Pdf], None]] = {
    "loose text": with_loose_text,
    "no language": without_language,
    "a row in a row": with_row_in_row,
}
ARCHIVE_FAULTS: dict[str, Callable[[Pdf], None]] = {
    "no output intent": without_output_intent,
    "a font outside": with_font_outside,
    "another title": with_other_title,
    "a script": with_javascript,
}
