# SPDX-License-Identifier: MIT
"""Claims about the garbage collector while pages are set."""

import gc

import pytest

from export.collector import collector_paused


def test_no_collection_runs_meanwhile_and_all_is_as_before_afterwards():
    with collector_paused():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_leaves_the_collector_running():
    with pytest.raises(ValueError, match="broken"), collector_paused():
        raise ValueError("broken")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    with collector_paused():
        with collector_paused():
            pass
        assert not gc.isenabled()
