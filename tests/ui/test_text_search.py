# SPDX-License-Identifier: MIT
"""Claims about a search that goes on while the clerk works."""

from time import perf_counter

import pytest

from model.edits import SetCell
from model.matching import Wanted
from model.searching import find_all
from tests.bench.edits import form_of
from tests.ui.hands import document_of, golden
from ui import pattern_process
from ui.text_search import SLICE, TextSearch

ENDLESS = "(场+)+$x"
LONG = 10_000  # rows


def everywhere(_place):
    return True


@pytest.fixture
def document(qapp):
    return golden("002-1")


@pytest.fixture
def search(document):
    return TextSearch(document)


@pytest.mark.parametrize("wanted", [Wanted("指标"), Wanted("[0-9]+%", is_pattern=True), Wanted("")])
def test_it_finds_what_the_form_holds(search, document, qtbot, wanted):
    with qtbot.waitSignal(search.finished):
        search.begin(wanted, everywhere)
    assert search.hits == list(find_all(document.form, document.template, wanted))
    assert search.is_done
    assert not search.is_running


def test_only_places_within_are_looked_at(search, qtbot):
    with qtbot.waitSignal(search.finished):
        search.begin(Wanted("项目"), lambda place: place == ("project_name",))
    assert {hit.place for hit in search.hits} == {("project_name",)}


def test_an_edit_makes_the_hits_outdated(search, document, qtbot):
    with qtbot.waitSignal(search.finished):
        search.begin(Wanted("项目"), everywhere)
    document.do(SetCell(("project_name",), ""), "")
    assert not search.is_done


def test_an_edit_ends_a_running_search(document, qtbot):
    search = TextSearch(document)
    search.begin(Wanted("x", is_pattern=True), everywhere)
    assert search.is_running
    document.do(SetCell(("project_name",), ""), "")
    assert not search.is_running


def test_a_bad_pattern_fails_in_a_sentence(search, qtbot):
    with qtbot.waitSignal(search.failed) as failed:
        search.begin(Wanted("(", is_pattern=True), everywhere)
    assert "表格没有改动" in failed.args[0]
    assert not search.is_running


def test_a_pattern_that_takes_for_ever_is_given_up(search, document, qtbot, monkeypatch):
    monkeypatch.setattr(pattern_process, "PATIENCE", 300)
    document.do(SetCell(("project_name",), "场" * 60), "")
    with qtbot.waitSignal(search.failed) as failed:
        search.begin(Wanted(ENDLESS, is_pattern=True), everywhere)
    assert "太费时" in failed.args[0]
    assert (search.hits, search.is_running) == ([], False)


def test_a_long_form_is_searched_in_slices(qtbot):
    search, turns = TextSearch(document_of(form_of(LONG))), []
    begun = perf_counter()
    search.advanced.connect(lambda: turns.append(perf_counter()))
    with qtbot.waitSignal(search.finished, timeout=20_000):
        search.begin(Wanted("工作"), everywhere)
    assert len(search.hits) >= LONG
    assert len(turns) > 2
    assert turns[0] - begun < 4 * SLICE
