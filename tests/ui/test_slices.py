# SPDX-License-Identifier: MIT
"""Claims about long work in slices."""

from itertools import pairwise
from time import perf_counter, sleep

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

from model.errors import FormError
from ui.slices import Slices


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def counting(steps, pause=0.0):
    for step in range(steps):
        sleep(pause)
        yield 100 * step // steps
    return steps


def failing():
    yield 1
    raise FormError("不行。")


def test_short_work_is_done_at_once(window):
    done = []
    Slices(counting(5), done.append, done.append, window).start("")
    assert done == [5]
    assert not window.findChildren(QProgressDialog)


def test_long_work_goes_on_in_slices_and_shows_progress(window, qtbot):
    done, began = [], perf_counter()
    Slices(counting(40, 0.002), done.append, done.append, window).start("正在读取")
    assert perf_counter() - began < 0.06
    assert window.findChildren(QProgressDialog)[0].labelText() == "正在读取"
    qtbot.waitUntil(lambda: done == [40])


def test_the_window_lives_on_meanwhile(window, qtbot):
    done, ticks = [], []
    timer = QTimer(window, interval=5)
    timer.timeout.connect(lambda: ticks.append(perf_counter()))
    timer.start()
    Slices(counting(100, 0.002), done.append, done.append, window).start("")
    qtbot.waitUntil(lambda: bool(done))
    assert max(later - sooner for sooner, later in pairwise(ticks)) < 0.1


def test_cancelled_work_is_never_done(window, qtbot):
    done, work = [], counting(1000, 0.002)
    Slices(work, done.append, done.append, window).start("")
    dialog = window.findChildren(QProgressDialog)[0]
    dialog.canceled.emit()
    assert next(work, None) is None
    assert done == []


def test_a_failure_is_handed_over(window):
    done, failed = [], []
    Slices(failing(), done.append, failed.append, window).start("")
    assert (done, str(failed[0])) == ([], "不行。")
