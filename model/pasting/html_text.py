# SPDX-License-Identifier: MIT
"""The text of one HTML cell, as one sees it: blanks run together as a browser does, line breaks kept.

Blanks a program wants kept travel as characters that no text may hold (Unicode's noncharacters), until the
others have been run together.
"""

import re

NBSP = "\xa0"
KEPT_SPACE, KEPT_BREAK, KEPT_TAB = "\ufdd0", "\ufdd1", "\ufdd2"
EDGES = " " + NBSP

_KEPT = str.maketrans({" ": KEPT_SPACE, NBSP: KEPT_SPACE, "\n": KEPT_BREAK, "\t": KEPT_TAB, "\r": None})
_SEEN = str.maketrans({KEPT_SPACE: " ", KEPT_BREAK: "\n", KEPT_TAB: "\t"})
_STRANGERS = re.compile(f"[{KEPT_SPACE}{KEPT_BREAK}{KEPT_TAB}\0]")
_WIDE = "[\u2018-\u201d\u2014\u2026\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
_WRAPPED = re.compile(
    rf"(?<={_WIDE})\r?\n(?={_WIDE})"
)  # Word wraps Chinese lines anywhere; no blank is meant
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(f" ?{KEPT_BREAK} ?")
_HELD = re.compile(r"^ +| +$| {2,}|\t+", re.MULTILINE)
_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", NBSP: "&nbsp;"})


def plain(source: str) -> str:
    """Return ordinary source text without the characters that stand for kept blanks."""
    return _STRANGERS.sub("", source) if _STRANGERS.search(source) else source


def kept(source: str) -> str:
    """Return source text whose blanks are all meant: `mso-spacerun:yes`, `white-space:pre`, <pre>."""
    return plain(source).translate(_KEPT)


def seen(source: str, keeps_edges: bool = False) -> str:
    """Return what one sees of a cell; blanks at its edges go, unless the source said to keep them.

    A cell of nothing but blanks is empty: Word, Calc and web pages fill empty cells with &nbsp; or <br>.
    """
    text = _WRAPPED.sub("", source) if "\n" in source else source
    text = _AROUND_BREAK.sub(KEPT_BREAK, _BLANKS.sub(" ", text)).strip(EDGES)
    text = text.translate(_SEEN)
    if not text.strip(EDGES + "\t\n"):
        return ""
    return text if keeps_edges else text.strip(EDGES)


def written(text: str) -> str:
    """Write a cell's text as HTML that Excel, WPS and Calc read; its line breaks become <br>."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br>".join(_HELD.sub(_held, line.translate(_MARKUP)) for line in lines)


def _held(found: re.Match[str]) -> str:
    blanks = found[0]
    if blanks.startswith("\t"):
        return f'<span style="mso-tab-count:{len(blanks)}">&#9;</span>'
    inner = "&nbsp;" * (len(blanks) - 1) + " "
    return f'<span style="mso-spacerun:yes;white-space:pre">{inner}</span>'
