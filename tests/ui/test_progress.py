# SPDX-License-Identifier: MIT
"""Claims about long work: told, cancelled, and the window alive meanwhile."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QPushButton

from ui import progress
from ui.progress import Card, Strip, Task, carry_out, show_in, wait_for


@pytest.fixture
def executor():
    with ThreadPoolExecutor(max_workers=1) as executor:
        yield executor


@pytest.fixture
def gate():
    """Holds work up until it is set; set at the end in any case, or the thread would never end."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def window(qtbot, executor):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


def test_work_in_a_thread_gives_its_result(window, executor):
    assert wait_for(Task().run_in(executor, lambda tell: 42), "", window) == 42


def test_what_goes_wrong_in_a_thread_is_raised_where_it_is_waited_for(window, executor):
    with pytest.raises(ZeroDivisionError):
        wait_for(Task().run_in(executor, lambda tell: 1 / 0), "", window)


def test_work_that_cannot_tell_its_end_does_not_keep_the_clerk_waiting(window, executor, monkeypatch):
    def no_memory(task, work):
        raise MemoryError

    monkeypatch.setattr(Task, "_work", no_memory)
    with pytest.raises(MemoryError):
        wait_for(Task().run_in(executor, lambda tell: None), "", window)


def test_a_wish_to_close_the_window_comes_after_the_work(window, executor, gate):
    QTimer.singleShot(0, window.close)
    QTimer.singleShot(50, gate.set)
    wait_for(Task().run_in(executor, lambda tell: gate.wait(5)), "", window)
    assert window.isVisible()


def test_the_window_lives_while_the_clerk_waits(window, executor, gate):
    QTimer.singleShot(0, gate.set)  # only a window that lives comes to this
    assert wait_for(Task().run_in(executor, lambda tell: gate.wait(5)), "", window) is True


def test_short_work_shows_no_card(window, executor, monkeypatch):
    monkeypatch.setattr(progress, "Card", lambda *details: pytest.fail("not wanted"))
    wait_for(Task().run_in(executor, lambda tell: None), "", window)


def test_long_work_shows_a_card_that_cancels(window, executor, gate, monkeypatch):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 1)
    show = Card.show
    monkeypatch.setattr(Card, "show", lambda card: (show(card), card.findChild(QPushButton).click()))
    task = Task().run_in(executor, lambda tell: gate.wait(5))
    assert wait_for(task, "正在打开…", window) is None
    assert task.is_cancelled


def test_escape_cancels(qtbot, window, executor, gate):
    task = Task().run_in(executor, lambda tell: gate.wait(5))
    card = Card(task, "正在打开…", "", window)
    qtbot.addWidget(card)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert task.is_cancelled


def test_cancelled_work_ends_where_it_tells_next(qtbot, executor, gate):
    went_on = []

    def work(tell):
        gate.wait(5)
        tell(1, 2)
        went_on.append(True)

    task = Task().run_in(executor, work)
    task.cancel()
    gate.set()
    executor.shutdown()
    assert task.has_ended
    assert not went_on


def test_work_a_stopped_thread_never_came_to_has_ended_too(qtbot, executor, gate):
    first, second = (Task().run_in(executor, lambda tell: gate.wait(5)) for _ in range(2))
    gate.set()
    executor.shutdown(cancel_futures=True)
    qtbot.waitUntil(lambda: first.has_ended and second.has_ended)


def test_a_result_after_cancelling_is_passed_over(qtbot, executor, gate):
    task = Task().run_in(executor, lambda tell: gate.wait(5))
    task.cancel()
    gate.set()
    executor.shutdown()
    QTimer.singleShot(0, lambda: None)
    assert task.result is None


def test_work_in_slices_gives_way_to_the_window(qtbot):
    turns, steps = [], []
    timer = QTimer(interval=0)
    timer.timeout.connect(lambda: turns.append(len(steps)))

    def work():
        for step in range(20):
            steps.append(step)
            time.sleep(0.005)
            yield step / 20

    timer.start()
    task = Task().run_in_slices(work())
    qtbot.waitUntil(lambda: task.has_ended)
    assert steps == list(range(20))
    assert len([turn for turn in turns if 0 < turn < 20]) >= 2


def steps(count, pause=0.0):
    for step in range(count):
        time.sleep(pause)
        yield 100 * step // count
    return count


def test_short_work_in_slices_is_done_at_once_and_lets_nothing_in_between(window):
    turns = []
    QTimer.singleShot(0, lambda: turns.append(True))
    assert carry_out(steps(5), "", window) == 5
    assert not turns


def test_longer_work_in_slices_gives_its_result_too(window):
    assert carry_out(steps(40, 0.002), "正在粘贴…", window) == 40


def test_what_goes_wrong_in_a_slice_is_raised(window):
    with pytest.raises(ZeroDivisionError):
        carry_out((1 // zero for zero in (0,)), "", window)


def test_cancelled_work_in_slices_gives_nothing(window, monkeypatch):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 1)
    show = Card.show
    monkeypatch.setattr(Card, "show", lambda card: (show(card), card.findChild(QPushButton).click()))
    assert carry_out(steps(2000, 0.002), "正在粘贴…", window) is None


def test_cancelled_slices_go_no_further(qtbot):
    steps = []
    task = Task()
    task.told.connect(task.cancel)
    with qtbot.waitSignal(task.ended):
        task.run_in_slices(steps.append(0) or 0.1 for _ in iter(int, 1))
    count = len(steps)
    qtbot.waitUntil(lambda: True)
    assert len(steps) == count


def test_a_fault_in_a_slice_is_kept(qtbot):
    task = Task()
    with qtbot.waitSignal(task.ended):
        task.run_in_slices(1 / zero for zero in (0,))
    assert isinstance(task.error, ZeroDivisionError)


def test_the_strip_says_how_far_the_work_is(qtbot, qapp):
    task = Task()
    strip = Strip(task, "正在导出…", "页")
    qtbot.addWidget(strip)
    task.told.emit(120, 800)
    assert strip.label.text() == "正在导出… 第 120/800 页"
    assert (strip.bar.value(), strip.bar.maximum()) == (120, 800)


def test_the_strip_comes_only_after_a_while_and_goes_with_the_work(qtbot, window, monkeypatch):
    monkeypatch.setattr(progress, "SHOWN_AFTER", 1)
    task = Task()
    show_in(window.statusBar(), task, "正在导出", "页")
    strip = window.statusBar().findChild(Strip)
    assert not strip.isVisible()
    qtbot.waitUntil(strip.isVisible)
    with qtbot.waitSignal(strip.destroyed):
        task.cancel()


def test_the_strip_can_be_cancelled_by_keyboard_and_named(qtbot, qapp):
    strip = Strip(Task(), "正在导出", "页")
    qtbot.addWidget(strip)
    assert strip.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert strip.bar.accessibleName() == strip.button.accessibleDescription() == "正在导出"
