# SPDX-License-Identifier: MIT
"""Claims about a program that the system ends: what was typed is kept, and nobody is asked."""

import os
import signal
import subprocess
import sys
from datetime import datetime
from shutil import which

import pytest

from model.drafts import load
from model.recovery import form_of, found
from tests.builders import GOLDEN
from tests.ui.children import LEAVE, Child

DRAFT = GOLDEN / "000-1.json"
NAME = "没有保存的名称"
TYPE = f'type_in("{NAME}")'
KILL = "import os; os.kill(os.getpid(), {number})"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="not run: signals")


@pytest.fixture
def child(tmp_path):
    return Child(tmp_path)


def kept(child):
    (copy,) = child.files("rescued", ".json")
    return load(copy).form.project_name


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_to_end_keeps_what_was_typed(child, number):
    code, _, _ = child.run(f"{TYPE}; {KILL.format(number=int(number))}", DRAFT)
    assert code == 128 + number
    assert kept(child) == NAME


def test_a_signal_comes_through_while_a_question_is_open(child):
    kill = "QTimer.singleShot(300, lambda: __import__('os').kill({}, 15))".format("__import__('os').getpid()")
    code, _, _ = child.run(f"{TYPE}; {kill}; window.close()", DRAFT)
    assert code == 128 + signal.SIGTERM
    assert kept(child) == NAME


def test_what_is_still_being_typed_is_kept_too(child):
    typing = f"""
from tests.ui.hands import compose
window.rooms.desk.go_to(("project_name",))
box = app.QApplication.focusWidget()
box.selectAll()
compose(box, "{NAME}")"""
    code, _, said = child.run(f"{typing}; {KILL.format(number=15)}", DRAFT)
    assert code == 128 + signal.SIGTERM, said
    assert kept(child) == NAME


def test_a_form_that_is_saved_leaves_no_copy(child):
    child.run(KILL.format(number=15), DRAFT)
    assert not child.files("rescued", ".json")


def test_the_end_of_the_session_keeps_what_was_typed(child):
    ending = "from ui.ending import Ending; window.ending = app.QApplication.instance().findChild(Ending)"
    child.run(f"{TYPE}; {ending}; window.ending._note_session(None); {LEAVE}", DRAFT)
    assert kept(child) == NAME


def test_a_call_to_exit_anywhere_keeps_what_was_typed(child):
    code, _, _ = child.run(f"{TYPE}; sys.exit(3)", DRAFT)
    assert code == 3
    assert kept(child) == NAME


def test_a_screen_that_goes_away_takes_nothing_with_it(child):
    if which("Xvfb") is None:
        pytest.skip("not run: Xvfb missing")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing)], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    display = os.read(reading, 20).decode().strip()
    child.surroundings = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{display}"}
    program = child.begin(f'{TYPE}; print("typed", flush=True)', DRAFT)
    try:
        assert program.stdout.readline() == "typed\n", program.communicate()
        server.kill()
        program.wait(timeout=30)
    finally:
        server.kill()
        program.kill()
    (offered,) = found(child.folder / "recovery", datetime.now()).copies
    assert kept(child) == form_of(offered).project_name == NAME
