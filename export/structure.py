# SPDX-License-Identifier: MIT
"""Structure: what every cell is in the tree that a screen reader goes by, and how that is written.

Source: ISO 32000-1, 14.7 (logical structure), 14.8.2 (artifacts), 14.8.4 and 14.8.5 (types and attributes).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple, TypeAlias

from export.cells import Block, Cell, Role

LAYOUT: Final = "/Artifact<</Type/Layout>>BDC"  # rules
AGAIN: Final = "/Artifact<</Type/Pagination>>BDC"  # heads and labels that an earlier page has printed
WATERMARK: Final = "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC"
FURNITURE: Mapping[Role, str] = {
    "page_number": "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
    "draft_mark": "/Artifact<</Type/Pagination/Subtype/Header>>BDC",
}
END: Final = "EMC"

Opening: TypeAlias = str | Sequence[str]
"""What begins a box's marked content; of several paragraphs that of every line, empty inside them."""


class Element(NamedTuple):
    """What cells of a role are in the tree."""

    name: str
    scope: str = ""  # of a head: the cells it stands for

    @property
    def is_cell(self) -> bool:
        """Tell whether it is part of a table."""
        return self.name[0] == "T"


PARAGRAPH, CELL, ROW_HEAD = Element("P"), Element("TD"), Element("TH", "Row")
ELEMENTS: Mapping[Role, Element] = {
    "title": Element("H1"),
    "year": PARAGRAPH,
    "note": PARAGRAPH,
    "signature": PARAGRAPH,
    "head": Element("TH", "Column"),
    "label": ROW_HEAD,
    "group": ROW_HEAD,
    "name": ROW_HEAD,
}


def element_of(role: Role, is_head: bool) -> Element:
    """Return what a cell is; one that looks like a head is none where its row is not."""
    return CELL if role == "head" and not is_head else ELEMENTS.get(role, CELL)


class _Marks(dict[int, tuple[str, bytes]]):
    """How marked content opens, and how an element ends that has just this content, by the content's number.

    Both are made once for all pages.
    """

    def __init__(self, name: str, end: bytes) -> None:
        super().__init__()
        self._name, self._end = name, end

    def __missing__(self, number: int) -> tuple[str, bytes]:
        self[number] = mark = (f"/{self._name}<</MCID {number}>>BDC", b"/K %d%b" % (number, self._end))
        return mark


class Kind:
    """Cells that are alike in the tree but for their place."""

    __slots__ = ("element", "end", "marks")

    def __init__(self, element: Element, attributes: bytes) -> None:
        self.element = element
        self.end = b"/S/%b%b>>" % (element.name.encode("ascii"), attributes)  # of an element without content
        self.marks = _Marks(element.name, self.end)


class Kinds:
    """The kinds of a file's cells; attributes are objects that alike cells share."""

    def __init__(self, add: Callable[[bytes], bytes]) -> None:
        """`add` puts an object into the file and returns its reference."""
        self._add = add
        self._kinds: dict[tuple[Element, int, int], Kind] = {}
        self.usual = {is_head: _Usual(self, is_head) for is_head in (False, True)}

    def of(self, role: Role, is_head: bool, columns: int = 1, rows: int = 1) -> Kind:
        """Return the kind of a cell of a head row or another."""
        key = (element_of(role, is_head), columns, rows)
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = Kind(key[0], self._attributes(*key))
        return kind

    def _attributes(self, element: Element, columns: int, rows: int) -> bytes:
        spans = {b"ColSpan": columns, b"RowSpan": rows} if element.is_cell else {}
        entries = [b"/%b %d" % (name, count) for name, count in spans.items() if count > 1]
        if element.scope:
            entries.insert(0, b"/Scope/" + element.scope.encode("ascii"))
        return b"/A " + self._add(b"<</O/Table%b>>" % b"".join(entries)) if entries else b""


class _Usual(dict[Role, Kind]):
    """The kinds of cells without spans, by their role."""

    def __init__(self, kinds: Kinds, is_head: bool) -> None:
        super().__init__()
        self._kinds, self._is_head = kinds, is_head

    def __missing__(self, role: Role) -> Kind:
        self[role] = kind = self._kinds.of(role, self._is_head)
        return kind


class RowPlan(NamedTuple):
    """A row of the form, and where its elements stand in the file."""

    row: Sequence[Cell]
    is_head: bool
    parent: int  # object that its cells are in: the row's own, or the document's
    first: int  # object of its first cell


def planned(blocks: Sequence[Block], document: int) -> list[RowPlan]:
    """Give every table, row and cell the number of an object; they follow that of the document."""
    plans, after = [], document + 1
    for block in blocks:
        after += block.ruled
        for number, row in enumerate(block.rows):
            parent = after if block.ruled else document
            after += block.ruled
            plans.append(RowPlan(row, number < block.head_rows, parent, after))
            after += len(row)
    return plans


def summary(block: Block) -> str:
    """Return what a table is about: the heading that runs along it, if it has one."""
    first = block.rows[0][0]
    return first.text if first.rows > 1 else ""
