# SPDX-License-Identifier: MIT
"""Claims about a clerk's text: whatever it looks like, it is printed as typed and nothing comes of it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from model.templates import template_ids
from tests.witnesses.conftest import needs
from tests.witnesses.corpus import written
from tests.witnesses.hostile import MARK_UP, UNSEEN, form_of

PLAIN = "甲乙丙丁"
ACTS = frozenset(
    (
        *(
            "/Annot",
            "/Annots",
            "/AA",
            "/OpenAction",
            "/Action",
            "/JavaScript",
            "/JS",
            "/URI",
            "/Launch",
            "/GoTo",
        ),
        *("/GoToR", "/GoToE", "/SubmitForm", "/Named", "/ImportData", "/Rendition", "/Movie", "/Sound"),
        *("/AcroForm", "/XFA", "/RichMedia", "/Collection", "/Dests", "/Outlines", "/Encrypt"),
    )
)
"""Names that any link, action, script, form or other thing to happen needs."""
TITLE = "{http://purl.org/dc/elements/1.1/}title"


@pytest.fixture(scope="module")
def pieces(tmp_path_factory, fonts) -> dict[str, Path]:
    """A working copy for each piece of mark-up, which stands in every text of its form."""
    folder, paths = tmp_path_factory.mktemp("mark-up"), {}
    for number, piece in enumerate((*MARK_UP, PLAIN)):
        paths[piece] = folder / f"{number}.pdf"
        paths[piece].write_bytes(written(form_of(piece), fonts, public=False))
    return paths


def printed(pdf: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, timeout=60, check=True
    )
    return re.sub(r"\s", "", done.stdout)


def names(thing: object) -> Iterator[str]:
    """Go through all names within an object of a PDF, keys and values; not into others it points to."""
    if isinstance(thing, pikepdf.Name):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        yield from within(thing)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from thing.keys()
        yield from within(part for _, part in thing.items())


def within(parts: Iterable[object]) -> Iterator[str]:
    return (name for part in parts if not getattr(part, "is_indirect", False) for name in names(part))


def test_there_are_forty_pieces_and_no_two_alike():
    assert len(set(MARK_UP)) == len(MARK_UP) >= 40


@needs("pdftotext")
def test_mark_up_is_printed_as_typed_wherever_plain_words_are(pieces):
    times = printed(pieces[PLAIN]).count(PLAIN)
    found = {piece: printed(path).count(re.sub(r"\s", "", piece)) for piece, path in pieces.items()}
    assert times > 25
    assert {piece: count for piece, count in found.items() if count != times} == {}


@needs("pdftotext")
@pytest.mark.parametrize("template", template_ids())
@pytest.mark.parametrize("piece", ["{0} {} {page} {pages} {year} {unit}", "{{page}} {0.__class__} %s"])
def test_braces_stay_as_typed_in_every_template(fonts, tmp_path, template, piece):
    times = []
    for text in (piece, PLAIN):
        pdf = tmp_path / "a.pdf"
        pdf.write_bytes(written(form_of(text, template), fonts, public=True, draft_mark=True))
        times.append(printed(pdf).count(re.sub(r"\s", "", text)))
    assert times[0] == times[1] > 15


def test_nothing_can_happen_in_any_file(pieces, papers):
    acting = {}
    for path in (*pieces.values(), *papers.values()):
        with pikepdf.open(path) as pdf:
            found = {name for thing in (pdf.trailer, *pdf.objects) for name in names(thing)} & ACTS
            acting.update({path: found} if found else {})
    assert acting == {}


def test_an_action_would_be_seen(papers):
    with pikepdf.open(papers["000-1-public"]) as pdf:
        pdf.pages[0].AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.URI))
        assert {name for thing in pdf.objects for name in names(thing)} & ACTS == {"/AA", "/URI"}


def test_the_information_in_xmp_is_well_formed_and_as_typed(pieces):
    for piece, path in pieces.items():
        with pikepdf.open(path) as pdf:
            described = ElementTree.fromstring(pdf.Root.Metadata.read_bytes())
            titles = ["".join(title.itertext()).strip() for title in described.iter(TITLE)]
            assert titles == [str(pdf.docinfo.Title)]
            assert titles[0].startswith(piece)


@needs("pdftotext")
def test_marks_that_turn_the_direction_of_writing_are_nowhere(fonts, tmp_path):
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(written(form_of(UNSEEN), fonts, public=True))
    with pikepdf.open(pdf) as document:
        title = str(document.docinfo.Title)
    seen = "甲乙丙丁戊己庚"
    assert seen in printed(pdf)
    assert title.startswith(seen)
