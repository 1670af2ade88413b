# SPDX-License-Identifier: MIT
"""How a page of the manual looks in the program: sizes from the interface font, colours from the palette."""

from __future__ import annotations

from PySide6.QtGui import QFont, QPalette

from ui import theme

HEADS = {"h1": 1.55, "h2": 1.22, "h3": 1.05}  # times the interface font
AIR = "\N{NO-BREAK SPACE}"  # Qt knows no padding around words
FITTED: tuple[tuple[str, str], ...] = (
    ("<kbd>", f"<kbd>{AIR}"),
    ("</kbd>", f"{AIR}</kbd>"),
    ("<blockquote>", f"<blockquote>{AIR}"),
    ("<table>", '<table cellspacing="0" cellpadding="5">'),
    ('<table class="columns"', '<table class="columns" cellspacing="0" cellpadding="10"'),
    ('<table class="keys"', '<table class="keys" cellspacing="0" cellpadding="2"'),
)
"""Attributes that stand in for what Qt's text view does not read from a style sheet."""


def style_sheet(font: QFont, palette: QPalette) -> str:
    """Return the style of the pages for Qt's text view."""
    quiet, line = theme.quiet_text(palette).name(), palette.color(QPalette.ColorRole.Mid).name()
    key, head = palette.color(QPalette.ColorRole.Midlight).name(), _heads(font)
    side = palette.color(QPalette.ColorRole.AlternateBase).name()
    note = theme.soft_accent(palette).name()
    return f"""{head}
p, li, blockquote {{ line-height: 145%; margin-top: 6px; margin-bottom: 8px; }}
li {{ margin-top: 2px; margin-bottom: 4px; }}
a {{ color: {theme.accent(palette).name()}; }}
kbd {{ background-color: {key}; font-family: "{font.family()}"; }}
code {{ background-color: {key}; font-family: "{font.family()}"; }}
blockquote {{ background-color: {note}; margin-left: 0px; margin-right: 0px; }}
table {{ border-collapse: collapse; margin-top: 6px; margin-bottom: 10px; }}
td, th {{ border: 1px solid {line}; text-align: left; }}
td.column {{ border: none; }}
td.key {{ border: none; border-bottom: 1px solid {line}; vertical-align: middle; }}
th {{ background-color: {side}; font-weight: normal; color: {quiet}; }}
"""


def fitted(body: str) -> str:
    """Return a page's HTML as Qt's text view shows it best."""
    for plain, fit in FITTED:
        body = body.replace(plain, fit)
    return body


def _heads(font: QFont) -> str:
    size, unit = (font.pointSizeF(), "pt") if font.pointSizeF() > 0 else (float(font.pixelSize()), "px")
    return "\n".join(
        f"{tag} {{ font-size: {size * scale:.1f}{unit}; font-weight: 600; margin-top: {margin}px; }}"
        for (tag, scale), margin in zip(HEADS.items(), (4, 22, 16), strict=True)
    )
