# SPDX-License-Identifier: MIT
"""What all tests share: they need no screen."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The offscreen platform says so at every window that is shown; it is nothing of ours.
HARMLESS = "This plugin does not support propagateSizeHints"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every other Qt warning fail its test."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))
