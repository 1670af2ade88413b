# SPDX-License-Identifier: MIT
"""Claims about loading the PDF library."""

import os
import subprocess
import sys

from tests.builders import GOLDEN

LOADED = "import sys; from export.pdf_library import load_pdf_library; load_pdf_library(); "


def told_by(code, surroundings=None):
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, capture_output=True, text=True, check=True, env=surroundings)
    return done.stdout.strip()


def test_an_export_loads_no_pictures(tmp_path):
    call = ["export", str(GOLDEN / "000-1.json"), "-o", str(tmp_path / "a.pdf")]
    code = f"import sys, main; main.main({call}); print('reportlab' in sys.modules, 'PIL' in sys.modules)"
    assert told_by(code) == "True False"


def test_who_wants_pictures_has_them_afterwards():
    assert told_by(LOADED + "from PIL import Image; print(Image.new('L', (2, 3)).size)") == "(2, 3)"


def test_what_was_loaded_before_stays():
    code = "from PIL import Image; " + LOADED + "print(sys.modules['PIL'].Image is Image)"
    assert told_by(code) == "True"


def test_nothing_in_the_clerks_home_is_run(tmp_path):
    for name in (".reportlab_settings", ".reportlab_mods"):
        (tmp_path / name).write_text("raise SystemExit('run')", encoding="utf-8")
    home = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    assert told_by(LOADED + "from reportlab import rl_config; print(rl_config.TTFSearchPath)", home) == "[]"
