# SPDX-License-Identifier: MIT
"""Claims about the quick reference on paper."""

from unicodedata import normalize

import pytest
from pypdfium2 import PdfDocument

from ui import dialogs
from ui.manual.keys import chapters
from ui.manual.paper import FILE_NAME, as_pdf, save_keys

A4 = (595, 842)  # points


def plain(text):
    """A key may take two lines; and Qt writes 方 as the radical that looks the same."""
    return "".join(normalize("NFKC", text).split())


@pytest.fixture(scope="module")
def pages(qapp):
    return PdfDocument(as_pdf())


def test_it_is_one_page_of_a4(pages):
    assert len(pages) == 1
    assert tuple(map(round, pages[0].get_size())) == A4


def test_every_key_is_on_it(pages):
    words = plain(pages[0].get_textpage().get_text_bounded())
    keys = {key for _, lines in chapters() for _, keys in lines for key in keys}
    assert [key for key in keys if plain(key) not in words] == []


def test_it_is_saved_where_the_clerk_says(qtbot, monkeypatch, tmp_path):
    chosen = tmp_path / FILE_NAME
    monkeypatch.setattr(dialogs, "ask_export", lambda parent, suggested: chosen)
    save_keys(None)
    assert chosen.read_bytes().startswith(b"%PDF-")


def test_nothing_is_written_when_the_clerk_forgoes_it(qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(dialogs, "ask_export", lambda parent, suggested: None)
    save_keys(None)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(qtbot, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(dialogs, "ask_export", lambda parent, suggested: tmp_path / "none" / FILE_NAME)
    monkeypatch.setattr(dialogs, "tell", lambda parent, error: told.append(str(error)))
    save_keys(None)
    assert "没有保存成功" in told[0]
