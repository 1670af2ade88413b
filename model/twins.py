# SPDX-License-Identifier: MIT
"""Names within a group, counted, so that an edit tells at once whether any two are the same."""

from __future__ import annotations

from collections import Counter

from model.form import Indicator
from model.kinds import RowState


class Names:
    """The names of a group's indicators; rows that are no indicators have none."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._surplus = 0  # rows whose name another row has already

    @property
    def repeat(self) -> bool:
        """Tell whether a name stands in more than one row."""
        return self._surplus > 0

    def add(self, name: str) -> None:
        """Count a row's name."""
        if name:
            self._surplus += self._counts[name] > 0
            self._counts[name] += 1

    def remove(self, name: str) -> None:
        """Take a row's name back."""
        if name:
            self._counts[name] -= 1
            self._surplus -= self._counts[name] > 0


def name_of(row: Indicator, state: RowState) -> str:
    """Return the name that tells a row from others, blanks dropped; "" for a row that is no indicator."""
    return "".join(row.name.split()) if state.is_indicator else ""
