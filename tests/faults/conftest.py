# SPDX-License-Identifier: MIT
"""The frame of the trials: the fixture `trial`, and the table at the end."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.savers import Savers
from tests.faults.trials import TABLE, Trials, trials_wanted

TRIALS = pytest.StashKey[Trials]()
FIXTURE = "trial"


@pytest.fixture(scope="session")
def trial(request: pytest.FixtureRequest) -> Trials:
    """Run a trial: `with trial(name, short=…, release=…) as run: …`."""
    return _trials(request.config)


@pytest.fixture(scope="session")
def savers() -> Iterator[Savers]:
    """The program's own saving, in processes that may be hurt."""
    savers = Savers()
    yield savers
    savers.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to `sh run.sh faults` the trials alone."""
    if _trials(config).release:
        trials = [item for item in items if FIXTURE in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in trials])
        items[:] = trials


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show the table, and write it where it is wanted."""
    trials = _trials(config)
    if not trials.runs:
        return
    terminalreporter.section("trials")
    terminalreporter.write_line(trials.table())
    if file := os.environ.get(TABLE):
        Path(file).write_text(trials.table() + "\n", encoding="utf-8")


def _trials(config: pytest.Config) -> Trials:
    return config.stash.setdefault(TRIALS, trials_wanted())
