# SPDX-License-Identifier: MIT
"""Hostile drafts: each puts a file into a folder that would exhaust, mislead or hang a careless reader."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable
from functools import partial
from pathlib import Path

from model.drafts import FORMAT, MAX_BYTES

MILLION = 1_000_000
Making = Callable[[Path], Path]
MARK = "@@"  # stands in a draft where bytes of any kind are to be put


def draft(**keys: object) -> bytes:
    """A draft with these keys, else empty."""
    raw = {"format": FORMAT, "version": 1, "template": "shanghai-2024", **keys}
    return json.dumps(raw, ensure_ascii=False).encode("utf-8", "surrogatepass")


def row(**cells: object) -> list[object]:
    """A tree of one indicator."""
    return tree([{"name": "场次", **cells}])


def tree(rows: list[object]) -> list[object]:
    """A tree with these indicators under one group."""
    return [{"name": "产出指标", "children": [{"name": "数量指标", "children": rows}]}]


def with_bytes(piece: bytes, **keys: object) -> bytes:
    """A draft in which the text MARK, with its quotation marks, gives way to bytes."""
    return draft(**keys).replace(f'"{MARK}"'.encode(), piece)


def content(make: Callable[[], bytes], name: str = "a.json") -> Making:
    """A file of these bytes."""

    def put(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(make())
        return path

    return put


def keys(count: int) -> bytes:
    """So many keys of an object, each another one."""
    return b"{" + b",".join(b'"k%07d":0' % number for number in range(count)) + b"}"


def sparse(folder: Path, head: bytes = b"", name: str = "a.json") -> Path:
    """A file of 1 GB that takes no room on the disk."""
    path = folder / name
    path.write_bytes(head)
    os.truncate(path, 1 << 30)
    return path


def pipe(folder: Path) -> Path:
    """A pipe nobody writes into."""
    os.mkfifo(folder / "a.json")
    return folder / "a.json"


def closed_socket(folder: Path) -> Path:
    """A socket nobody answers at; its name is short, as a socket's must be."""
    here = os.open(".", os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as made:
        try:
            os.chdir(folder)
            made.bind("a.json")
        finally:
            os.chdir(here)
            os.close(here)
    return folder / "a.json"


def link_to(target: str, folder: Path) -> Path:
    """A link."""
    (folder / "a.json").symlink_to(target)
    return folder / "a.json"


def folder_called_draft(folder: Path) -> Path:
    """A folder."""
    (folder / "a.json").mkdir()
    return folder / "a.json"


def long_text(piece: str, size: int) -> str:
    """A text of so many bytes or a little less."""
    return piece * (size // len(piece.encode()))


def huge(**cells: str) -> bytes:
    """A draft of one row with huge cells."""
    return draft(indicators=row(**cells))


NEARLY_ALL = MAX_BYTES - 1000
DEEP = b"[" * MILLION + b"]" * MILLION
VALID: dict[str, Callable[[], bytes]] = {
    "a list a million deep": lambda: DEEP,
    "objects a million deep": lambda: b'{"a":' * MILLION,
    "an unknown key a million deep": lambda: with_bytes(DEEP, further=MARK),
    "an unknown key 120 deep": lambda: with_bytes(b"[" * 120 + b"]" * 120, further=MARK),
    "a million keys": lambda: draft()[:-1] + b"," + keys(MILLION)[1:],
    "a million keys in a row": lambda: with_bytes(keys(MILLION), indicators=row(further=MARK)),
    "the same key a million times": lambda: draft()[:-1] + b',"a":0' * MILLION + b"}",
    "ten million digits of a score": lambda: huge(score="7" * 10 * MILLION),
    "ten million decimals of a score": lambda: huge(score="0." + "7" * 10 * MILLION),
    "a number of ten million digits": lambda: with_bytes(b"7" * 10 * MILLION, further=MARK),
    "a year of ten thousand digits": lambda: with_bytes(b"2" * 10_000, fiscal_year=MARK),
    "a year like 1e3": lambda: with_bytes(b"1e3", fiscal_year=MARK),
    "an exponent of nine digits": lambda: huge(score="1e999999999", points="1E+999999999"),
    "a number with such an exponent": lambda: with_bytes(b"1e999999999", further=MARK),
    "not a number": lambda: with_bytes(b"NaN", further=MARK),
    "infinity as a score": lambda: huge(score="Infinity", points="-inf", actual="NaN"),
    "a name of 20 MB": lambda: draft(project_name=long_text("甲", NEARLY_ALL)),
    "a name of 20 MB without letters": lambda: draft(project_name=long_text("A", NEARLY_ALL)),
    "a goal of 20 MB in lines": lambda: draft(goal_actual=long_text("甲。\\n", NEARLY_ALL)),
    "a target of 2 MB": lambda: huge(target=long_text("≥6.00(个)", 2 * MILLION), actual="6"),
    "a target of 2 MB digits": lambda: huge(target="≥" + "1" * 2 * MILLION, actual="1" * 2 * MILLION),
    "a target of 2 MB blanks": lambda: huge(target="≥" + " " * 2 * MILLION + "x", actual=" " * MILLION),
    "a reason of 20 MB": lambda: huge(reason=long_text("因", NEARLY_ALL)),
    "a hundred thousand rows": lambda: draft(indicators=tree([{}] * 100_000)),
    "a hundred thousand groups": lambda: draft(indicators=[{"children": [{}]}] * 100_000),
    "a template in another folder": lambda: draft(template="../../etc/passwd"),
    "a template with a whole path": lambda: draft(template="/etc/passwd"),
    "a template with a zero byte": lambda: draft(template="ministry\0.json"),
    "a template of a megabyte": lambda: draft(template="x" * MILLION),
    "a template by address": lambda: draft(template="https://example.org/t.json"),
    "nonsense for orientation and unit": lambda: draft(orientation="x" * MILLION, amount_unit="/" * MILLION),
    "keys with names of Python": lambda: draft(
        **{"__class__": "x", "__dict__": {"a": 1}, "model_dump": 1, "model_fields": [], "__proto__": {}}
    ),
    "a version of a thousand digits": lambda: with_bytes(b"9" * 1000, version=MARK),
    "half a pair of surrogates": lambda: with_bytes(b'"\\ud800"', project_name=MARK),
    "UTF-16": lambda: b"\xff\xfe" + draft().decode().encode("utf-16-le"),
    "bytes that are no UTF-8": lambda: draft(project_name=MARK).replace(b"@@", b"\xc0\xaf\xed\xa0\x80"),
    "20 MB of blanks": lambda: b" " * NEARLY_ALL,
    "20 MB of zeros": lambda: bytes(NEARLY_ALL),
    "20 MB of quotation marks": lambda: b'"' * NEARLY_ALL,
    "a string of 20 MB of escapes": lambda: with_bytes(b'"' + b"\\u0041" * 3_000_000 + b'"', further=MARK),
}
PLACES: dict[str, Making] = {
    "a sparse file of 1 GB": sparse,
    "a sparse PDF of 1 GB": partial(sparse, head=b"%PDF-1.7\n", name="a.pdf"),
    "endless zeros": lambda folder: Path("/dev/zero"),
    "a link to endless zeros": partial(link_to, "/dev/zero"),
    "a pipe": pipe,
    "a socket": closed_socket,
    "a folder": folder_called_draft,
    "a link to itself": partial(link_to, "a.json"),
    "a link to nowhere": partial(link_to, "../../nowhere/a.json"),
    "a terminal": lambda folder: Path("/dev/tty"),
    "the memory of the process": lambda folder: Path("/proc/self/mem"),
    "a name with a zero byte": lambda folder: Path("a\0.json"),
    "a name of 5,000 letters": lambda folder: folder / ("x" * 5000),
}
HOSTILE_DRAFTS: dict[str, Making] = {name: content(make) for name, make in VALID.items()} | PLACES
