# SPDX-License-Identifier: MIT
"""Claims about who looks for garbage, and when."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import Qt

from ui.garbage import FEW, MANY, Garbage, collect_new


class Ring:
    """Holds itself, so that only the collector finds it."""

    def __init__(self):
        self.own = self


@pytest.fixture
def garbage(qapp):
    garbage = Garbage(qapp)
    garbage.begin()
    yield garbage
    garbage._timer.stop()
    gc.unfreeze()


def lost():
    return weakref.ref(Ring())


def fill(count):
    return [[] for _ in range(count)]


def test_new_garbage_is_found(garbage):
    ring, some = lost(), fill(2 * FEW)
    collect_new()
    assert some
    assert ring() is None


def test_after_very_much_new_the_window_is_not_held_up(garbage):
    ring, much = lost(), fill(MANY + 1000)
    collect_new()
    assert much
    assert ring() is not None


def test_all_garbage_goes_when_the_clerk_goes_elsewhere(garbage):
    ring = lost()
    gc.freeze()
    garbage._note_state(Qt.ApplicationState.ApplicationInactive)
    assert ring() is None


def test_a_thread_that_makes_much_collects_nothing(garbage):
    ring = lost()
    thread = threading.Thread(target=fill, args=(10 * gc.get_threshold()[0],))
    thread.start()
    thread.join()
    assert ring() is not None
