# SPDX-License-Identifier: MIT
"""A clerk at work, by chance: edits, pastes, undoes, saves, crashes; the form, file and judge always agree.

After every step: the file holds the form last saved, or what another program wrote last; undoing all and
redoing all passes the very same bytes; the judge says what a fresh one says; a crash loses nothing that was
copied.
"""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule, run_state_machine_as_test

from model.aside import State
from model.decimals import read_entry
from model.drafts import to_bytes
from model.edits import Insert, Move, Remove, SetCell, Several
from model.errors import ChangedOnDiskError
from model.fixes import fixes_for
from model.form import Indicator, Level1Group, Level2Group
from model.judge import Judge
from model.living import this_process
from model.pasting.grid import PasteError
from model.places import Place
from model.recovery import About, form_of, found, spelt
from model.snapshots import draft_bytes, snapshot
from model.templates import load_template
from tests.builders import complete_form, indicator
from tests.faults.desk import NOW, TEMPLATE, Desk
from tests.model.pasting.tables import planned, written
from tests.random_forms import AMOUNTS, FUNDS, NUMBERS, STATED, TEXTS
from ui.document import Document

HEADER = ("project_name", "competent_department", "implementing_unit", "goal_expected", "goal_actual")
WORDS, FIGURES = ("name", "target", "actual", "reason"), ("points", "score")
CHANCE = st.integers(0, 2**32)
"""Each rule draws one number, from which a generator of Python's makes its choices: cheap to draw."""
SELDOM = 0.2  # of the times
MOST_ROWS = 25  # a longer form is cut down, so that a step stays quick


class ClerkAtWork(Desk):
    """A clerk who does anything."""

    # What a clerk does

    @rule(chance=CHANCE)
    def fill_in_a_cell(self, chance: int) -> None:
        choose = Random(chance)
        rows = [place for place, _ in self.document.form.all_indicators()]
        places: list[tuple[Place, bool]] = [((key,), False) for key in HEADER]
        places += [(("funds", row, column), True) for row in FUNDS for column in AMOUNTS]
        places += [(("stated", key), True) for key in STATED]
        if rows:
            row = choose.choice(rows)
            places += [((*row, key), False) for key in WORDS] * 3
            places += [((*row, key), True) for key in FIGURES] * 3
        place, is_figure = choose.choice(places)
        value = read_entry(choose.choice(NUMBERS)) if is_figure else choose.choice(TEXTS)
        self.done(SetCell(place, value), choose.choice(("填写", "清空")))

    @rule(chance=CHANCE)
    def insert_a_row(self, chance: int) -> None:
        choose, groups = Random(chance), self.groups()
        if groups:
            group = choose.choice(groups)
            node = indicator(choose.choice(TEXTS), score=choose.choice(("1", "9.5", "十")))
            self.done(Insert(group, choose.randint(0, self.count(group)), node))

    @rule(chance=CHANCE)
    def insert_a_group(self, chance: int) -> None:
        choose = Random(chance)
        count = len(self.document.form.indicators)
        node = Level1Group(
            name="成本指标", children=[Level2Group(name="经济成本指标", children=[Indicator()])]
        )
        self.done(Insert(("indicators",), choose.randint(0, count), node))

    @rule(chance=CHANCE)
    def remove_a_row_or_group(self, chance: int) -> None:
        choose = Random(chance)
        lists: list[Place] = [group for group in self.groups() if self.count(group)]
        if len(self.document.form.indicators) > 2:
            lists.append(("indicators",))
        if lists:
            parent = choose.choice(lists)
            self.done(Remove(parent, choose.randrange(self.count(parent))))

    @rule(chance=CHANCE)
    def move_a_row(self, chance: int) -> None:
        choose, groups = Random(chance), self.groups()
        full = [group for group in groups if self.count(group)]
        if full:
            source, target = choose.choice(full), choose.choice(groups)
            last = self.count(target) - (source == target)
            self.done(Move(source, choose.randrange(self.count(source)), target, choose.randint(0, last)))

    @rule(chance=CHANCE)
    def paste_a_table(self, chance: int) -> None:
        choose = Random(chance)
        heads = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分"
        lines = ["|".join(pasted_row(choose)).replace("\n", " ") for _ in range(choose.randint(1, 4))]
        try:
            plan = planned(written(heads, *lines), self.document.form)
        except PasteError:
            return
        self.done(plan.edit, "粘贴")

    @rule(chance=CHANCE)
    def mend_a_finding(self, chance: int) -> None:
        choose, document = Random(chance), self.document
        offers = [
            fix
            for finding in choose.sample(document.findings(), min(6, len(document.findings())))
            for fix in fixes_for(document.form, document.template, finding)
        ]
        if offers:
            fix = choose.choice(offers)
            self.done(fix.edit, fix.text)

    @rule(chance=CHANCE)
    def do_very_much_at_once(self, chance: int) -> None:
        choose, groups = Random(chance), self.groups()
        if choose.random() > SELDOM or not groups:
            return
        group = choose.choice(groups)
        rows = tuple(Insert(group, 0, indicator(f"行{number}")) for number in range(85))
        self.done(Several(rows), "粘贴")
        self.undo()

    @precondition(lambda self: sum(1 for _ in self.document.form.all_indicators()) > MOST_ROWS)
    @rule()
    def cut_down(self) -> None:
        group = max(self.groups(), key=self.count)
        self.done(Several(tuple(Remove(group, 0) for _ in range(self.count(group) // 2 + 1))), "删除")

    @rule()
    def undo(self) -> None:
        self.document.undo()
        assert self.now() == self.states[self.document.undo_stack.index()]

    @rule()
    def redo(self) -> None:
        self.document.redo()
        assert self.now() == self.states[self.document.undo_stack.index()]

    @rule(chance=CHANCE)
    def undo_all_and_redo_all(self, chance: int) -> None:
        stack = self.document.undo_stack
        at = stack.index()
        for index in (*range(at - 1, -1, -1), *range(1, stack.count() + 1)):
            (self.document.undo if index < stack.index() else self.document.redo)()
            assert self.now() == self.states[index]
        while stack.index() > at:
            self.document.undo()

    @rule()
    def try_to_change_what_may_not_be_changed(self) -> None:
        before = self.now()
        self.document.read_only = "别人正在填"
        assert not self.document.do(SetCell(("project_name",), f"{len(before)}"), "填写")
        self.document.undo()
        self.document.redo()
        self.document.read_only = None
        assert self.now() == before

    # What becomes of it

    @rule(as_other=st.booleans())
    def save(self, as_other: bool) -> None:
        path = self.other if as_other else self.document.path or self.path
        before, is_ours = self.on_disk.get(path), path == self.document.path
        if is_ours and self.changed_outside:
            with pytest.raises(ChangedOnDiskError):
                self.document.save(path, backups=self.backups)
            return
        assert self.document.save(path, backups=self.backups) == ()
        self.after_saving(path, before)

    @precondition(lambda self: self.changed_outside)
    @rule()
    def overwrite(self) -> None:
        path = self.document.path
        assert path is not None
        self.document.save(path, overwrite=True, backups=self.backups)
        self.after_saving(path, self.on_disk[path])

    @precondition(lambda self: self.document.path is not None)
    @rule()
    def change_the_file_outside(self) -> None:
        path = self.document.path
        assert path is not None
        self.strangers += 1  # the very same bytes once more would be no change
        name = f"外来{self.strangers}"
        self.on_disk[path] = to_bytes(complete_form(TEMPLATE, project_name=name))
        path.write_bytes(self.on_disk[path])
        self.changed_outside = True

    @precondition(lambda self: self.document.path is not None)
    @rule()
    def load(self) -> None:
        assert self.document.path is not None
        self.document.open(self.document.path)
        self.changed_outside, self.copied = False, None
        assert self.now() == self.on_disk[self.document.path]
        self.pair.remove()
        self.begin_anew()

    @rule()
    def keep_a_copy(self) -> None:
        about = About(
            sequence=0,
            time=NOW.isoformat(),
            parent=spelt(self.document.path),
            **dict(zip(("process_id", "host", "process_start"), this_process(), strict=True)),
        )
        self.pair.write(about, draft_bytes(snapshot(self.document.form)))
        self.copied = self.now()

    @rule()
    def crash(self) -> None:
        path = self.document.path
        self.document.deleteLater()
        self.document = Document(complete_form(TEMPLATE), load_template(TEMPLATE))
        if path is not None:
            self.document.open(path)
            assert self.now() == self.on_disk[path]
        self.changed_outside = False
        self.begin_anew()
        left = found(self.recovery, NOW, lives=lambda process: False).copies
        assert len(left) == (self.copied is not None)
        for copy in left:
            form = form_of(copy)
            self.document.take_on(State(form, Judge(form, self.document.template)), (), "恢复")
            assert self.now() == self.copied
            assert copy.about.parent_path == path
        self.noted()


def pasted_row(choose: Random) -> list[str]:
    """The cells of a row on the clipboard."""
    group = choose.choice(("数量指标", "质量指标"))
    return ["产出指标", group, *(choose.choice(TEXTS) for _ in range(3)), "5", "4"]


def at_work(examples: int, steps: int) -> None:
    """Let so many clerks do so many things each; the same each time."""
    run_state_machine_as_test(
        ClerkAtWork,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),  # shrinking may take longer than all else together
        ),
    )


def test_a_clerk_who_does_anything_loses_nothing(trial, qapp):
    with trial("clerk at work, by chance", 200, 5_000) as run:
        steps = 60 if run.n > 200 else 30
        at_work(run.n, steps)
        for _ in range(run.n):
            run.count(True)
