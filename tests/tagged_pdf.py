# SPDX-License-Identifier: MIT
"""A PDF as a screen reader finds it: the structure tree with its words, and what is wrong with it.

The conditions are those of the Matterhorn Protocol 1.1 for PDF/UA-1 that a program can check and that concern
files without pictures, links, fields and lists.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pikepdf

PAINTING = {
    "Tj",
    "TJ",
    "'",
    '"',
    "S",
    "s",
    "f",
    "F",
    "f*",
    "B",
    "B*",
    "b",
    "b*",
    "sh",
    "Do",
    "BI",
    "INLINE IMAGE",
}
BEGINS, ENDS = {"BDC", "BMC"}, "EMC"
PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
PARTS = {  # of an element, by its type: what may be in it
    "Document": {"H1", "P", "Table"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "TH": {"P"},
    "TD": {"P"},
    "H1": set(),
    "P": set(),
}
PAGINATION = {"Header", "Footer", "Watermark"}


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
        text = self._decoded(bytes(operands[0])) if operator == "Tj" else ""
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


def complaints(content: bytes) -> list[str]:
    """What keeps a file from being PDF/UA-1, as far as a program can tell."""
    pdf = TaggedPdf(content)
    found = [*_about_the_file(pdf), *_about_the_tree(pdf), *_about_the_way_back(pdf), *_about_fonts(pdf)]
    return [*found, *pdf.faults, *(fault for page in pdf.pages for fault in page.faults)]


def _about_the_file(pdf: TaggedPdf) -> Iterator[str]:
    root = pdf.root
    if not root.get("/MarkInfo", {}).get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "the file does not say that it is tagged"  # 06-001, 02-003
    if not str(root.get("/Lang", "")):
        yield "no language"  # 11-006
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer shows the file's name, not its title"  # 07-001, 07-002
    with pdf.pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no title in the metadata"  # 06-003
    if "/RoleMap" in root.StructTreeRoot or "/OCProperties" in root or pdf.pdf.is_encrypted:
        yield "own types, layers or a key"  # 02, 20, 26
    for page in pdf.pdf.pages:
        if page.get("/Tabs") != "/S" or "/Annots" in page:
            yield "the tabulator does not follow the tree"  # 28-008, 28-009
    for attached in pdf.root.get("/AF", []):
        if not {"/F", "/UF"} <= set(attached.keys()):
            yield "an attached file without a name"  # 21-001


def _about_the_tree(pdf: TaggedPdf) -> Iterator[str]:
    for element in pdf.document.walk():
        odd = [kid.name for kid in element.elements if kid.name not in PARTS[element.name]]
        if odd:
            yield f"{odd} stand in {element.name}"  # 09-004 ff.
        if element.name == "TH" and element.attributes.get("Scope") not in ("/Row", "/Column", "/Both"):
            yield "a head that stands for nothing"  # 15-003
    headings = [one.name for one in pdf.document.walk() if one.name[0] == "H"]
    if headings != ["H1"]:
        yield f"headings {headings}"  # 14-002, 14-003, 14-006
    for table in pdf.tables():
        try:
            grid(pdf, table)
        except ValueError as error:
            yield str(error)  # 09-004, 15
    wrong = [
        kind
        for page in pdf.pages
        for kind, _ in page.artifacts
        if kind not in {*PAGINATION, "Pagination", "Layout"}
    ]
    yield from (f"an artifact of the kind {kind}" for kind in wrong)


def _about_the_way_back(pdf: TaggedPdf) -> Iterator[str]:
    """Every content leads to its element, and no element asks for what is not there."""
    entries = list(pdf.root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): array for key, array in zip(entries[::2], entries[1::2], strict=True)}
    contents = {(number, mark) for number, page in enumerate(pdf.pages) for mark in page.texts}
    assert pdf.document  # fills the owners
    if contents != set(pdf.owners):
        yield "content without an element, or an element without its content"
    for number, page in enumerate(pdf.pdf.pages):
        array = parents.get(int(page.get("/StructParents", -1)), [])
        back = {(number, mark): owner.objgen for mark, owner in enumerate(array)}
        if back != {place: owner for place, owner in pdf.owners.items() if place[0] == number}:
            yield f"page {number + 1} does not lead back to its elements"
    if int(pdf.root.StructTreeRoot.ParentTreeNextKey) != len(parents):
        yield "the next key is not free"


def _about_fonts(pdf: TaggedPdf) -> Iterator[str]:
    fonts = {font.objgen: font for page in pdf.pdf.pages for font in page.obj.Resources.Font.values()}
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        if "/FontFile2" not in descendant.FontDescriptor or descendant.get("/CIDToGIDMap") != "/Identity":
            yield "a font that is not embedded, or without a way to its glyphs"  # 31-009, 31-004 ff.
        if {"\0", "\ufeff", "\ufffe"} & set("".join(to_unicode(font).values())):
            yield "a code that leads to no character"  # 31-029
