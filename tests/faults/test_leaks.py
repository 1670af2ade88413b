# SPDX-License-Identifier: MIT
"""What is private stays out of a public copy: every stream unpacked, all ways of writing searched."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pikepdf
import pytest

from export.fonts import Fonts
from model.drafts import FORMAT, save
from model.form import Form
from tests.builders import complete_form
from tests.tagged_pdf import TaggedPdf
from tests.witnesses.corpus import written

ROOT = Path(__file__).parents[2]
SHORTEST = 6  # characters; a shorter name may stand anywhere by chance
TEMPLATE = "ministry"  # prints no empty groups


def secret(kind: str) -> str:
    """A word for one kind of private thing that stands nowhere else."""
    return f"Geheim{kind.replace(' ', '')}密{len(kind)}"


UNKNOWN_KEYS = ("form", "funds", "fund row", "level 1", "level 2", "indicator", "stated")
NOT_PRINTED = ("an empty group", "a name typed and undone")


def private_form() -> Form:
    """A form with a private thing in every part that may hold one."""
    form = complete_form(TEMPLATE)
    group = form.indicators[0]
    row = group.children[0].children[0]
    parts = (form, form.funds, form.funds.total, group, group.children[0], row, form.stated)
    for part, kind in zip(parts, UNKNOWN_KEYS, strict=True):
        assert part.model_extra is not None
        part.model_extra["further"] = {secret(kind): secret(kind)}
    group.children.append(type(group.children[0])(name=secret("an empty group")))
    return form


def encodings(text: str) -> Iterator[bytes]:
    """The ways in which a text may stand in a file."""
    for plain in {text.encode("utf-8"), text.encode("utf-16-be"), text.encode("utf-16-le")}:
        yield from (plain, plain.hex().encode(), plain.hex().upper().encode())
        yield from (base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3))
        yield "".join(f"\\{byte:03o}" for byte in plain).encode()
    yield quote(text).encode()
    yield "".join(f"&#{ord(sign)};" for sign in text).encode()
    yield "".join(f"&#x{ord(sign):x};" for sign in text).encode()
    yield text.encode("gb18030")
    yield text.encode("unicode-escape")


def unpacked(page: bytes) -> bytes:
    """All that is in a PDF: as it stands, its streams unpacked, its objects spelled out, its words drawn."""
    parts = [page]
    with pikepdf.open(BytesIO(page)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                parts += [thing.read_raw_bytes(), thing.read_bytes()]
            parts += [thing.unparse(resolved=False), *strings(thing)]
    texts = (text for one in TaggedPdf(page).pages for text in one.texts.values())
    return b"\n".join([*parts, "".join(texts).encode()])


def strings(thing: object) -> Iterator[bytes]:
    """The strings within an object, as text."""
    if isinstance(thing, pikepdf.String):
        yield str(thing).encode("utf-8", "replace")
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            yield from strings(part) if not part_is_reference(part) else ()
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for _, part in thing.items():
            yield from strings(part) if not part_is_reference(part) else ()


def part_is_reference(part: object) -> bool:
    return bool(getattr(part, "is_indirect", False))


def leaks(page: bytes, private: dict[str, str]) -> list[str]:
    """The kinds of private things that are in a PDF in any writing."""
    content = unpacked(page)
    lower = content.lower()
    return [
        kind
        for kind, text in private.items()
        if any(way in content or way.lower() in lower for way in encodings(text))
    ]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[str, str]]:
    """A public copy written by the program in surroundings with private names, and what is private."""
    base = tmp_path_factory.mktemp("x")
    names = ("folder", "home", "temporary folder", "output folder")
    places = {name: base / secret(name) for name in names}
    for place in places.values():
        place.mkdir()
    draft = places["folder"] / f"{secret('draft')}.json"
    undone = complete_form(TEMPLATE, project_name=secret("a name typed and undone"))
    save(undone, draft)
    save(private_form(), draft)
    (places["home"] / "words.json").write_text(secret("a word learnt"), encoding="utf-8")
    out = places["output folder"] / f"{secret('output')}.pdf"
    persons = {name: secret(name) for name in ("USER", "LOGNAME", "HOSTNAME", "EMAIL")}
    surroundings = {
        **os.environ,
        **persons,
        **{"HOME": str(places["home"]), "XDG_CONFIG_HOME": str(places["home"])},
        "TMPDIR": str(places["temporary folder"]),
    }
    call = [sys.executable, str(ROOT / "main.py"), "export", str(draft), "-o", str(out), "--public"]
    subprocess.run(call, cwd=places["folder"], env=surroundings, check=True, capture_output=True, timeout=60)
    now = datetime.now()
    private = {
        **{kind: secret(kind) for kind in (*UNKNOWN_KEYS, *NOT_PRINTED, *names, "draft", "output")},
        **{"a word learnt": secret("a word learnt"), "further keys": "further", **persons},
        **{"the format": FORMAT, "a key of the draft": "implementing_unit", "another": "annual_budget"},
        **{"the program's folder": str(ROOT), "Python's folder": sys.prefix, "the name": "draft.json"},
        **{"the day": f"{now:D:%Y%m%d}", "the day in XMP": f"{date.today():%Y-%m-%d}"},
    }
    machine = socket.gethostname()
    named = {"the machine": machine} if len(machine) >= SHORTEST else {}
    return out.read_bytes(), private | named


def test_a_public_copy_tells_nothing_private(trial, exported):
    page, private = exported
    with trial("public copy searched for private strings", len(private)) as run:
        found = leaks(page, private)
        for kind in private:
            run.count(kind not in found, kind)


@pytest.mark.parametrize("number", range(len(list(encodings("x")))))
def test_a_private_string_is_found_in_every_writing(number):
    piece = list(encodings(secret("form")))[number]
    assert leaks(with_stream(piece), {"form": secret("form")}) == ["form"]


def test_a_working_copy_is_full_of_them():
    page = written(private_form(), Fonts(), public=False)
    assert set(leaks(page, {kind: secret(kind) for kind in UNKNOWN_KEYS})) == set(UNKNOWN_KEYS)


def with_stream(piece: bytes) -> bytes:
    """A public copy with something more in it, packed."""
    page = written(complete_form(TEMPLATE), Fonts(), public=True)
    with pikepdf.open(BytesIO(page)) as pdf:
        pdf.Root.More = pdf.make_indirect(pikepdf.Stream(pdf, b"xyz" + piece + b"xyz"))
        out = BytesIO()
        pdf.save(out)
    return out.getvalue()
