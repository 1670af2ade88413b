# SPDX-License-Identifier: MIT
"""What is passed over at the start is really passed over, and nothing is missed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START = """
import inspect, sys
from main import pass_over_plugins
from ui.quick_start import pass_over_features
pass_over_plugins(); pass_over_features()
read = []
original = inspect.getsource
inspect.getsource = lambda module: read.append(module) or original(module)
import ui.furniture
from model.form import Form
form = Form.model_validate({"template": "ministry"})
print(len(read), "importlib.metadata" in sys.modules, form.template)
"""


def _started() -> list[str]:
    call = [sys.executable, "-c", START]
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()


def test_no_source_and_no_package_list_is_read_at_the_start_and_forms_are_still_checked():
    assert _started() == ["0", "False", "ministry"]
