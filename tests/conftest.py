# SPDX-License-Identifier: MIT
"""What all tests share: they need no screen."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest

from tests.own_cups import DIRECT, FILTERED, FILTERS, OwnCups, missing_tools

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The offscreen platform says so at every window that is shown; it is nothing of ours.
HARMLESS = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every other Qt warning fail its test."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture(scope="session")
def print_house_with() -> Iterator[Callable[..., OwnCups]]:
    """Start print services with settings of their own; a test is not run where CUPS is missing."""
    houses: list[OwnCups] = []

    def start(more: str = "") -> OwnCups:
        if missing := missing_tools():
            pytest.skip(f"not run: {'、'.join(missing)} missing")
        houses.append(OwnCups(more))
        houses[-1].add("raw")
        return houses[-1]

    yield start
    for house in houses:
        house.close()


@pytest.fixture(scope="session")
def print_house(print_house_with: Callable[..., OwnCups]) -> OwnCups:
    """A print service with a raw queue, and a printer by the direct way and through the filters."""
    house = print_house_with()
    house.add("direct", DIRECT)
    if FILTERS.exists():
        house.add("filtered", FILTERED)
    house.run("lpadmin", "-d", "direct")
    return house
