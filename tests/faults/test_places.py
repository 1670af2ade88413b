# SPDX-License-Identifier: MIT
"""Trial of saves in every place that is hard to save in."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from tests.faults.tracing import ROOT


def test_every_hard_place_takes_the_save_or_says_why_in_a_sentence(trial):
    with trial("read-only, odd paths, links, modes") as run:
        if os.name == "nt":
            run.not_run("Windows knows no such places")
        quiet = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        call = [sys.executable, "-X", "utf8", "-m", "tests.faults.places"]
        done = subprocess.run(call, cwd=ROOT, env=quiet, capture_output=True, text=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr
        for line in map(json.loads, done.stdout.splitlines()):
            if "not_run" in line:
                run.pass_over(f"{line['place']}: {line['not_run']}")
            else:
                run.count("failed" not in line, f"{line['place']}: {line.get('failed')}")
