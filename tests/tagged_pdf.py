# SPDX-License-Identifier: MIT
"""A PDF as a screen reader finds it: the structure tree, and the words that its elements are bound to."""

from __future__ import annotations

import ctypes
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2
from pypdfium2 import raw

TEXT = {"Tj", "TJ"}
PAINTING = TEXT | {"'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
BEGINS, ENDS = {"BDC", "BMC"}, "EMC"
PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


@dataclass
class Element:
    """A node of the structure tree; its content are other elements and marked contents of pages."""

    name: str
    attributes: dict[str, Any]
    kids: list[Element | tuple[int, int]] = field(default_factory=list)  # else page and number of the content

    @property
    def elements(self) -> list[Element]:
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.elements:
            yield from kid.walk()


class PageContent:
    """What a page's content stream paints, by its marks."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.texts: dict[int, str] = {}
        self.artifacts: list[tuple[str, str]] = []  # kind and text
        self.faults: list[str] = []
        self._codes = {name: to_unicode(font) for name, font in page.obj.Resources.Font.items()}
        self._font = ""
        self._marks: list[tuple[str, Any]] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            self._read(operands, str(operator))
        self.faults += ["a mark is not closed"] * bool(self._marks)

    def _read(self, operands: Any, operator: str) -> None:
        if operator in BEGINS:
            self._begin(str(operands[0])[1:], operands[1] if operator == "BDC" else {})
        elif operator == ENDS:
            self._marks.pop()
        elif operator == "Tf":
            self._font = str(operands[0])
        elif operator in PAINTING:
            self._paint(operands, operator)

    def _begin(self, tag: str, properties: Any) -> None:
        if self._marks:
            self.faults.append(f"{tag} stands inside {self._marks[-1][0]}")  # 01-003, 01-004
        self._marks.append((tag, properties))
        if tag == "Artifact":
            self.artifacts.append((str(properties.get("/Subtype", properties.get("/Type")))[1:], ""))
        elif properties["/MCID"] in self.texts:
            self.faults.append(f"two contents have the number {properties['/MCID']}")
        else:
            self.texts[int(properties["/MCID"])] = ""

    def _paint(self, operands: Any, operator: str) -> None:
        if not self._marks:
            self.faults.append(f"{operator} is not marked")  # 01-005
            return
        strings = several(operands[0]) if operator in TEXT else []
        text = "".join(self._decoded(bytes(one)) for one in strings if isinstance(one, pikepdf.String))
        tag, properties = self._marks[-1]
        if tag == "Artifact":
            kind, before = self.artifacts[-1]
            self.artifacts[-1] = (kind, before + text)
        else:
            self.texts[int(properties["/MCID"])] += text

    def _decoded(self, codes: bytes) -> str:
        known = self._codes[self._font]
        pairs = [codes[at : at + 2] for at in range(0, len(codes), 2)]
        self.faults += [
            f"{pair.hex()} leads to no character" for pair in pairs if pair not in known
        ]  # 10-001
        return "".join(known.get(pair, "") for pair in pairs)


def to_unicode(font: Any) -> dict[bytes, str]:
    """The characters of a font's two-byte codes."""
    found = PAIR.findall(font.ToUnicode.read_bytes())
    return {
        bytes.fromhex(code.decode()): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in found
    }


def several(value: Any) -> list[Any]:
    """The parts of what may be one or several."""
    return list(value) if isinstance(value, pikepdf.Array) else [value]


class TaggedPdf:
    """An opened file with its tree."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(content))
        self.root = self.pdf.Root
        self.pages = [PageContent(page) for page in self.pdf.pages]
        self._numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self.owners: dict[tuple[int, int], tuple[int, int]] = {}  # object of every content's element
        self.faults: list[str] = []

    @cached_property
    def document(self) -> Element:
        (top,) = several(self.root.StructTreeRoot.K)
        return self._element(top)

    def text(self, element: Element) -> str:
        """What is read out; paragraphs inside a cell begin a new line."""
        if element.elements:
            return "\n".join(self.text(kid) for kid in element.elements)
        return "".join(self.pages[kid[0]].texts[kid[1]] for kid in element.kids if isinstance(kid, tuple))

    def tables(self) -> list[Element]:
        return [element for element in self.document.elements if element.name == "Table"]

    def _element(self, node: Any) -> Element:
        entries = [entry for one in several(node.get("/A", pikepdf.Array())) for entry in one.items()]
        element = Element(str(node.S)[1:], {name[1:]: value for name, value in entries})
        for kid in several(node.get("/K", pikepdf.Array())):
            self._add_kid(node, element, kid)
        return element

    def _add_kid(self, node: Any, element: Element, kid: Any) -> None:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") != "/MCR":
            if kid.P.objgen != node.objgen:
                self.faults.append(f"a {kid.S} does not know what it is in")
            element.kids.append(self._element(kid))
            return
        page, mark = (kid.Pg, kid.MCID) if isinstance(kid, pikepdf.Dictionary) else (node.Pg, kid)
        place = (self._numbers[page.objgen], int(mark))
        if place in self.owners:
            self.faults.append(f"content {place} is in two elements")
        self.owners[place] = node.objgen
        element.kids.append(place)


def grid(pdf: TaggedPdf, table: Element) -> dict[tuple[int, int], tuple[int, int, str]]:
    """A table's cells by row and column: how many columns and rows they take, and their text.

    Errors: ValueError if cells overlap, or leave a gap.
    """
    cells: dict[tuple[int, int], tuple[int, int, str]] = {}
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(table.elements):
        column = 0
        for cell in line.elements:
            while (row, column) in taken:
                column += 1
            columns, rows = (int(cell.attributes.get(span, 1)) for span in ("ColSpan", "RowSpan"))
            covered = {(row + down, column + right) for down in range(rows) for right in range(columns)}
            if covered & taken:
                raise ValueError(f"two cells at row {row}, column {column}")
            taken |= covered
            cells[row, column] = (columns, rows, pdf.text(cell))
    count = max(column for _, column in taken) + 1
    if taken != {(row, column) for row in range(len(table.elements)) for column in range(count)}:
        raise ValueError("the table is not regular")
    return cells


def seen_by_pdfium(page: pypdfium2.PdfPage) -> Counter[str]:
    """How many elements of each type pdfium finds on a page, and how many marked contents."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    try:
        tops = range(raw.FPDF_StructTree_CountChildren(tree))
        found = [_named(raw.FPDF_StructTree_GetChildAtIndex(tree, top)) for top in tops]
        return Counter(name for names in found for name in names)
    finally:
        raw.FPDF_StructTree_Close(tree)


def _named(element: Any) -> Iterator[str]:
    length = raw.FPDF_StructElement_GetType(element, None, 0)
    letters = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetType(element, letters, length)
    yield letters.raw.decode("utf-16-le").rstrip("\0")
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        if below := raw.FPDF_StructElement_GetChildAtIndex(element, place):
            yield from _named(below)
        elif raw.FPDF_StructElement_GetChildMarkedContentID(element, place) >= 0:
            yield "content"
