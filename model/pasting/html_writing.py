# SPDX-License-Identifier: MIT
"""Tables written as HTML: plain cells and merged ones, without any style that would surprise.

Programs turn texts such as `=100%`, `1-3`, `2024-05-01` into formulas and dates; those are told to be texts,
numbers to keep their decimals: in Excel's and WPS's words (mso-number-format) and in Calc's (sdnum).
"""

import re
from collections.abc import Mapping, Sequence

from model.pasting.grid import Spot
from model.pasting.html_text import written
from model.steps import Steps, each

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.(\d{1,10}))?")
_CONVERTED = re.compile(r"[=+\-@].*|\d[\d.,:/\-%eE年月日 ]*", re.DOTALL)
OPENING = '<html><head><meta charset="utf-8"></head><body><table>'
_AS_TEXT = """ style="mso-number-format:'\\@'" sdnum="2052;0;@\""""


def writing_html(rows: Sequence[Sequence[str]], spans: Mapping[Spot, Spot] | None = None) -> Steps[str]:
    """Write a plain table, in steps; `spans` names height and width of merged cells by their first cell."""
    spans = spans or {}
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
        if down or right
    }

    def line(numbered: tuple[int, Sequence[str]]) -> list[str]:
        row, texts = numbered
        cells = (
            f"<td{_span(spans.get((row, column)))}{_format(text)}>{written(text)}</td>"
            for column, text in enumerate(texts)
            if (row, column) not in covered
        )
        return [f"<tr>{''.join(cells)}</tr>"]

    lines = yield from each(list(enumerate(rows)), line)
    return "\n".join((OPENING, *lines, "</table></body></html>"))


def _span(span: Spot | None) -> str:
    height, width = span or (1, 1)
    down = f' rowspan="{height}"' if height > 1 else ""
    return down + (f' colspan="{width}"' if width > 1 else "")


def _format(text: str) -> str:
    """Return what keeps other programs from changing what one sees."""
    number = _NUMBER.fullmatch(text)
    if number is None:
        return _AS_TEXT if _CONVERTED.fullmatch(text) else ""
    zeros = "0" * len(number[1] or "")
    if not zeros:
        return ""
    return f""" style="mso-number-format:'0\\.{zeros}'" sdval="{text}" sdnum="2052;0;0.{zeros}\""""
