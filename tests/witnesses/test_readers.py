# SPDX-License-Identifier: MIT
"""Claims about the file: programs of other people read it, and have nothing to say about it."""

from __future__ import annotations

import re
import subprocess
import warnings
from pathlib import Path

import pikepdf
import pypdf
import pytest

from model.drafts import to_bytes
from tests.witnesses.conftest import complaints, needs, told
from tests.witnesses.corpus import forms

FONT = re.compile(r" CID TrueType +Identity-H +yes yes yes ")
ATTACHMENT = "draft.json"


@needs("qpdf")
def test_qpdf_finds_nothing_wrong(papers):
    assert complaints(papers, lambda pdf: told("qpdf", "--check", pdf)) == {}


@needs("mutool")
def test_mupdf_draws_every_page_without_a_word(papers):
    assert (
        complaints(papers, lambda pdf: told("mutool", "draw", "-q", "-F", "txt", "-o", "/dev/null", pdf))
        == {}
    )


@needs("mutool")
def test_mupdf_lists_what_is_in_it_without_a_word(papers):
    assert complaints(papers, lambda pdf: told("mutool", "info", pdf)) == {}


@needs("mutool")
def test_mupdf_writes_it_anew_without_a_word(papers, tmp_path):
    out = tmp_path / "clean.pdf"  # a file: into /dev/null it writes for ever
    assert complaints(papers, lambda pdf: told("mutool", "clean", "-g", pdf, out)) == {}


@needs("pdffonts")
def test_all_fonts_are_embedded_subsets_that_lead_back_to_characters(papers):
    assert complaints(papers, fonts_amiss) == {}


def fonts_amiss(pdf: Path) -> str:
    done = subprocess.run(["pdffonts", pdf], capture_output=True, text=True, timeout=60)
    listed = done.stdout.splitlines()[2:]
    amiss = [line for line in listed if not FONT.search(line)]
    return done.stderr + "\n".join(amiss if len(listed) >= 2 else ["no fonts at all"])


@needs("pdfinfo")
def test_poppler_reads_the_information_without_a_word(papers):
    assert complaints(papers, lambda pdf: told("pdfinfo", "-struct", pdf)) == {}


def test_pypdf_finds_pages_title_and_draft(papers, caplog):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name, form in forms().items():
            for copy in ("working", "public"):
                reader = pypdf.PdfReader(papers[f"{name}-{copy}"], strict=True)
                assert len(reader.pages) >= 1
                assert (reader.metadata.title or "").startswith(form.project_name)
                assert attached(reader) == ({ATTACHMENT: [to_bytes(form)]} if copy == "working" else {})
    assert caplog.records == []


def attached(reader: pypdf.PdfReader) -> dict[str, list[bytes]]:
    return {name: list(contents) for name, contents in reader.attachments.items()}


def test_pikepdf_finds_pages_title_and_draft(papers):
    for name, form in forms().items():
        for copy in ("working", "public"):
            with pikepdf.open(papers[f"{name}-{copy}"]) as pdf:
                files = {key: spec.get_file().read_bytes() for key, spec in pdf.attachments.items()}
                assert len(pdf.pages) >= 1
                assert str(pdf.docinfo.Title).startswith(form.project_name)
                assert files == ({ATTACHMENT: to_bytes(form)} if copy == "working" else {})
                assert pdf.get_warnings() == []


@needs("pdftotext")
def test_the_draft_mark_is_on_working_copies_only_here(papers):
    marked = subprocess.run(
        ["pdftotext", papers["000-4-working"], "-"], capture_output=True, text=True
    ).stdout
    final = subprocess.run(["pdftotext", papers["000-4-public"], "-"], capture_output=True, text=True).stdout
    assert ("草稿" in marked, "草稿" in final) == (True, False)


@pytest.mark.parametrize("copy", ["working", "public"])
def test_every_kind_of_form_is_among_the_files(papers, copy):
    assert len([name for name in papers if name.endswith(copy)]) == 14 + 4 + 3
