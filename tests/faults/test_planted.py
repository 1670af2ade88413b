# SPDX-License-Identifier: MIT
"""Trial of the tests themselves: of every fault planted in a copy of the program they go red."""

from __future__ import annotations

import pytest

from tests.faults.planted import RED, ROOT, Fault, copy_of_the_program, faults, outcome_of
from tests.faults.tracing import cannot_trace

FAULTS = faults()


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_what_a_fault_changes_stands_there_once(fault):
    assert (ROOT / fault.file).read_text(encoding="utf-8").count(fault.old) == 1
    assert all((ROOT / test.partition("::")[0]).exists() for test in fault.tests)


def test_no_two_faults_have_one_name():
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


def test_the_tests_go_red_of_every_planted_fault(trial):
    with trial("planted faults turn the tests red") as run:
        planted = [fault for fault in FAULTS if fault.short or trial.release]
        for _ in (fault for fault in planted if fault.traces and cannot_trace()):
            run.pass_over(cannot_trace())
        run.each([fault for fault in planted if not (fault.traces and cannot_trace())], is_caught, at_once=2)
        if trial.release:
            run.each(["no fault"], lambda _: is_green({test for fault in FAULTS for test in fault.tests}))


def is_caught(fault: Fault) -> None:
    with copy_of_the_program(fault) as root:
        done = outcome_of(root, fault.tests)
        assert done.returncode == RED, f"exit {done.returncode}\n{done.stdout[-600:]}"


def is_green(tests: set[str]) -> None:
    """What goes red of a fault is green without."""
    with copy_of_the_program(None) as root:
        done = outcome_of(root, tuple(sorted(tests)))
        assert done.returncode == 0, done.stdout[-600:]
