# SPDX-License-Identifier: MIT
"""Tables as HTML, as Excel, WPS, Calc, Word and browsers put them on the clipboard; read
tolerantly.  Nothing is ever executed or loaded: only cells, spans and texts are looked at.

What one sees counts: of a number shown as 9.83 the 9.83, not the 9.8333 behind it (`x:num`, `sdval`); only
where Excel shows ##### for want of room, the number behind it.  Hidden rows and columns are left out.
"""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from typing_extensions import override

from model.limits import MOST_PASTED_COLUMNS as MOST_COLUMNS
from model.limits import MOST_PASTED_ROWS as MOST_ROWS
from model.pasting import html_text
from model.pasting.grid import Grid, check_length, check_size
from model.pasting.html_cells import Cell, Row, Sheet, Table
from model.steps import Steps

CHUNK = 1 << 13  # characters read in one step
LONGEST_TAG = 50_000  # characters; a longer one that is never finished shows nothing, and is passed over
LONGEST_COUNT = 9  # digits
MOST_ATTRIBUTES = 100_000  # of a tag; no program writes so many
MUTED = frozenset({"style", "script", "title", "template", "noscript", "textarea", "select", "svg", "math"})
BLOCKS = frozenset({"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})
HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
NO_SPAN = re.compile(r"mso-ignore\s*:\s*colspan", re.IGNORECASE)
KEEPS_BLANKS = re.compile(r"mso-spacerun\s*:\s*yes|white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
KEEPS_EDGES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
TABS = re.compile(r"mso-tab-count\s*:\s*(\d{1,3})", re.IGNORECASE)

Attributes = Sequence[tuple[str, str | None]]


class TableReader(HTMLParser):
    """Collects the tables of a page, piece by piece."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[Table] = []  # in the order they begin
        self._open: list[Table] = []
        self._muted: list[str] = []
        self._spans: list[str] = []  # styles of the elements around the text
        self._rows = 0

    # What html.parser tells

    @override
    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        if self._muted or tag in MUTED:
            if tag in MUTED:
                self._muted.append(tag)
        elif tag in STARTS:
            STARTS[tag](self, dict(attrs))
        elif self._open:
            self._begin_inline(tag, dict(attrs))

    @override
    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        if tag == "br" or tag == "col":
            self.handle_starttag(tag, attrs)

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._muted:
            if tag == self._muted[-1]:
                self._muted.pop()
        elif self._open:
            self._end(tag)

    @override
    def handle_data(self, data: str) -> None:
        cell = self._open[-1].cell if self._open else None
        if cell is None or self._muted:
            return
        style = next((style for style in reversed(self._spans) if style), "")
        if not style:
            cell.add(html_text.plain(data))
        elif not TABS.search(style):  # a tab's blanks are there for programs that know no tabs
            cell.add(html_text.kept(data))

    @override
    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Pass over `<![if …]>` and `<![endif]>` of Excel and Word; what stands between is read."""
        return self.rawdata.find(">", i) + 1 or -1

    # What it means

    def _begin_table(self, attributes: dict[str, str | None]) -> None:
        if self._open:
            self._open[-1].holds_tables = True
        self._open.append(Table())
        self.tables.append(self._open[-1])

    def _begin_column(self, attributes: dict[str, str | None]) -> None:
        if self._open:
            table, count = self._open[-1], _count(attributes.get("span"), MOST_COLUMNS)
            if _is_hidden(attributes):
                table.hidden.update(range(table.columns, table.columns + count))
            table.columns = min(table.columns + count, MOST_COLUMNS)

    def _begin_row(self, attributes: dict[str, str | None]) -> None:
        if self._open:
            self._end_row()
            self._rows += 1
            check_size(self._rows, 1)
            self._open[-1].row = Row(_is_hidden(attributes))
            self._open[-1].rows.append(self._open[-1].row)

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        if not self._open:
            return
        self._end_cell()
        table, style = self._open[-1], attributes.get("style") or ""
        if table.row is None:
            self._begin_row({})
        right = _count(attributes.get("colspan"), MOST_COLUMNS)
        loose = right - 1 if NO_SPAN.search(style) else 0
        number = attributes.get("x:num") or attributes.get("sdval") or ""
        table.cell = Cell(_count(attributes.get("rowspan"), MOST_ROWS), right - loose, loose, number)
        if KEEPS_EDGES.search(style):
            self._spans.append(style)
            table.cell.keeps_edges = True
        assert table.row is not None
        table.row.cells.append(table.cell)
        check_size(1, len(table.row.cells))

    def _begin_break(self, attributes: dict[str, str | None]) -> None:
        cell = self._open[-1].cell if self._open else None
        if cell is not None:
            cell.add(html_text.KEPT_BREAK)

    def _begin_inline(self, tag: str, attributes: dict[str, str | None]) -> None:
        cell = self._open[-1].cell
        if cell is None:
            return
        if tag in BLOCKS:
            cell.needs_break = True
        elif tag == "span":
            style = attributes.get("style") or ""
            self._spans.append(style if KEEPS_BLANKS.search(style) or TABS.search(style) else "")
            cell.keeps_edges |= bool(KEEPS_EDGES.search(style))
            if tabs := TABS.search(style):
                cell.add(html_text.KEPT_TAB * int(tabs[1]))

    def _end(self, tag: str) -> None:
        cell = self._open[-1].cell
        if tag == "table":
            self._end_row()
            self._open.pop()
        elif tag == "tr":
            self._end_row()
        elif tag in ("td", "th"):
            self._end_cell()
        elif tag == "span" and self._spans:
            self._spans.pop()
        elif tag in BLOCKS and cell is not None:
            cell.needs_break = True

    def _end_row(self) -> None:
        self._end_cell()
        self._open[-1].row = None

    def _end_cell(self) -> None:
        self._open[-1].cell = None
        self._spans.clear()


STARTS = {
    "table": TableReader._begin_table,
    "col": TableReader._begin_column,
    "tr": TableReader._begin_row,
    "td": TableReader._begin_cell,
    "th": TableReader._begin_cell,
    "br": TableReader._begin_break,
}


def reading_html(html: str) -> Steps[Grid | None]:
    """Read all tables of a page, one below the other; None where it has none.

    Errors: PasteError where they are too large.
    """
    check_length(html)
    if "<table" not in html and "<TABLE" not in html:
        return None
    reader = TableReader()
    start = 0
    while start < len(html):
        _check_tag(reader.rawdata)
        size = max(CHUNK, len(reader.rawdata))  # what is unfinished is read anew with every piece
        reader.feed(html[start : start + size])
        start += size
        yield 90 * min(start, len(html)) // len(html)
    if not (reader.rawdata.startswith("<") and len(reader.rawdata) > LONGEST_TAG):
        reader.close()  # some versions of Python hold the last pieces back until then
    sheet = Sheet()
    for table in reader.tables:
        for _ in sheet.laying(table):
            yield 90
    return sheet.grid()


def _check_tag(unfinished: str) -> None:
    """Refuse a tag with so many attributes that they would fill the memory.  Errors: PasteError."""
    if len(unfinished) > MOST_ATTRIBUTES and unfinished[1:2].isalpha():
        is_full = len(unfinished.split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES
        check_size(1, MOST_COLUMNS + is_full)


def _count(written: str | None, most: int) -> int:
    """Read a span; what is no number counts one."""
    digits = (written or "").strip()
    return min(max(int(digits[:LONGEST_COUNT]), 1), most) if digits.isascii() and digits.isdigit() else 1


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    return "hidden" in attributes or bool(HIDDEN.search(attributes.get("style") or ""))
