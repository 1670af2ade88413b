# SPDX-License-Identifier: MIT
"""Claims about doing once more what another program is in the way of for a moment."""

import errno

import pytest

from model import patience
from model.patience import may_pass, patiently


class BusyError(OSError):
    """What Windows says of a file that another program holds."""

    winerror = 32


def refusing(times, error):
    """Return an action that is refused so many times, and how often it was tried."""
    tries = []

    def act():
        tries.append(1)
        if len(tries) <= times:
            raise error
        return "done"

    return act, tries


@pytest.mark.parametrize("error", [BusyError(errno.EACCES, "busy"), InterruptedError(errno.EINTR, "signal")])
def test_what_passes_is_done_in_the_end(error):
    act, tries = refusing(3, error)
    assert patiently(act) == "done"
    assert len(tries) == 4


def test_what_does_not_pass_is_told_at_once():
    act, tries = refusing(1, OSError(errno.ENOSPC, "full"))
    with pytest.raises(OSError, match="full"):
        patiently(act)
    assert len(tries) == 1


def test_patience_ends(monkeypatch):
    monkeypatch.setattr(patience, "RETRY_FOR", 0)
    act, _ = refusing(99, BusyError(errno.EACCES, "busy"))
    with pytest.raises(BusyError):
        patiently(act)


@pytest.mark.parametrize("winerror", [5, 32, 33])
def test_the_three_errors_of_windows_may_pass(winerror):
    error = OSError(errno.EACCES, "busy")
    error.winerror = winerror
    assert may_pass(error)
    error.winerror = 39
    assert not may_pass(error)
