# SPDX-License-Identifier: MIT
"""A published form with many findings put right from problem to problem, by F8, Ctrl+. and a few words."""

from __future__ import annotations

import shutil
from bisect import bisect_right
from pathlib import Path

import pytest

from model.drafts import load
from model.edits import SetCell
from model.fixes import fixes_for
from model.form import Form
from model.judge import Judge, printed_order
from model.places import Place, pointer
from model.rules.finding import Finding
from model.templates import load_template
from model.typed import read_typed
from tests.builders import GOLDEN
from tests.journeys.clerk import MOST_STALL, Clerk

NAME = "004-5"
MOST_KEYS = 50  # beside what is typed
MOST_STEPS = 40
# What the clerk knows and no fix can: the result, and the values the form answers with 达成指标.
ANSWERS: dict[str, str] = {
    "/goal_actual": "全年举办培训 4 期、会议 5 次，市区两级工商联和所属商会干部轮训一遍。",
    "/indicators/0/children/1/children/0/actual": "85%",
    "/indicators/0/children/1/children/1/actual": "100%",
    "/indicators/0/children/2/children/0/actual": "100%",
    "/indicators/1/children/1/children/0/actual": "32%",
    "/indicators/1/children/1/children/1/actual": "93%",
    "/indicators/2/children/0/children/0/actual": "88%",
    "/indicators/2/children/0/children/1/actual": "91%",
}
Step = tuple[tuple[str, ...], str]
"""Keys, and what is typed then."""


class Mending:
    """Goes through the findings as the window does, on a form of its own: what to press, what comes of it."""

    def __init__(self, form: Form) -> None:
        self.form, self.template = form, load_template(form.template)
        self.steps: list[Step] = []
        self._place: Place = ()
        while (found := Judge(self.form, self.template).findings()) and len(self.steps) < MOST_STEPS:
            self._mend(self._next(found))

    def _next(self, found: list[Finding]) -> Finding:
        here = printed_order(found[0]._replace(place=self._place))
        finding = found[bisect_right([printed_order(one) for one in found], here) % len(found)]
        self._place = finding.place
        return finding

    def _mend(self, finding: Finding) -> None:
        answer = ANSWERS.get(pointer(finding.place), "")
        if answer:
            typed = read_typed(finding.place, answer, str(self.form.amount_unit))
            SetCell(finding.place, typed).apply(self.form)
            self.steps.append((("F8", "ctrl+a") if len(finding.place) == 1 else ("F8",), answer))
            return
        fix = fixes_for(self.form, self.template, finding)[0]
        asked = ("Return",) if len(list(fix.changes(self.form))) > 1 else ()
        fix.edit.apply(self.form)
        self.steps.append((("F8", "ctrl+period", "Return", *asked), ""))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.json"
    shutil.copy(GOLDEN / f"{NAME}.json", path)
    return path


def test_every_finding_is_put_right_without_the_mouse(clerk: Clerk, draft: Path):
    form = load(draft).form
    count = len(Judge(form, load_template(form.template)).findings())
    mending = Mending(form)
    clerk.start(str(draft))
    for keys, text in mending.steps:
        for key in keys:
            clerk.press(key)
            clerk.settle()  # a menu, a dialog, the list after an edit
        if text:
            clerk.write(text)
    clerk.press("Tab")
    keys, stall = clerk.pressed, max(clerk.stalls(), default=0)
    clerk.press("ctrl+s")
    clerk.wait_for_title("工商联和商会组织建设 —")
    assert load(draft).form == mending.form
    print(
        f"{NAME}: {count} findings, {len(mending.steps)} repairs, {keys} keys, longest stall {stall:.0f} ms"
    )
    assert keys <= MOST_KEYS
    assert stall <= MOST_STALL
