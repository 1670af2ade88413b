# SPDX-License-Identifier: MIT
"""Words from a file, shown as they are: Qt takes what looks like HTML for it, and opens pictures it names.

A picture named \\\\server\\share\\x.png would make Windows introduce the clerk to that server.
"""

from __future__ import annotations

from html import escape

from PySide6.QtGui import Qt as Rich


def as_plain(words: str) -> str:
    """Return words for a tooltip or a message, such that Qt shows every sign of them."""
    if not Rich.mightBeRichText(words):
        return words
    return f'<p style="white-space: pre-wrap">{escape(words, quote=False)}</p>'
