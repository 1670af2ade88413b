# SPDX-License-Identifier: MIT
"""Fixtures of the journeys: a screen, and a clerk sitting before it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import GOLDEN
from tests.journeys.clerk import Clerk, Screen, missing_tools


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """A screen of 1366 × 768, as the smallest in use."""
    missing = missing_tools("pdftotext")
    if missing:
        pytest.skip(f"not run: {'、'.join(missing)} missing")
    screen = Screen()
    yield screen
    screen.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep a picture of what a failed journey had come to."""
    report = yield
    clerk = getattr(item, "funcargs", {}).get("clerk")
    if report.when == "call" and report.failed and clerk is not None:
        clerk.take_picture(item.name)
    return report


@pytest.fixture
def clerk(screen: Screen, tmp_path: Path) -> Iterator[Clerk]:
    """A clerk with a home of their own; nobody's settings are touched."""
    clerk = Clerk(screen, tmp_path)
    yield clerk
    clerk.go_home()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft of the clerk's own: a published form with errors."""
    return Path(shutil.copy(GOLDEN / "002-1.json", tmp_path / "draft.json"))
