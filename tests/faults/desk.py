# SPDX-License-Identifier: MIT
"""The desk of a clerk at work: a document, its files, and what must always hold of them."""

from __future__ import annotations

import tempfile
from datetime import datetime
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, invariant

from model.backups import backups_of
from model.drafts import parse, to_bytes
from model.edits import Edit
from model.judge import Judge
from model.places import Place
from model.recovery import Pair
from model.templates import load_template
from tests.builders import complete_form
from ui.document import Document

NOW = datetime(2025, 3, 1, 9)
TEMPLATE = "shanghai-2024"
JUDGED_EVERY = 3  # steps; a fresh judge takes longer than all else


class Desk(RuleBasedStateMachine):
    """One document with its file, its copies and its backups, and what always holds of them."""

    def __init__(self) -> None:
        super().__init__()
        memory = Path("/dev/shm")  # other trials are about disks
        self._home = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        folder = Path(self._home.name)
        self.path, self.other = folder / "甲.json", folder / "乙.json"
        self.backups, self.recovery = folder / "backups", folder / "recovery"
        self.document = Document(complete_form(TEMPLATE), load_template(TEMPLATE))
        self.pair = Pair(self.recovery)
        self.states = [self.now()]  # the bytes at every index of the undo stack
        self.on_disk: dict[Path, bytes] = {}
        self.copied: bytes | None = None  # by the last recovery copy since the last save
        self.changed_outside, self.strangers = False, 0
        self.steps = 0

    def teardown(self) -> None:
        self.steps = 0
        self.the_judge_says_what_a_fresh_one_says()
        self.document.deleteLater()
        self._home.cleanup()

    def now(self) -> bytes:
        """The form as it stands."""
        return to_bytes(self.document.form)

    def done(self, edit: Edit, text: str = "改") -> None:
        """Do an edit and note what the form is at this place of the stack."""
        self.document.do(edit, text)
        self.noted()

    def noted(self) -> None:
        """Remember the form as what stands at this index; an edit that changes nothing leaves no step."""
        index, form = self.document.undo_stack.index(), self.now()
        if self.states[index : index + 1] != [form]:
            self.states[index:] = [form]

    def groups(self) -> list[Place]:
        """The lists of rows."""
        form = self.document.form
        return [
            ("indicators", first, "children", second, "children")
            for first, level1 in enumerate(form.indicators)
            for second, _ in enumerate(level1.children)
        ]

    def count(self, group: Place) -> int:
        return len(self.document.value(group))  # type: ignore[arg-type]

    def begin_anew(self) -> None:
        """The stack begins with the form as it stands."""
        self.states = [self.now()]

    def after_saving(self, path: Path, before: bytes | None) -> None:
        """The file holds the form, the version before is kept, and the copies have done their duty."""
        self.on_disk[path], self.changed_outside, self.copied = self.now(), False, None
        self.pair.remove()
        assert not self.document.is_modified
        if before is not None and before != self.on_disk[path]:
            assert before in [backup.file.read_bytes() for backup in backups_of(self.backups, path)]

    # What always holds

    @invariant()
    def the_files_hold_what_was_saved_last(self) -> None:
        for path, content in self.on_disk.items():
            assert path.read_bytes() == content
        names = {one.name for one in self.path.parent.iterdir()}
        assert names <= {self.path.name, self.other.name, self.backups.name, self.recovery.name}

    @invariant()
    def the_judge_says_what_a_fresh_one_says(self) -> None:
        document, self.steps = self.document, self.steps + 1
        if self.steps % JUDGED_EVERY != 1:
            return
        fresh = Judge(document.form, document.template)
        assert document.findings() == fresh.findings()
        assert document.judge.figures == fresh.figures

    @invariant()
    def the_form_can_be_read_again(self) -> None:
        if self.steps % JUDGED_EVERY == 1:
            assert parse(self.now(), "a.json") == self.document.form
