# SPDX-License-Identifier: MIT
"""Claims about what happens when the program itself is at fault."""

import gc
import threading

import pytest
from PySide6.QtCore import QRunnable, QThreadPool, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from model.drafts import load
from ui import dialogs, rescue
from ui.rescue import AGAIN_AFTER, Rescue


@pytest.fixture
def shown(monkeypatch):
    reports = []
    monkeypatch.setattr(dialogs, "show_report", lambda parent, *details: reports.append(details))
    return reports


@pytest.fixture
def guarded(document, tmp_path, shown):
    with Rescue(lambda: document, tmp_path / "rescued").on_guard():
        yield shown


def fault(kind=ZeroDivisionError):
    try:
        raise kind("a fault of ours")
    except Exception as error:
        return type(error), error, error.__traceback__


def fail(*_anything):
    raise ZeroDivisionError("a fault of ours")


def endless():
    endless()


def no_memory():
    raise MemoryError


class Runnable(QRunnable):
    def run(self):
        fail()


class Picture(QWidget):
    paints = 0

    @override
    def paintEvent(self, event):
        self.paints += 1
        self.update()
        fail()


class Dying:
    __del__ = fail


def start_thread():
    threading.Thread(target=fail).start()


def let_die():
    Dying()
    gc.collect()


@pytest.mark.parametrize(
    "happen",
    [
        lambda: QTimer.singleShot(0, fail),
        lambda: QTimer.singleShot(0, endless),
        lambda: QTimer.singleShot(0, no_memory),
        start_thread,
        lambda: QThreadPool.globalInstance().start(Runnable()),
        let_die,
    ],
    ids=["slot", "recursion", "memory", "thread", "runnable", "destructor"],
)
def test_however_a_fault_comes_a_copy_is_written_and_it_is_told(happen, guarded, document, qtbot):
    happen()
    qtbot.waitUntil(lambda: len(guarded) == 1)
    report, copy = guarded[0]
    assert load(copy).form == document.form
    assert "Error" in report


def test_a_fault_in_painting_is_told_once_however_often_it_comes(guarded, qtbot):
    picture = Picture()
    qtbot.addWidget(picture)
    picture.show()
    qtbot.waitUntil(lambda: picture.paints > 20 and bool(guarded))
    assert len(guarded) == 1


def test_asking_the_program_to_end_is_no_fault(document, tmp_path, shown, qtbot):
    Rescue(lambda: document, tmp_path / "none")(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not (tmp_path / "none").exists()


def test_the_report_is_kept_beside_the_copy(guarded, tmp_path, qtbot):
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: len(guarded) == 1)
    copy, report = sorted((tmp_path / "rescued").iterdir())
    assert (copy.suffix, report.suffix) == (".json", ".txt")
    assert report.read_text(encoding="utf-8") == guarded[0][0]


def test_a_fault_that_comes_again_and_again_is_shown_once(document, tmp_path, shown, qtbot):
    rescue = Rescue(lambda: document, tmp_path)
    for _ in range(5):
        rescue(*fault())
    qtbot.waitUntil(lambda: bool(shown))
    assert len(shown) == 1


def test_the_same_fault_is_told_again_when_a_while_has_passed(document, tmp_path, shown, qtbot):
    now = [0.0]
    rescue = Rescue(lambda: document, tmp_path, lambda: now[0])
    for seconds, told in ((0, 1), (1, 1), (AGAIN_AFTER, 2)):
        now[0] = seconds
        rescue(*fault())
        qtbot.waitUntil(lambda told=told: len(shown) == told)


def test_another_fault_is_told_at_once(document, tmp_path, shown, qtbot):
    rescue = Rescue(lambda: document, tmp_path)
    for count, kind in ((1, ValueError), (2, KeyError)):
        rescue(*fault(kind))
        qtbot.waitUntil(lambda count=count: len(shown) == count)


def test_a_dialog_that_fails_itself_is_not_shown_for_ever(document, tmp_path, monkeypatch, qtbot):
    shows = []
    monkeypatch.setattr(dialogs, "show_report", lambda *details: (shows.append(details), fail()))
    with Rescue(lambda: document, tmp_path).on_guard():
        QTimer.singleShot(0, endless)
        qtbot.waitUntil(lambda: len(shows) == 2)  # of the fault, and of the dialog's own
        QTimer.singleShot(0, lambda: shows.append("a later turn"))
        qtbot.waitUntil(lambda: shows[-1] == "a later turn")
    assert len(shows) == 3


def test_a_rescue_that_fails_itself_still_reports(document, tmp_path, shown, qtbot):
    (tmp_path / "file").write_text("", encoding="utf-8")
    Rescue(lambda: document, tmp_path / "file")(*fault())
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0][1] is None


def test_only_the_newest_copies_are_kept(document, tmp_path, monkeypatch):
    monkeypatch.setattr(rescue, "MOST_KEPT", 3)
    for day in range(1, 7):
        (tmp_path / f"2020-01-0{day} 100000.json").write_text("", encoding="utf-8")
    copy = Rescue(lambda: document, tmp_path).keep()
    assert [path.name[:10] for path in sorted(tmp_path.iterdir())[:2]] == ["2020-01-05", "2020-01-06"]
    assert sorted(tmp_path.iterdir())[2:] == [copy]


def test_views_look_anew_after_one_of_them_failed_to_follow(at_work, shown, tmp_path, qtbot):
    document, looked = at_work.document, []
    listen = document.applied.connect(fail)
    document.exchanged.connect(looked.append)
    with Rescue(lambda: document, tmp_path).on_guard():
        at_work.rooms.printing.turn()
        qtbot.waitUntil(lambda: bool(shown) and bool(looked))
    document.applied.disconnect(listen)
    assert looked == [()]
