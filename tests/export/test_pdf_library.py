# SPDX-License-Identifier: MIT
"""Claims about loading the PDF library."""

import subprocess
import sys

from tests.builders import GOLDEN

LOADED = "import sys; from export.pdf_library import load_pdf_library; load_pdf_library(); "


def told_by(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
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
