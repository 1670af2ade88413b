# SPDX-License-Identifier: MIT
"""Claims about processes: which are still there."""

import subprocess
import sys

import pytest

from model.living import Process, is_living, this_host, this_process


def test_this_process_is_living():
    assert is_living(this_process()) is True


def test_a_process_that_has_ended_is_not():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        mark = this_process()._replace(id=other.pid)
        other.stdin.close()
    assert is_living(mark) is False


def test_a_number_that_was_given_again_is_another_process():
    assert is_living(this_process()._replace(start="an earlier start")) is False


def test_of_another_machine_nothing_is_told():
    assert is_living(this_process()._replace(host="elsewhere")) is None


@pytest.mark.parametrize("number", [0, -1, 2**31, 10**30])
def test_a_number_no_process_has_is_no_fault(number):
    assert is_living(Process(number, this_host(), "")) is False
