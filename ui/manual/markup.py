# SPDX-License-Identifier: MIT
"""The small Markdown of the manual's pages to HTML that a browser and Qt's text view both understand.

Blocks: `#` title, `##` section (with `{#anchor}`), paragraphs, `-` and `1.` lists, `|` tables, `>` notes,
a picture alone on its line.  In a line: `**bold**`, `` `as typed` ``, 「words of the window」, `{references}`
and `[words](page#anchor)`; `rule:id` leads to a check.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

Resolve = Callable[[str], str]

BLOCKS = (("#", "head"), ("- ", "bullet"), ("|", "table"), ("> ", "note"), ("![", "picture"))
INLINE = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<bold>.+?)\*\*|「(?P<word>[^」]+)」"
    r"|\{(?P<reference>[a-z]+:[^}]*)\}|\[(?P<words>[^]]+)\]\((?P<target>[^)]+)\)"
)
HEAD = re.compile(r"(?P<level>#+) (?P<words>.*?)(?: \{#(?P<anchor>[\w.-]+)\})?$")
NUMBERED = re.compile(r"\d+\. ")
PICTURE = re.compile(r"!\[(?P<words>[^]]*)\]\((?P<target>[^)]+)\)")
SUFFIX = ".html"
CHECKS = "checks"  # page of the rules


def as_html(source: str, resolve: Resolve) -> str:
    """Return a page's HTML; `resolve` turns a reference into HTML."""
    blocks = groupby(source.splitlines(), _kind)
    return "\n".join(html for kind, lines in blocks for html in _WRITERS[kind](list(lines), resolve))


def link(target: str) -> str:
    """Return the address of `page`, `page#anchor`, `#anchor` or `rule:id`."""
    if target.startswith("rule:"):
        return f"{CHECKS}{SUFFIX}#{target.removeprefix('rule:')}"
    page, mark, anchor = target.partition("#")
    return f"{page}{SUFFIX if page else ''}{mark}{anchor}"


def _kind(line: str) -> str:
    if not line.strip():
        return "gap"
    if NUMBERED.match(line):
        return "numbered"
    return next((kind for start, kind in BLOCKS if line.startswith(start)), "text")


def _heads(lines: list[str], resolve: Resolve) -> Iterator[str]:
    for line in lines:
        found = HEAD.match(line)
        level, words = len(found["level"]), _inline(found["words"], resolve)
        anchor = found["anchor"] or found["words"].replace(" ", "-")
        yield f'<h{level} id="{escape(anchor)}">{words}</h{level}>'


def _text(lines: list[str], resolve: Resolve) -> Iterator[str]:
    yield f"<p>{_joined(lines, resolve)}</p>"


def _note(lines: list[str], resolve: Resolve) -> Iterator[str]:
    yield f"<blockquote>{_joined((line[2:] for line in lines), resolve)}</blockquote>"


def _bullets(lines: list[str], resolve: Resolve) -> Iterator[str]:
    yield _listed("ul", (line[2:] for line in lines), resolve)


def _numbers(lines: list[str], resolve: Resolve) -> Iterator[str]:
    yield _listed("ol", (NUMBERED.sub("", line, count=1) for line in lines), resolve)


def _table(lines: list[str], resolve: Resolve) -> Iterator[str]:
    rows = [[_inline(cell.strip(), resolve) for cell in line.strip().strip("|").split("|")] for line in lines]
    head, body = rows[0], [row for row in rows[1:] if set("".join(row)) - set("-: ")]
    yield table(head, body)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are HTML already."""
    heads = "".join(f"<th>{cell}</th>" for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>\n<tr>{heads}</tr>\n{body}</table>"


def _pictures(lines: list[str], resolve: Resolve) -> Iterator[str]:
    for line in lines:
        found = PICTURE.match(line)
        yield f'<p class="picture"><img src="{escape(found["target"])}" alt="{escape(found["words"])}"></p>'


def _nothing(_lines: list[str], _resolve: Resolve) -> Iterator[str]:
    return iter(())


def _listed(tag: str, entries: Iterable[str], resolve: Resolve) -> str:
    return f"<{tag}>\n" + "".join(f"<li>{_inline(entry, resolve)}</li>\n" for entry in entries) + f"</{tag}>"


def _joined(lines: Iterable[str], resolve: Resolve) -> str:
    return _inline("".join(line.strip() for line in lines), resolve)


def _inline(text: str, resolve: Resolve) -> str:
    parts, end = [], 0
    for found in INLINE.finditer(text):
        parts += [escape(text[end : found.start()], quote=False), _marked(found, resolve)]
        end = found.end()
    return "".join((*parts, escape(text[end:], quote=False)))


def _marked(found: re.Match[str], resolve: Resolve) -> str:
    if found["code"]:
        return f"<code>{escape(found['code'], quote=False)}</code>"
    if found["reference"]:
        return resolve(found["reference"])
    if found["words"]:
        return f'<a href="{escape(link(found["target"]))}">{_inline(found["words"], resolve)}</a>'
    return f"<b>{_inline(found['bold'] or found['word'], resolve)}</b>"


_WRITERS: dict[str, Callable[[list[str], Resolve], Iterator[str]]] = {
    "head": _heads,
    "text": _text,
    "note": _note,
    "bullet": _bullets,
    "numbered": _numbers,
    "table": _table,
    "picture": _pictures,
    "gap": _nothing,
}
