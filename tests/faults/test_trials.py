# SPDX-License-Identifier: MIT
"""Claims about the frame itself: a failure is red, nothing tried is red, what was not run is never passed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.trials import MODE, TABLE, WORDS, Trials

ROOT = Path(__file__).parents[2]
SAMPLES = '''
def test_well(trial):
    with trial("a good one", short=2, release=3) as run:
        for _ in range(run.n):
            run.count(True)

def test_ill(trial):
    with trial("a bad one", short=2) as run:
        run.each((1, 2), lambda case: 1 / (case - 1), at_once=2)

def test_absent(trial):
    with trial("one without its tool", short=2) as run:
        run.not_run("no such tool")

def test_beside():
    """No trial."""
'''


@pytest.fixture
def samples(tmp_path):
    """Run the samples as a session of their own; returns its exit code and what it printed."""
    (tmp_path / "test_samples.py").write_text(SAMPLES, encoding="utf-8")

    def run(**environment: str) -> tuple[int, str]:
        call = [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "tests.faults.conftest",
            "-c",
            str(ROOT / "pyproject.toml"),
        ]
        clean = {name: value for name, value in os.environ.items() if name not in (MODE, WORDS, TABLE)}
        done = subprocess.run(
            [*call, str(tmp_path)], cwd=ROOT, env=clean | environment, capture_output=True, text=True
        )
        return done.returncode, done.stdout

    return run


def test_a_session_with_a_failed_trial_is_red_and_shows_the_table(samples):
    code, printed = samples()
    shown = " ".join(printed.split())
    assert (code, "1 failed, 2 passed, 1 skipped" in shown) == (1, True)
    assert "a good one | 2 | 0 |" in shown
    assert "a bad one | 2 | 1 |" in shown
    assert "one without its tool | 0 of 2 | 0 | 0.0 | 1 × no such tool" in shown
    assert "3 trials for a commit: 4 runs, 1 failures, 1 not run" in shown


def test_the_long_form_runs_the_chosen_trials_alone_and_writes_the_table(samples, tmp_path):
    table = tmp_path / "table.txt"
    code, shown = samples(FAULTS="release", FAULTS_WORDS="good", FAULTS_TABLE=str(table))
    assert code == 0
    assert "1 passed, 2 skipped, 1 deselected" in shown
    assert "1 trials for a release: 3 runs, 0 failures, 0 not run" in table.read_text(encoding="utf-8")


def test_a_trial_that_tried_nothing_fails():
    with pytest.raises(pytest.fail.Exception, match="nothing was tried"), Trials(False)("empty", 3):
        pass


def test_a_failure_stays_one_when_the_rest_is_not_run():
    def half_a_trial():
        with Trials(False)("half", 3) as run:
            run.count(False, "torn")
            run.not_run("no disk")

    with pytest.raises(pytest.fail.Exception, match="torn"):
        half_a_trial()


def test_what_breaks_a_trial_off_is_counted_as_its_failure():
    trials = Trials(True)
    with pytest.raises(ZeroDivisionError), trials("broken", 1, 2) as run:
        run.count(1 / 0 == 1)
    assert trials.runs[0].failures == ["ZeroDivisionError: division by zero"]


def test_fewer_runs_than_wanted_are_seen_in_the_table():
    trials = Trials(False)
    with trials("cut short", 3) as run:
        run.count(True)
    assert "1 of 3" in trials.table()


def test_a_case_passed_over_is_no_run():
    trials = Trials(False)
    with trials("half", 2) as run:
        run.count(True)
        run.pass_over("no second disk")
    assert "1 of 2" in trials.table()
    assert "1 × no second disk" in trials.table()
