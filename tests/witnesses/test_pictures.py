# SPDX-License-Identifier: MIT
"""Claims about what is seen: three programs draw the same pages, and a fault of one glyph would show."""

from __future__ import annotations

import pytest

from tests.witnesses.conftest import needs
from tests.witnesses.faults import GLYPH_FAULTS, with_glyph_fault
from tests.witnesses.pictures import by_mupdf, by_pdfium, by_poppler, is_same

NAMES = ("000-1", "000-4", "002-1", "002-2", "003-1", "004-4", "ministry", "hostile")
BY_ALL_THREE = ("002-2", "hostile")
LINES = (3, 40)


@needs("pdftoppm")
@pytest.mark.parametrize("name", NAMES)
def test_poppler_and_pdfium_draw_the_same(papers, tmp_path, name):
    pdf = papers[f"{name}-public"]
    assert is_same(by_poppler(pdf, tmp_path), by_pdfium(pdf))


@needs("mutool")
@pytest.mark.parametrize("name", BY_ALL_THREE)
def test_mupdf_and_pdfium_draw_the_same(papers, tmp_path, name):
    pdf = papers[f"{name}-working"]
    assert is_same(by_mupdf(pdf, tmp_path), by_pdfium(pdf))


@needs("pdftoppm")
@pytest.mark.parametrize("fault", GLYPH_FAULTS)
@pytest.mark.parametrize("line", LINES)
def test_one_glyph_missing_or_a_point_away_would_be_seen(papers, tmp_path, fault, line):
    pdf = papers["000-4-public"]
    faulty = with_glyph_fault(pdf, tmp_path / "faulty.pdf", GLYPH_FAULTS[fault], line)
    assert not is_same(by_poppler(faulty, tmp_path), by_pdfium(pdf))
