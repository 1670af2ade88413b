# SPDX-License-Identifier: MIT
"""Two editors of one draft without a window: each opens it, changes it under the lock and saves it.

Every change adds a name to the draft, so that an update that was lost is a name that is missing.
"""

from __future__ import annotations

import sys
import time
from datetime import datetime
from pathlib import Path
from random import Random

from model import lock_file
from model.drafts import Draft, load, save
from model.errors import ChangedOnDiskError, DraftError
from model.holders import Holder, this_editor
from model.lock_file import Seen, Standing


class Editor:
    """Does what window and keeper do, in their order."""

    def __init__(self, draft: Path, name: str, locks: bool = True, room: set[str] | None = None) -> None:
        self.draft, self.name, self._locks = draft, name, locks
        self._room = set[str]() if room is None else room  # who holds the lock, in their own belief
        self.met = ""  # who was in the room when this one was about to write
        self.me: Holder = this_editor(datetime.now())._replace(user=name)
        self.has_saved = False
        self.asked = ""  # what kept it from saving: the clerk is asked

    def work(self) -> None:
        """Open, change, save once; or be asked."""
        try:
            opened = load(self.draft)
        except DraftError as error:
            self.asked = str(error)
            return
        if self._takes_lock():
            self._save(opened)

    def take_over_and_work(self) -> None:
        """Find a stale lock, take it over, and then open and save; or be told who was quicker."""
        seen = lock_file.look(self.draft, self.me, time.time)
        if seen.standing is Standing.STALE:
            lock_file.take_over(self.draft, self.me, seen, time.time)
        self.work()

    def _takes_lock(self) -> bool:
        if not self._locks:
            return True
        seen = lock_file.take(self.draft, self.me, time.time)
        return self._is_ours(seen)

    def _is_ours(self, seen: Seen) -> bool:
        if seen.standing is not Standing.OURS:
            self.asked = f"{seen.holder.user if seen.holder else 'somebody'} changes it"
        return seen.standing is Standing.OURS

    def _save(self, opened: Draft) -> None:
        form = opened.form.model_copy(update={"goal_actual": f"{opened.form.goal_actual}{self.name} "})
        if not self._takes_lock():  # the window makes sure once more before it writes
            return
        self._room.add(self.name)
        self.met = " ".join(self._room - {self.name})
        try:
            save(form, self.draft, opened.stamp)
            self.has_saved = True
        except ChangedOnDiskError as error:
            self.asked = str(error)
        finally:
            self._room.discard(self.name)
            if self._locks:
                lock_file.give_back(self.draft, self.me)


def names_in(draft: Path) -> list[str]:
    """Return whose updates a draft holds."""
    return load(draft).form.goal_actual.split()


def work_on_and_on(draft: Path, name: str, updates: int, seed: int) -> int:
    """Save so many updates; return how often somebody else had to be waited for."""
    random, waits = Random(seed), 0
    for number in range(updates):
        editor = Editor(draft, f"{name}{number}")
        while not editor.has_saved:
            editor.work()
            waits += not editor.has_saved
            time.sleep(random.uniform(0, 0.002))
    return waits


if __name__ == "__main__":
    print(work_on_and_on(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
