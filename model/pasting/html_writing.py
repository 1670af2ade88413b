# SPDX-License-Identifier: MIT
"""Tables written as HTML: plain cells and merged ones, without any style that would surprise."""

from collections.abc import Mapping, Sequence

from model.pasting.grid import Spot
from model.pasting.html_text import written


def write_html(rows: Sequence[Sequence[str]], spans: Mapping[Spot, Spot] | None = None) -> str:
    """Write a plain table; `spans` names the height and width of merged cells by their first cell."""
    spans = spans or {}
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height)
        for right in range(width)
        if down or right
    }
    lines = ['<html><head><meta charset="utf-8"></head><body><table>']
    for row, texts in enumerate(rows):
        cells = (
            f"<td{_span(spans.get((row, column)))}>{written(text)}</td>"
            for column, text in enumerate(texts)
            if (row, column) not in covered
        )
        lines.append(f"<tr>{''.join(cells)}</tr>")
    return "\n".join((*lines, "</table></body></html>"))


def _span(span: Spot | None) -> str:
    height, width = span or (1, 1)
    down = f' rowspan="{height}"' if height > 1 else ""
    return down + (f' colspan="{width}"' if width > 1 else "")
