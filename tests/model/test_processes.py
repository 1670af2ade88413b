# SPDX-License-Identifier: MIT
"""Claims about this computer and its processes."""

import os
import subprocess
import sys
import time

import pytest

from model import processes


@pytest.fixture
def other():
    process = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    yield process
    process.communicate()


def test_a_process_keeps_its_mark(other):
    assert processes.started(other.pid) == processes.started(other.pid) != processes.RUNS


def test_two_processes_have_two_marks(other):
    time.sleep(0.02)  # the kernel counts hundredths
    assert processes.started(os.getpid()) != processes.started(other.pid)


def test_a_process_that_is_over_has_none(other):
    other.communicate()
    assert processes.started(other.pid) is None


def test_a_process_that_is_over_but_not_fetched_has_none(other):
    other.stdin.close()
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    assert processes.started(other.pid) is None


@pytest.mark.parametrize("number", [0, -1, 2**31 - 1])
def test_a_number_no_process_has_is_none(number):
    assert processes.started(number) is None


def test_user_and_computer_have_names_and_the_computer_a_mark():
    assert processes.user_name()
    assert processes.host_name()
    assert processes.machine() == processes.machine()
    assert len(processes.machine()) == 16
