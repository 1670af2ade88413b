# SPDX-License-Identifier: MIT
"""Claims about what is learnt from drafts, and what is not."""

import pytest
from PySide6.QtWidgets import QWidget

from tests.builders import GOLDEN
from tests.ui.hands import document_of, golden
from ui import dialogs
from ui.memory import WORDS_FILE, Memory
from ui.settings import FORMER_NAMES, REMEMBERING

UNIT = "implementing_unit"


@pytest.fixture
def around(qtbot):
    around = QWidget()
    qtbot.addWidget(around)
    return around


@pytest.fixture
def make_memory(settings, around):
    made = []

    def make(document):
        made.append(Memory(document, settings, around))
        return made[-1]

    yield make
    for memory in made:
        memory.stop()


@pytest.fixture
def opened(make_memory, tmp_path):
    """A memory that has learnt from an opened draft."""
    document = golden("002-1")
    document.open(GOLDEN / "002-1.json")
    memory = make_memory(document)
    memory.learn()
    memory.finish()
    return memory


def units(memory):
    return [word.text for word in memory.lexicon.of_sort(UNIT).words]


def test_a_draft_that_was_opened_is_learnt(opened):
    assert units(opened) == [opened._document.form.implementing_unit]


def test_what_is_learnt_is_there_at_the_next_start(opened, make_memory, settings):
    again = make_memory(document_of(opened._document.form))
    again.begin()
    again.finish()
    assert units(again) == units(opened)


def test_saving_learns_what_was_typed_since(make_memory, document, tmp_path):
    memory = make_memory(document)
    document.saved.connect(memory.learn)
    document.save(tmp_path / "draft.json")
    memory.finish()
    assert units(memory) == [document.form.implementing_unit]


def test_a_form_without_file_is_not_learnt(make_memory, document, tmp_path):
    memory = make_memory(document)
    memory.learn()
    memory.finish()
    assert units(memory) == []
    assert not (tmp_path / WORDS_FILE).exists()


def test_switched_off_nothing_is_learnt_written_or_offered(make_memory, document, tmp_path):
    memory = make_memory(document)
    memory.switch()
    document.saved.connect(memory.learn)
    document.save(tmp_path / "draft.json")
    memory.finish()
    assert units(memory) == []
    assert not (tmp_path / WORDS_FILE).exists()


def test_switched_off_what_was_learnt_is_kept_but_not_offered(opened, settings, tmp_path):
    before = (tmp_path / WORDS_FILE).read_bytes()
    opened.switch()
    opened.finish()
    assert units(opened) == []
    assert (tmp_path / WORDS_FILE).read_bytes() == before
    opened.switch()
    opened.finish()
    assert len(units(opened)) == 1


def test_clearing_asks_and_leaves_nothing(opened, monkeypatch, tmp_path):
    monkeypatch.setattr(dialogs, "ask_forget_words", lambda window: False)
    opened.clear()
    assert (tmp_path / WORDS_FILE).exists()
    monkeypatch.setattr(dialogs, "ask_forget_words", lambda window: True)
    opened.clear()
    assert not (tmp_path / WORDS_FILE).exists()
    assert units(opened) == []


def test_clearing_also_forgets_what_older_versions_kept(make_memory, document, settings, monkeypatch):
    settings.write(FORMER_NAMES[UNIT], ["图书馆"])
    monkeypatch.setattr(dialogs, "ask_forget_words", lambda window: True)
    memory = make_memory(document)
    memory.clear()
    memory.begin()
    assert units(memory) == []
    assert settings.read(FORMER_NAMES[UNIT]) == []


def test_names_of_older_versions_are_taken_over_once(make_memory, document, settings):
    settings.write(FORMER_NAMES[UNIT], ["图书馆", "文化馆"])
    memory = make_memory(document)
    memory.begin()
    memory.finish()
    assert sorted(units(memory)) == ["图书馆", "文化馆"]
    assert settings.read(FORMER_NAMES[UNIT]) == []


@pytest.mark.parametrize("content", [b"", b"{", b"\x00" * 100, b'{"words": [[1]]}'])
def test_a_damaged_file_is_begun_anew_without_a_word(content, make_memory, tmp_path):
    (tmp_path / WORDS_FILE).write_bytes(content)
    document = golden("002-1")
    document.open(GOLDEN / "002-1.json")
    memory = make_memory(document)
    memory.learn()
    memory.finish()
    assert len(units(memory)) == 1
    assert (tmp_path / WORDS_FILE).read_bytes().startswith(b'{"version"')


def test_a_folder_that_cannot_be_written_is_no_ones_trouble(make_memory, tmp_path, document):
    (tmp_path / WORDS_FILE).mkdir()
    memory = make_memory(document)
    document.save(tmp_path / "draft.json")
    memory.learn()
    memory.finish()
    assert len(units(memory)) == 1


def test_the_window_learns_from_an_opened_draft_when_the_start_is_over(at_work, qtbot):
    memory = at_work.rooms.memory
    assert "_thread" not in vars(memory)
    qtbot.waitUntil(lambda: units(memory) == [at_work.rooms.document.form.implementing_unit])


def test_the_window_learns_nothing_from_an_example(make_window, tmp_path):
    furnished = make_window()
    furnished.furnish()
    furnished.rooms.filing.open_copy(GOLDEN / "002-1.json")
    furnished.rooms.memory.learn()
    furnished.rooms.memory.finish()
    assert not (tmp_path / WORDS_FILE).exists()


def test_the_menu_shows_whether_words_are_learnt(make_window, settings):
    window = make_window()
    window.furnish()
    action = window.actions_by_id["remember"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert settings.read(REMEMBERING) is False
