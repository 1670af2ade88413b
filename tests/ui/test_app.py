# SPDX-License-Identifier: MIT
"""Claims about what is set before the first window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.app import choose_input_module

ROOT = Path(__file__).parents[2]
LOOK = """
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from ui.app import make_application
application = make_application()
box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
font = application.font()
words = application.applicationName(), box.buttons()[0].text(), font.pointSizeF() >= 10, font.families()[-1]
print(*words, sep="|")
"""
GARBAGE = """
import gc, sys, tempfile
from PySide6.QtCore import QSettings
from ui.app import make_application, open_window
from ui.settings import Settings
application = make_application()
settings = Settings(QSettings(tempfile.mkdtemp() + "/a.ini", QSettings.Format.IniFormat))
window = open_window(application, settings)
window.furnish()
print(gc.isenabled(), gc.get_freeze_count() > 1000, sys.getswitchinterval() < 0.001)
window.close()
"""
FIRST = """
import sys
from ui.main_window import MainWindow
print(*sys.modules)
"""


def python(code, **environment):
    call = [sys.executable, "-c", code]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    done = subprocess.run(call, cwd=ROOT, env=surroundings, capture_output=True, check=True, timeout=60)
    return done.stdout.decode().strip()


def test_the_application_speaks_chinese_in_a_font_that_can():
    name, cancel, is_large, family = python(LOOK).split("|")
    assert (name, cancel, is_large) == ("zipingbiao", "取消", "True")
    assert family


def test_no_thread_collects_garbage_and_what_was_made_at_the_start_is_passed_over():
    assert python(GARBAGE).split()[:2] == ["False", "True"]


def test_a_thread_at_work_soon_gives_way_to_the_window():
    assert python(GARBAGE).split()[2] == "True"


def test_the_frame_is_there_without_the_model_the_pages_and_the_printer():
    modules = set(python(FIRST).split())
    assert not modules & {"pydantic", "reportlab", "pypdfium2", "model.form", "export.pdf"}


@pytest.mark.parametrize(("asked", "chosen"), [("@im=fcitx", "ibus"), ("@im=ibus", None), ("", None)])
def test_fcitx_is_talked_to_by_ibus_where_its_plugin_is_missing(monkeypatch, asked, chosen):
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
    monkeypatch.setenv("XMODIFIERS", asked)
    choose_input_module()
    assert os.environ.get("QT_IM_MODULE") == chosen
    monkeypatch.delenv("QT_IM_MODULE", raising=False)
