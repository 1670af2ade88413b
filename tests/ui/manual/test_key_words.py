# SPDX-License-Identifier: MIT
"""Claims about keys in words."""

import pytest

from ui.manual.key_words import every_key, key_words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Ins", "Insert"),
        ("Alt+Up", "Alt+↑"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+-", "Ctrl+-"),
        ("F1", "F1"),
    ],
)
def test_keys_are_called_as_they_are_printed_on_the_keyboard(key, words):
    assert key_words(key) == words


def test_the_two_enter_keys_are_one():
    assert every_key(("Ins", "Ctrl+Return", "Ctrl+Enter")) == ("Insert", "Ctrl+Enter")
