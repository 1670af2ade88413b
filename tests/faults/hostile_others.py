# SPDX-License-Identifier: MIT
"""Hostile files that are no drafts: templates of one's own, the clipboard, words learnt, settings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.faults.hostile_drafts import DEEP, MILLION, Making, content, keys, link_to, pipe, sparse


def template(**changed: object) -> bytes:
    """A template that is as shipped but for these keys."""
    return json.dumps({"base": "shanghai-2024", "id": "a", **changed}, ensure_ascii=False).encode()


def two_that_name_each_other(folder: Path) -> Path:
    """A template based on one that is based on it."""
    (folder / "a.json").write_bytes(template(base="b"))
    (folder / "b.json").write_bytes(template(base="a"))
    return folder / "a.json"


def named(make: dict[str, Callable[[], bytes]], name: str) -> dict[str, Making]:
    """Each of these as a file."""
    return {case: content(bytes_of, name) for case, bytes_of in make.items()}


TEMPLATES: dict[str, Making] = named(
    {
        "a template a million deep": lambda: DEEP,
        "a template of a million keys": partial(keys, MILLION),
        "a template of no bytes": bytes,
        "a template that is no UTF-8": lambda: b"\xff\xfe{}",
        "a base in another folder": lambda: template(base="../../../../etc/passwd"),
        "a base with a whole path": lambda: template(base="/etc/passwd"),
        "a base with a zero byte": lambda: template(base="a\0b"),
        "a base of a megabyte": lambda: template(base="x" * MILLION),
        "a base that is a list": lambda: template(base=[[]]),
        "a title of 10 MB": lambda: template(title="甲" * 3_300_000),
        "a title that reads attributes": lambda: template(year_line="{year.__class__.__mro__}"),
        "a sentence that reads attributes": lambda: template(
            rules={"reason.missing": {"wording": "{message}{message.__class__}{0}"}}
        ),
        "widths without end": lambda: template(header={"label_width": 10**400}),
        "limits without end": lambda: template(limits={"full_points": "1e999999999"}),
        "limits that are no numbers": lambda: template(limits={"full_points": "NaN"}),
        "notes a million times": lambda: template(notes=["甲"] * MILLION),
    },
    "a.json",
) | {
    "a template that is a pipe": pipe,
    "a template of 1 GB": sparse,
    "a template without end": partial(link_to, "/dev/zero"),
    "templates that name each other": two_that_name_each_other,
}
PASTED_HTML: dict[str, Making] = named(
    {
        "tables in tables, a hundred thousand deep": lambda: b"<table><tr><td>" * 100_000,
        "a million cells": lambda: b"<table><tr>" + b"<td>1</td>" * MILLION + b"</table>",
        "a hundred thousand rows to paste": lambda: b"<table>" + b"<tr><td>1<td>2</tr>" * 100_000,
        "a cell over a billion columns and rows": lambda: (
            b"<table>" + b'<tr><td colspan="999999999" rowspan="999999999">1</td></tr>' * 200 + b"</table>"
        ),
        "a cell over more columns than can be written": lambda: (
            b"<table><tr><td colspan='%b'>1</td></tr></table>" % (b"9" * 10_000)
        ),
        "pictures and links of other places": lambda: (
            b"<table><tr><td><img src='https://example.org/a.png'><img src='file:///etc/passwd'>1</td></tr>"
            b"<tr><td><a href='file:///etc/passwd'>2</a><link rel=stylesheet href='//example.org/a.css'></td>"
            b"</tr></table><iframe src='file:///etc/passwd'></iframe><script src='//example.org'></script>"
        ),
        "a tag of 20 MB": lambda: b"<table><tr><td " + b"x" * 20 * MILLION,
        "a million attributes": lambda: b"<table><tr><td " + b"a=1 " * MILLION + b">1</td></table>",
        "a million unfinished tags": lambda: b"<table><tr><td>" + b"<" * MILLION,
        "a million unfinished remarks": lambda: b"<table><tr><td>" + b"<!--" * MILLION,
        "a million unfinished declarations": lambda: b"<!DOCTYPE [" + b"<!ENTITY a '" * MILLION,
        "a million references": lambda: b"<table><tr><td>" + b"&#x110000;&amp" * 300_000 + b"</table>",
        "styles without end": lambda: b"<style>" + b"td{color:red}" * MILLION + b"</style><table><tr><td>1",
    },
    "a.html",
)
PASTED_TEXT: dict[str, Making] = named(
    {
        "a line of a million tabs": lambda: b"\t" * MILLION,
        "a million lines": lambda: b"1\t2\n" * MILLION,
        "an open quotation mark and 20 MB": lambda: b'1\t"' + b"x\n" * 10 * MILLION,
        "a million quotation marks": lambda: b'"' * MILLION + b"\t",
        "a text of 20 MB": lambda: "甲".encode() * 6_600_000,
    },
    "a.txt",
)
WORDS: dict[str, Making] = named(
    {
        "words a million deep": lambda: b'{"words":' + DEEP,
        "words that are numbers": lambda: b'{"words":[1,{"sort":[]},null,[["a"]],"x"]}',
        "a word of 20 MB": lambda: json.dumps(
            {"words": [["reason", "甲" * 6 * MILLION, "", "", 1, 1]]}
        ).encode(),
        "words that are no JSON": lambda: b"\0" * MILLION,
    },
    "words.json",
)
RECENT = b"[forms]\nrecent="
ELSEWHERE: dict[str, object] = {
    "path": "/dev/null/a.json",
    "project_name": [],
    "fiscal_year": "x",
    "counts": {"a": []},
    "score": 1,
    "rating": {},
    "mtime_ns": "x",
}
SETTINGS: dict[str, Making] = named(
    {
        "settings that are no settings": lambda: bytes(range(256)) * 20_000,
        "settings of a million keys": lambda: b"".join(b"[a%d]\nb=1\n" % key for key in range(200_000)),
        "variants of Qt without end": lambda: (
            b"[window]\ngeometry=@Variant(\\0\\0\\0\\t\\xff\\xff\\xff\\xff)\ndocks=@ByteArray("
            + b"x" * MILLION
            + b")\n"
        ),
        "numbers without end": lambda: b"[window]\nsection=" + b"9" * 10_000 + b"\ntext_size=-1\n",
        "a recent form that is no form": lambda: (
            RECENT + b'"{\\"path\\": \\"/dev/zero\\", \\"counts\\": {}}", "[[[[", "{}", "null", "1"\n'
        ),
        "a recent form that is not there": lambda: RECENT + json.dumps(json.dumps(ELSEWHERE)).encode(),
        "recent forms a million deep": lambda: RECENT + b"[" * MILLION,
    },
    "a.ini",
)


def moved(make: Making, name: str) -> Making:
    """The same file under another name."""
    return lambda folder: make(folder).rename(folder / name)


def packed(about: bytes, draft: bytes, version: bytes = b"1") -> bytes:
    """A recovery copy whose checksum is right."""
    rest = about + b"\n" + draft
    return b"zipingbiao-recovery %b %b\n" % (version, hashlib.sha256(rest).hexdigest().encode()) + rest


ABOUT = b'{"sequence":%b,"time":"x","parent":"%b","process_id":1,"host":"x","process_start":"x"}'
COPY = "a-0.copy"
COPIES: dict[str, Making] = named(
    {
        "a copy a million deep": lambda: packed(DEEP, DEEP),
        "a copy of a draft a million deep": lambda: packed(ABOUT % (b"1", b"x"), DEEP),
        "a copy with a number without end": lambda: packed(ABOUT % (b"9" * 100_000, b"x"), b"{}"),
        "a copy of another place": lambda: packed(ABOUT % (b"1", b"..%2F..%2Fetc%2Fpasswd%00"), b"{}"),
        "a copy of no known version": lambda: packed(ABOUT % (b"1", b"x"), b"{}", b"9" * 100_000),
        "a copy without a line": lambda: b"x" * 20 * MILLION,
        "a copy without a checksum": lambda: b"zipingbiao-recovery 1 \n" * MILLION,
    },
    COPY,
) | {"a copy of 1 GB": moved(sparse, COPY), "a copy that is a pipe": moved(pipe, COPY)}
OTHERS: dict[str, dict[str, Making]] = {
    "template": TEMPLATES,
    "html": PASTED_HTML,
    "text": PASTED_TEXT,
    "words": WORDS,
    "settings": SETTINGS,
    "copies": COPIES,
}
