# SPDX-License-Identifier: MIT
"""Tagging: the structure tree of a file, and the marks that bind the pages' words to it.

Source: ISO 32000-1, 14.6 (marked content), 14.7.2 (structure elements), 14.7.4.4 (the way back from content).
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from export.cells import Block, Cell
from export.pages import Label, Placed
from export.paper import Paper, PaperPage
from export.setting import Span
from export.structure import AGAIN, FURNITURE, LAYOUT, PARAGRAPH, Kind, Kinds, Opening, planned, summary
from export.typesetting import Line

if TYPE_CHECKING:
    from export.pdf_file import PdfFile


class _Scattered:
    """An element whose content is in several places, which the pages tell one by one."""

    def __init__(self, parent: int, end: bytes) -> None:
        self.kids: list[bytes] = []
        self.paragraph = 0  # object of the paragraph that goes on with the next line
        self._parent, self._end = parent, end

    def body(self) -> bytes:
        kids = b"/K[%b]" % b" ".join(self.kids) if self.kids else b""
        return b"<</P %d 0 R%b%b" % (self._parent, kids, self._end)


class Tagger:
    """Writes the structure tree into a file; the pages are gone through in order."""

    def __init__(self, file: "PdfFile", paper: Paper) -> None:
        self._file, self._blocks = file, paper.blocks
        count = 1 + sum(
            block.ruled + sum(len(row) + block.ruled for row in block.rows) for block in paper.blocks
        )
        self._document = file.reserve(count)
        self._plans = planned(paper.blocks, self._document)
        self._bodies = [b""] * (self._document + count)  # by their numbers
        self._kinds = Kinds(partial(_added, file))  # no method of its own: it would keep all of this alive
        self._paragraph = Kind(PARAGRAPH, b"")
        self._cut = set(_cut_rows(paper.pages))
        self._scattered: dict[int, _Scattered] = {}  # by the element's object
        self._labels: dict[int, int] = {}  # objects of the spans' labels
        self._printed: dict[int, int] = {}  # lines of the spans' labels, on the pages so far
        self._page = 0  # object of the page
        self._parents: list[int] = []  # objects of the page's marked contents
        self._ways_back: list[bytes] = []  # references to the pages' parents

    def openings(self, page: PaperPage, number: int) -> list[Opening]:
        """Return what opens the marked content of a page's boxes; `number` is the page's object."""
        self._page, self._parents = number, []
        openings: list[Opening] = []
        labels = dict(page.sheet.labels)
        for placed in page.sheet.rows:
            cells = self._cells(placed)
            for span in placed.row.spans if labels else ():
                if label := labels.pop(span.key, None):
                    openings.append(self._label(span, label))
            if placed.again:
                openings += [AGAIN] * len(placed.row.cells)
            else:
                self._row(placed, cells, openings)
        self._ways_back.append(_added(self._file, b"[%b]" % _references(self._parents)))
        return [*openings, *(FURNITURE[box.cell.role] for box in page.furniture)]

    def page_entries(self, index: int) -> dict[str, object]:
        """Return what a page's dictionary says of its marked content."""
        return {"StructParents": index, "Tabs": b"/S"}

    def catalogue_entries(self) -> dict[str, object]:
        """Put the tree into the file and return what the catalogue says of it."""
        return {"StructTreeRoot": self._tree(), "MarkInfo": b"<</Marked true>>"}

    def _tree(self) -> bytes:
        root = self._file.reserve()
        tops = [number for block in self._tables() for number in block]
        self._bodies[self._document] = b"<</S/Document/P %d 0 R/K[%b]>>" % (root, _references(tops))
        self._file.fill(self._document, self._bodies[self._document :])
        for number, element in self._scattered.items():
            self._file.fill(number, [element.body()])
        pages = b" ".join([b"%d %b" % entry for entry in enumerate(self._ways_back)])
        parents = _added(self._file, b"<</Nums[%b]>>" % pages)
        body = b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %b/ParentTreeNextKey %d>>"
        self._file.fill(root, [body % (self._document, parents, len(self._ways_back))])
        return b"%d 0 R" % root

    def _tables(self) -> Iterator[Sequence[int]]:
        """Write the tables with their rows, and go through what every block adds to the document."""
        plans = iter(self._plans)
        for block in self._blocks:
            rows = [next(plans) for _ in block.rows]
            if not block.ruled:
                yield [number for row in rows for number in range(row.first, row.first + len(row.row))]
                continue
            table = rows[0].parent - 1
            for row in rows:
                cells = range(row.first, row.first + len(row.row))
                self._bodies[row.parent] = b"<</S/TR/P %d 0 R/K[%b]>>" % (table, _references(cells))
            kids = _references([row.parent for row in rows])
            self._bodies[table] = b"<</S/Table%b/P %d 0 R/K[%b]>>" % (_summary(block), self._document, kids)
            yield (table,)

    def _cells(self, placed: Placed) -> Sequence[int]:
        """Return the objects of a row's cells, and note those of the labels that begin in it."""
        row, plan = placed.row, self._plans[placed.number]
        numbers = range(plan.first, plan.first + len(plan.row))
        if len(row.cells) == len(numbers):
            return numbers
        begun = {span.label.cell.column: span.key for span in row.spans if span.first == placed.number}
        columns = [cell.column for cell in plan.row]
        self._labels |= {
            begun[column]: number for column, number in zip(columns, numbers, strict=True) if column in begun
        }
        return [number for column, number in zip(columns, numbers, strict=True) if column not in begun]

    def _row(self, placed: Placed, numbers: Sequence[int], openings: list[Opening]) -> None:
        """Write the cells of a row and go through what opens their marked contents."""
        plan, bodies, parents, kinds = self._plans[placed.number], self._bodies, self._parents, self._kinds
        usual = kinds.usual[plan.is_head]
        without = b"<</P %d 0 R" % plan.parent
        before = b"%b/Pg %d 0 R" % (without, self._page)
        is_cut = placed.number in self._cut
        for number, cell in zip(numbers, placed.row.cells, strict=True):
            printed, lines = cell.cell, cell.lines
            kind = usual[printed.role]
            if printed.columns > 1:
                kind = kinds.of(printed.role, plan.is_head, printed.columns)
            if not lines:
                bodies[number] = without + kind.end
                openings.append("")
            elif is_cut or (len(lines) > 1 and not printed.text.isprintable()):
                openings.append(self._scatter(number, plan.parent, kind, printed, lines))
            else:
                opening, end = kind.marks[len(parents)]
                bodies[number] = before + end
                parents.append(number)
                openings.append(opening)

    def _label(self, span: Span, label: Label) -> Opening:
        """Write a label, unless the pages before have printed all of it."""
        printed, all_lines = self._printed.get(span.key, 0), len(span.label.lines)
        if printed >= all_lines > 0:
            return AGAIN
        self._printed[span.key] = printed + len(label.cell.lines)
        plan, cell = self._plans[span.first], span.label.cell
        kind = self._kinds.of(cell.role, False, cell.columns, cell.rows)
        return self._scatter(self._labels[span.key], plan.parent, kind, cell, label.cell.lines)

    def _scatter(self, number: int, parent: int, kind: Kind, cell: Cell, lines: Sequence[Line]) -> Opening:
        """Write lines of a cell that has several paragraphs or goes on elsewhere; open each content."""
        element = self._scattered.setdefault(number, _Scattered(parent, kind.end))
        has_paragraphs = kind.element.is_cell and len(cell.text.splitlines()) > 1
        openings: list[str] = []
        for line in lines:
            begins = line.text and (not any(openings) or (has_paragraphs and not element.paragraph))
            openings.append(self._open(number, element, kind, has_paragraphs) if begins else "")
            if line.ends:
                element.paragraph = 0
        return openings if any(openings[1:]) else "".join(openings) or LAYOUT  # of nothing but spaces

    def _open(self, number: int, element: _Scattered, kind: Kind, has_paragraphs: bool) -> str:
        """Begin marked content of a cell, or of its paragraph."""
        if has_paragraphs and not element.paragraph:
            element.paragraph = self._file.reserve()
            element.kids.append(b"%d 0 R" % element.paragraph)
            self._scattered[element.paragraph] = _Scattered(number, self._paragraph.end)
        owner, mark = element.paragraph or number, len(self._parents)
        self._scattered[owner].kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._page, mark))
        self._parents.append(owner)
        return (self._paragraph if has_paragraphs else kind).marks[mark][0]


def _added(file: "PdfFile", body: bytes) -> bytes:
    number = file.reserve()
    file.fill(number, [body])
    return b"%d 0 R" % number


def _cut_rows(pages: Sequence[PaperPage]) -> Iterator[int]:
    """Go through the rows that go on on a second page."""
    last = -1
    for page in pages:
        numbers = [placed.number for placed in page.sheet.rows if not placed.again]
        if numbers[0] == last:
            yield last
        last = numbers[-1]


def _references(numbers: Sequence[int]) -> bytes:
    """Return references to objects, one after the other; they are very many."""
    return b"%d 0 R " * len(numbers) % tuple(numbers)


def _summary(block: Block) -> bytes:
    letters = summary(block).encode("utf-16-be", "replace").hex().encode("ascii")
    return b"/A<</O/Table/Summary<FEFF%b>>>" % letters if letters else b""
