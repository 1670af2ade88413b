# SPDX-License-Identifier: MIT
"""Tables as text with tabs, quoted as Excel quotes: cells with a tab or a line break, quotes doubled."""

import re
from collections.abc import Iterator, Sequence

from model.limits import MOST_PASTED_ROWS as MOST_ROWS
from model.pasting.grid import Grid, check_length, check_size, grid_of
from model.steps import Steps, each

ROWS_A_STEP = 500
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_NEEDED = re.compile(r'[\t\n]|""')


def writing_tsv(rows: Sequence[Sequence[str]]) -> Steps[str]:
    """Write a table, in steps; more than one row end each with a line break, as Excel's do."""
    lines = yield from each(rows, lambda row: ["\t".join(map(_written, row))])
    return "\n".join(lines) + ("\n" if len(lines) > 1 else "")


def _written(text: str) -> str:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    needs_quotes = "\t" in plain or "\n" in plain or plain.startswith('"')
    return '"{}"'.format(plain.replace('"', '""')) if needs_quotes else plain


def reading_tsv(text: str) -> Steps[Grid]:
    """Read a table; text without tabs is a table of one column.

    Quotes count only where they hold a tab, a line break or a doubled quote, so that a cell such as
    `"重点"项目` keeps its own.  Errors: PasteError where it is too large.
    """
    check_length(text)
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "").removesuffix("\n")
    rows: list[list[str]] = []
    for row in _rows(plain):
        rows.append(row)
        if len(rows) % ROWS_A_STEP == 0:
            check_size(len(rows), len(row))
            yield min(99, 100 * len(rows) // MOST_ROWS)
    return grid_of(rows)


def _rows(text: str) -> Iterator[list[str]]:
    if '"' not in text:
        yield from (line.split("\t") for line in text.split("\n"))
        return
    at, row = 0, []
    while True:
        cell, at = _cell(text, at)
        row.append(cell)
        if text[at : at + 1] != "\t":
            yield row
            row = []
        if at == len(text):
            return
        at += 1


def _cell(text: str, at: int) -> tuple[str, int]:
    """Return the cell that begins at a character, and where it ends."""
    quoted = _QUOTED.match(text, at) if text.startswith('"', at) else None
    if quoted and _NEEDED.search(quoted[1]):
        return quoted[1].replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    assert plain is not None  # it matches nothing at all, too
    return plain[0], plain.end()
