# SPDX-License-Identifier: MIT
"""The document: owns the form, is the only one to change it, and says what changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from model.aside import State, done_aside, weight
from model.drafts import load, save
from model.edits import Edit, SetCell, Several, single
from model.form import Form
from model.judge import Judge
from model.judged import Judged
from model.orientation import orientation_of
from model.places import Place, at
from model.rules import Finding
from model.safe_file import Stamp, Written, is_same_file
from model.steps import Steps, carried_out
from model.template import Template
from model.templates import load_template
from model.typed import amount_unit
from ui.commands import EditCommand, ExchangeCommand
from ui.faults import report_fault
from ui.sections import place_after, place_before

Answer = TypeVar("Answer")
Work = Callable[[Steps[State], str], State | None]
"""Does long work, named in words; None when the clerk has cancelled."""

Writing = Callable[[], Written]
Write = Callable[[Writing], Written]
"""Carries out the writing of a draft.  Errors: those of the writing."""

HEAVY = 800  # cells; changing more, one by one, would hold the window up


def written_at_once(writing: Writing) -> Written:
    """Write a draft here and now."""
    return writing()


class Document(QObject):
    """One form under one template, with its findings, its undo stack and its file."""

    about_to_apply = Signal(object)  # one simple edit: SetCell, Insert, Remove or Move
    applied = Signal(object)  # the same edit, when the form and the judge have followed
    findings_changed = Signal()  # once for every step of the clerk
    about_to_exchange = Signal()
    exchanged = Signal(object)  # very much has changed at once; Place to look at
    about_to_reset = Signal()
    was_reset = Signal()  # another form has taken the place of this one
    saved = Signal()
    refused = Signal(str)  # why nothing was changed
    read_only_changed = Signal()

    def __init__(
        self, form: Form, template: Template, parent: QObject | None = None, work: Work | None = None
    ) -> None:
        super().__init__(parent)
        self._work = work or _at_one_go
        self._revision = 0
        self.is_telling = False  # views are in the middle of an edit
        self.undo_stack = QUndoStack(self)
        self._read_only: str | None = None
        self._hold(form, template)

    @property
    def form(self) -> Form:
        """The form; read it, never write it."""
        return self._judged.form

    @property
    def template(self) -> Template:
        """The form's template."""
        return self._template

    @property
    def judge(self) -> Judge:
        """Findings and figures, up to date after every edit."""
        return self._judged.judge

    @property
    def path(self) -> Path | None:
        """The draft file; None for a form not saved yet."""
        return self._path

    @property
    def origin(self) -> Path | None:
        """The working copy the form was read out of, as long as it has no draft file."""
        return self._origin

    @property
    def stamp(self) -> Stamp | None:
        """What the draft file was when it was read or written."""
        return self._stamp

    @property
    def read_only(self) -> str | None:
        """Why the form may not be changed, in words; None when it may."""
        return self._read_only

    @read_only.setter
    def read_only(self, reason: str | None) -> None:
        if reason != self._read_only:
            self._read_only = reason
            self.read_only_changed.emit()

    @property
    def amount_unit(self) -> str:
        """The unit of the form's amounts."""
        return amount_unit(self.form, self._template)

    @property
    def is_landscape(self) -> bool:
        """Tell whether the form is printed on paper that lies on its side."""
        return orientation_of(self.form, self._template) == "landscape"

    @property
    def is_modified(self) -> bool:
        """Tell whether there are changes the file does not hold."""
        return not self.undo_stack.isClean()

    def value(self, place: Place) -> object:
        """Return what stands at a place."""
        return at(self.form, place)

    def findings(self) -> list[Finding]:
        """Return all findings in printed order."""
        return self.judge.findings()

    def refuses(self) -> bool:
        """Tell whether the form may not be changed, and say so quietly."""
        if self._read_only is not None:
            self.refused.emit(self._read_only)
        return self._read_only is not None

    def do(self, edit: Edit, text: str) -> bool:
        """Carry out an edit as one undo step; an edit that changes nothing leaves no step.

        Tells whether it is done: nothing is in a read-only form; a heavy edit takes its time, and the clerk
        can cancel it; one that fails is reported, and all is as before.
        """
        steps = single(edit)
        if isinstance(edit, SetCell) and self.value(edit.place) == edit.value:
            return True
        if self.refuses():
            return False
        if weight(self.form, steps) > HEAVY:
            work = done_aside(self.form, self._template, steps)
            return self.do_aside(work, text, place_before(steps[0]), place_after(steps[-1]))
        command = EditCommand(self, edit, text)
        self.undo_stack.push(command)
        return not command.has_failed

    def undo(self) -> None:
        """Take the last step back."""
        if not self.refuses():
            self.undo_stack.undo()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if not self.refuses():
            self.undo_stack.redo()

    def do_aside(self, work: Steps[State], text: str, before: Place, after: Place) -> bool:
        """Make the form as it will be, then exchange it as one undo step; nobody sees it before it is whole.

        The places are those to look at when it is taken back, and when it is done.
        """
        if self.refuses():
            return False
        revision, state = self._revision, self._work(work, text)
        if state is None or revision != self._revision:  # cancelled, or outdated meanwhile
            return False
        self.undo_stack.push(ExchangeCommand(self, state, before, after, text))
        return True

    def tried(self, edit: SetCell, ask: Callable[[], Answer]) -> Answer:
        """Return the answer a question would find after an edit; all stays, and nothing is announced."""
        return self._judged.tried(edit, ask)

    def apply(self, edit: Edit) -> Edit:
        """Change the form and return the inverse edit; called by the undo command only.

        Errors: whatever a step or the judge raises; then the form is as before, and all views look anew.
        """
        self._revision += 1
        self.is_telling = True
        try:
            tell = self.about_to_apply.emit, self.applied.emit
            inverses = self._judged.apply(single(edit), *tell)
        except BaseException:
            self.show_anew()  # what the views were told of half an edit no longer holds
            raise
        finally:
            self.is_telling = False
        self.findings_changed.emit()
        return inverses[0] if len(inverses) == 1 else Several(tuple(reversed(inverses)))

    def exchange(self, state: State, place: Place) -> State:
        """Hold another state of the form and return the one before; called by the undo command only."""
        self._revision += 1
        self.about_to_exchange.emit()
        before = self._judged.exchange(state)
        self.exchanged.emit(place)
        self.findings_changed.emit()
        return before

    def replace(
        self,
        form: Form,
        template: Template,
        path: Path | None = None,
        stamp: Stamp | None = None,
        judge: Judge | None = None,
        origin: Path | None = None,
        read_only: str | None = None,
    ) -> None:
        """Hold another form; the undo stack begins anew.

        `judge` has judged it already.  `origin` is the working copy it was read out of.
        """
        judge = judge or Judge(form, template)  # before anything has changed, should it fail
        self.about_to_reset.emit()
        self._hold(form, template, path, stamp, judge, origin)
        self.read_only = read_only
        self.was_reset.emit()
        self.findings_changed.emit()

    def show_anew(self) -> None:
        """Let all views read the form anew: one of them may have missed a step."""
        self.about_to_exchange.emit()
        self.exchanged.emit(())
        self.findings_changed.emit()

    def open(self, path: Path) -> None:
        """Hold the draft in a file.  Errors: DraftError, TemplateError; then nothing has changed."""
        draft = load(path)
        self.replace(draft.form, load_template(draft.form.template), path, draft.stamp)

    def save(
        self, path: Path, overwrite: bool = False, backups: Path | None = None, write: Write = written_at_once
    ) -> tuple[str, ...]:
        """Write the draft; return what did not go as it should though it is saved, a sentence each.

        `overwrite` writes even when another program changed the file; `backups` is where the version before
        is kept; `write` may do it in a thread and wait.  Errors: SaveError, ChangedOnDiskError.
        """
        same, revision = is_same_file(path, self._path), self._revision
        expected = self._stamp if same and not overwrite else None
        self._stamp, warnings = write(partial(save, self.form, path, expected, backups))
        self._path, self._origin, self.doubts = path, None, warnings
        if not same:
            self.read_only = None
        if revision == self._revision:
            self.undo_stack.setClean()
        self.saved.emit()
        return warnings

    def settle(self, stamp: Stamp, *, is_clean: bool) -> None:
        """Know the file as it is now, after the clerk has seen it; `is_clean`: it holds the very form."""
        self._stamp = stamp
        if is_clean:
            self.undo_stack.setClean()

    def take_on(self, state: State, place: Place, text: str, sha256: str | None = None) -> None:
        """Hold another state of the form as one undo step: what was recovered, or an earlier version.

        `sha256` is of the version of the file it goes back to: saving asks when the file is another one.
        """
        if sha256 is not None and self._stamp is not None and sha256 != self._stamp.sha256:
            self._stamp = self._stamp._replace(mtime_ns=0, sha256=sha256)
        self.undo_stack.push(ExchangeCommand(self, state, place, place, text))

    def _hold(
        self,
        form: Form,
        template: Template,
        path: Path | None = None,
        stamp: Stamp | None = None,
        judge: Judge | None = None,
        origin: Path | None = None,
    ) -> None:
        self._judged, self._template = Judged(form, template, judge, report_fault), template
        self._revision += 1
        self._path, self._stamp, self._origin = path, stamp, origin
        self.doubts: tuple[str, ...] = ()  # what did not go as it should when it was saved last
        self.undo_stack.clear()


def _at_one_go(steps: Steps[State], words: str) -> State:
    return carried_out(steps)
