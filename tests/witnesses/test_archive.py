# SPDX-License-Identifier: MIT
"""Claims about keeping and listening: validators of other people find PDF/A and PDF/UA in every file.

page-validation knows PDF/A-2b, PDF/A-3b and PDF/UA-1, which our files are; PDFBox Preflight only PDF/A-1b.
"""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from tests.witnesses import preflight
from tests.witnesses.faults import ACCESS_FAULTS, ARCHIVE_FAULTS

page = pytest.importorskip("page", reason="not run: page-validation is not installed")

PROFILES = {"working": "3b", "public": "2b"}
WITH_JAVA = pytest.mark.skipif(not preflight.is_there(), reason="not run: PDFBox Preflight is not installed")
TRIED = (
    "000-1-public",
    "002-2-working",
    "004-4-working",
    "ministry-public",
    "rows-500-working",
    "hostile-working",
)
PLANTED_IN = "000-4-working"
UNKNOWN_TO_3B = "another title"  # only 1b asks for the title to be the same


def broken(pdf: Path, profile: str) -> list[str]:
    return [f"{one.rule_id} {one.message}" for one in page.validate_pdf(pdf, profile=profile).failures]


@pytest.mark.parametrize("copy", PROFILES)
def test_every_file_keeps_its_kind_of_pdf_a(papers, copy):
    chosen = {name: path for name, path in papers.items() if name.endswith(copy)}
    assert {name: found for name, path in chosen.items() if (found := broken(path, PROFILES[copy]))} == {}


def test_every_file_keeps_the_rules_of_pdf_ua(papers):
    assert {name: found for name, path in papers.items() if (found := broken(path, "ua1"))} == {}


@pytest.mark.parametrize("fault", ACCESS_FAULTS)
def test_page_validation_tells_of_a_fault_for_those_who_listen(papers, tmp_path, fault):
    with pikepdf.open(papers[PLANTED_IN]) as pdf:
        ACCESS_FAULTS[fault](pdf)
        pdf.save(tmp_path / "faulty.pdf")
    assert broken(tmp_path / "faulty.pdf", "ua1")


@pytest.mark.parametrize("fault", [name for name in ARCHIVE_FAULTS if name != UNKNOWN_TO_3B])
def test_page_validation_tells_of_a_planted_fault(papers, tmp_path, fault):
    with pikepdf.open(papers[PLANTED_IN]) as pdf:
        ARCHIVE_FAULTS[fault](pdf)
        pdf.save(tmp_path / "faulty.pdf")
    assert broken(tmp_path / "faulty.pdf", PROFILES["working"])


@pytest.fixture(scope="module")
def verdicts(papers, tmp_path_factory) -> dict[str, set[str]]:
    """What Preflight says of some files and of one with each fault; one run of Java for all."""
    folder = tmp_path_factory.mktemp("preflight")
    files = [preflight.write_variant(papers[name], folder / f"{name}.pdf") for name in TRIED]
    for name, fault in ARCHIVE_FAULTS.items():
        files.append(preflight.write_variant(papers[PLANTED_IN], folder / f"{name}.pdf", fault))
    return preflight.judged(files, folder)


@WITH_JAVA
@pytest.mark.parametrize("name", TRIED)
def test_preflight_finds_a_file_valid_by_the_rules_of_1b(verdicts, name):
    assert verdicts[name] == set()


@WITH_JAVA
@pytest.mark.parametrize("fault", ARCHIVE_FAULTS)
def test_preflight_tells_of_a_planted_fault(verdicts, fault):
    assert verdicts[fault]
