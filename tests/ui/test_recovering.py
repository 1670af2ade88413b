# SPDX-License-Identifier: MIT
"""Claims about the keeper: what is typed is in a copy soon, which goes only with a save or an answer."""

from datetime import datetime
from time import perf_counter, thread_time

import pytest
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from model import recovery
from model.drafts import to_bytes
from model.edits import SetCell
from model.recovery import form_of, found
from tests.bench.forms import long_form
from tests.ui import hands
from ui import recovering
from ui.goals_page import GoalsPage
from ui.recovering import Keeper

GOAL = ("goal_actual",)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def page(document, qtbot):
    return hands.shown(qtbot, GoalsPage(document))


@pytest.fixture
def keeper(document, folder, page):
    """A keeper that does not wait; the window is the page."""
    keeper = Keeper(document, folder, page, pause=1)
    yield keeper
    keeper.stop()


@pytest.fixture
def left(folder):
    """What would be found if the editor were gone now."""
    return lambda: [form_of(copy) for copy in found(folder, datetime.now(), lambda _: False).copies]


def change(document, text="变了"):
    document.do(SetCell(GOAL, text), "输入")


def test_a_change_is_in_a_copy_soon(document, keeper, left, qtbot):
    with qtbot.waitSignal(keeper.written):
        change(document)
    assert left() == [document.form]


def test_what_stands_in_an_open_box_is_in_the_copy_and_not_in_the_form(document, page, keeper, left, qtbot):
    box = page.fields[GOAL].box
    box.setFocus()
    before = to_bytes(document.form)
    with qtbot.waitSignal(keeper.written):
        hands.compose(box, "nihao")
    assert "nihao" in left()[0].goal_actual
    assert to_bytes(document.form) == before


def test_while_one_types_on_end_the_copy_is_written_all_the_same(document, keeper, qtbot):
    keeper._pause.setInterval(1_000_000)
    keeper._latest.setInterval(30)
    begun = perf_counter()
    with qtbot.waitSignal(keeper.written):
        change(document)
        for _ in range(50):
            keeper.note()
    assert perf_counter() - begun < 5


def test_ten_seconds_are_kept_with_room_for_writing():
    assert recovering.PAUSE == 2_000
    assert recovering.AT_MOST <= 8_000


def test_a_new_form_that_nobody_has_typed_in_leaves_nothing(document, keeper, folder):
    keeper.write()
    keeper.stop()
    assert not folder.exists()


@pytest.mark.parametrize("end", ["save", "undo", "stop", "replace"])
def test_the_copies_go_with_what_they_are_of(document, keeper, folder, qtbot, tmp_path, end):
    for text in ("一", "二"):
        with qtbot.waitSignal(keeper.written):
            change(document, text)
    assert len(list(folder.iterdir())) == 2
    match end:
        case "save":
            document.save(tmp_path / "表.json")
        case "undo":
            document.undo_stack.setIndex(0)
        case "replace":
            document.replace(document.form.model_copy(deep=True), document.template)
    if end == "stop":
        keeper.stop()
    qtbot.waitUntil(lambda: not list(folder.iterdir()))


def test_a_save_that_fails_leaves_the_copy(document, keeper, left, qtbot, tmp_path):
    with qtbot.waitSignal(keeper.written):
        change(document)
    with pytest.raises(Exception, match="没有保存成功"):
        document.save(tmp_path / "no folder" / "表.json")
    assert left() == [document.form]


def test_the_copy_names_the_file_and_what_it_was(document, keeper, left, folder, qtbot, tmp_path):
    document.save(tmp_path / "表.json")
    with qtbot.waitSignal(keeper.written):
        change(document)
    told = recovery._about(next(folder.iterdir()).read_bytes().split(b"\n")[1])
    assert told.parent_path == tmp_path / "表.json"
    assert told.parent_sha256 == document.stamp.sha256


def test_the_clerks_own_file_is_never_touched(document, keeper, qtbot, tmp_path):
    path = tmp_path / "表.json"
    document.save(path)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.glob("*.json*")))
    with qtbot.waitSignal(keeper.written):
        change(document)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.glob("*.json*"))) == before


def test_a_folder_that_cannot_be_made_is_told_and_typing_goes_on(document, keeper, folder, qtbot):
    folder.write_text("a file in its place", encoding="utf-8")
    with qtbot.waitSignal(keeper.failed) as told:
        change(document)
    assert told.args[0]
    change(document, "还能填")
    assert document.form.goal_actual == "还能填"


def test_when_the_folder_can_be_written_again_the_copy_is_there(document, keeper, folder, left, qtbot):
    folder.write_text("a file in its place", encoding="utf-8")
    with qtbot.waitSignal(keeper.failed):
        change(document)
    folder.unlink()
    with qtbot.waitSignal(keeper.written):
        change(document, "又能写了")
    assert left() == [document.form]


def test_a_copy_that_failed_is_tried_again_without_a_key(document, keeper, folder, left, qtbot):
    keeper._latest.setInterval(10)
    folder.write_text("a file in its place", encoding="utf-8")
    with qtbot.waitSignal(keeper.failed):
        change(document)
    with qtbot.waitSignal(keeper.written):
        folder.unlink()
    assert left() == [document.form]


class Odd(QWidget):
    """A window in which nobody can tell what is being typed."""

    @override
    def focusWidget(self):
        raise ZeroDivisionError


def test_an_editor_that_fails_does_not_keep_the_form_from_its_copy(document, folder, left, qtbot):
    odd = Odd()
    qtbot.addWidget(odd)
    keeper = Keeper(document, folder, odd, pause=1)
    with qtbot.captureExceptions() as faults, qtbot.waitSignal(keeper.written):
        change(document)
    assert [kind for kind, _, _ in faults] == [ZeroDivisionError]
    assert left() == [document.form]
    keeper.stop()


def test_copies_taken_over_stay_until_there_is_one_of_our_own(document, keeper, folder, qtbot, tmp_path):
    old = tmp_path / "old-0.copy"
    old.touch()
    folder.write_text("a file in its place", encoding="utf-8")
    change(document)
    with qtbot.waitSignal(keeper.failed):
        keeper.adopt((old,))
    assert old.exists()
    folder.unlink()
    keeper.write()
    qtbot.waitUntil(lambda: not old.exists())


def test_a_closed_widget_is_watched_no_more(document, folder, qtbot, page):
    keeper = Keeper(document, folder, page)
    other = QWidget()
    qtbot.addWidget(other)
    keeper._watch(None, page.fields[GOAL].box)
    keeper._watch(page.fields[GOAL].box, other)
    assert keeper._watched is None
    keeper.stop()


def test_what_the_drive_has_not_confirmed_stays_in_a_copy(document, keeper, left, qtbot, tmp_path):
    change(document)
    document.doubts = ("the drive did not confirm",)
    with qtbot.waitSignal(keeper.written):
        document.undo_stack.setClean()
        document.saved.emit()
    keeper.stop()
    assert left() == [document.form]


@pytest.mark.parametrize(("rows", "most"), [(70, 2.0), (10_000, 50.0)])
def test_a_copy_takes_little_of_the_windows_time(folder, page, qtbot, rows, most):
    document = hands.document_of(long_form(rows))
    keeper, taken = Keeper(document, folder, page), []
    for text in "一二三":
        change(document, text)
        with qtbot.waitSignal(keeper.written):
            begun = thread_time()
            keeper.write()
            taken.append((thread_time() - begun) * 1000)
    keeper.stop()
    assert min(taken) < most
