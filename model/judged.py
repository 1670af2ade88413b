# SPDX-License-Identifier: MIT
"""A form and its judge, changed together: an edit is done whole, or both are as they were before."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from model.aside import State
from model.edits import SetCell, SimpleEdit
from model.form import Form
from model.judge import Judge
from model.template import Template

Answer = TypeVar("Answer")
Tell = Callable[[SimpleEdit], object]


class Judged:
    """Carries edits out and lets the judge follow; a judge that loses its way gives place to another."""

    def __init__(
        self, form: Form, template: Template, judge: Judge | None, report: Callable[[], object]
    ) -> None:
        """`report` is called while a fault of the judge is handled.  Errors: whatever judging raises."""
        self.form, self._template, self._report = form, template, report
        self.judge, self._has_lost_judge = judge or Judge(form, template), False

    def exchange(self, state: State) -> State:
        """Hold another state and return the one before."""
        before = State(self.form, self.judge)
        self.form, self.judge, self._has_lost_judge = *state, False
        return before

    def apply(self, steps: Sequence[SimpleEdit], before: Tell, after: Tell) -> list[SimpleEdit]:
        """Carry steps out and return the inverse of each; `before` and `after` are told of every one.

        Errors: whatever a step, the judge or those who are told raise; then the form is as before.
        """
        inverses: list[SimpleEdit] = []
        try:
            if len(steps) > 1 and all(isinstance(step, SetCell) for step in steps):
                self._apply_cells(steps, inverses, before, after)
            else:
                for step in steps:
                    self._apply_cells([step], inverses, before, after)
        except BaseException:
            self._take_back(inverses)
            raise
        return inverses

    def tried(self, edit: SetCell, ask: Callable[[], Answer]) -> Answer:
        """Return the answer a question would find after an edit; all stays."""
        inverse = edit.apply(self.form)
        try:
            self.judge.after(edit, inverse)
            return ask()
        finally:
            self._judge_again([inverse], [inverse.apply(self.form)])

    def _apply_cells(
        self, steps: Sequence[SimpleEdit], inverses: list[SimpleEdit], before: Tell, after: Tell
    ) -> None:
        """Carry out one step, or change several cells: the judge looks at every row once."""
        for step in steps:
            before(step)
        begun = len(inverses)
        for step in steps:
            inverses.append(step.apply(self.form))
        self._judge_again(steps, inverses[begun:])
        for step in steps:
            after(step)

    def _judge_again(self, steps: Sequence[SimpleEdit], inverses: Sequence[SimpleEdit]) -> None:
        """Let the judge follow; one that loses its way is reported, and another judges the whole form."""
        try:
            if self._has_lost_judge:
                self._judge_anew()
            elif len(steps) == 1:
                self.judge.after(steps[0], inverses[0])
            else:
                self.judge.after_cells(step.place for step in steps if isinstance(step, SetCell))
        except Exception:
            self._has_lost_judge = True
            self._judge_anew()
            self._report()

    def _judge_anew(self) -> None:
        self.judge = Judge(self.form, self._template)
        self._has_lost_judge = False

    def _take_back(self, inverses: list[SimpleEdit]) -> None:
        """Undo half an edit."""
        for inverse in reversed(inverses):
            inverse.apply(self.form)
        self._has_lost_judge = True
        with suppress(Exception):  # else the former one stays until the next edit
            self._judge_anew()
