# SPDX-License-Identifier: MIT
"""The quick reference: all keys in columns, small enough for one page of paper."""

from __future__ import annotations

from html import escape

from ui.manual.keys import Line, columns

COLUMNS = 2


def tables() -> str:
    """Return the chapters of keys side by side."""
    cells = "".join(_column("".join(_chapter(*one) for one in part)) for part in columns(COLUMNS))
    return f'\n<table class="columns" width="100%"><tr>{cells}</tr></table>'


def _column(html: str) -> str:
    return f'<td class="column" width="{100 // COLUMNS}%">{html}</td>'


def _chapter(title: str, lines: tuple[Line, ...]) -> str:
    rows = "".join(_row(words, keys) for words, keys in lines)
    return f'<h3>{escape(title)}</h3>\n<table class="keys" width="100%">\n{rows}</table>\n'


def _row(words: str, keys: tuple[str, ...]) -> str:
    shown = " ".join(f"<kbd>{escape(key)}</kbd>" for key in keys)
    return f'<tr><td class="key">{escape(words)}</td><td class="key" align="right">{shown}</td></tr>\n'
