# SPDX-License-Identifier: MIT
"""Suggested scores: what the arithmetic or the grade gives an indicator, with the reason in words.

Source: 财预〔2020〕10号 (quantitative indicators by proportion, qualitative ones in three grades).
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from model.decimals import is_blank, number, rounded, short
from model.edits import SetCell, Several
from model.fields import BASIS_2020
from model.form import Form, Indicator, Level2Group
from model.kinds import RowState, level1_kind, level2_kind, row_state
from model.places import Place, at, indicator_place
from model.template import Kind, Template
from model.values.comparing import direction_is_unknown
from model.values.reading import read_actual, read_target
from model.values.scoring import Band, grade_band, suggested_score
from model.values.spelling import normalise
from model.values.value import Grade


class Advice(NamedTuple):
    """What to score: a number where one follows, else a grade's band; and why."""

    score: Decimal | None
    words: str
    band: Band | None = None

    @property
    def sentence(self) -> str:
        """Return the arithmetic with its basis."""
        return f"{self.words}；{BASIS_2020}"


def advice_at(form: Form, place: Place, template: Template) -> Advice | None:
    """Return the advice for the indicator at a place."""
    first, second = level1_kind(at(form, place[:2]).name), level2_kind(at(form, place[:4]).name)
    return advice(at(form, place[:6]), first, second, template)


def advice_in(form: Form, group: Level2Group, row: Indicator, template: Template) -> Advice | None:
    """Return the advice for an indicator of a level-2 group of the form."""
    above = next((level1.name for level1, level2 in form.level2_groups() if level2 is group), "")
    return advice(row, level1_kind(above), level2_kind(group.name), template)


def advice(row: Indicator, level1: Kind | None, level2: Kind | None, template: Template) -> Advice | None:
    """Suggest a score for an indicator; None where target, actual or points say nothing."""
    points = number(row.points)
    if points is None or points <= 0 or row_state(row) is not RowState.INDICATOR:
        return None
    target = read_target(row.target)
    actual = read_actual(row.actual, target)
    if isinstance(actual, Grade):
        return _of_grade(actual, points, template)
    found = suggested_score(
        points,
        target,
        actual,
        direction_unknown=direction_is_unknown(target, level1, level2),
        smaller_is_better=template.limits.smaller_is_better,
    )
    if found:
        return Advice(found.score, found.words)
    same = normalise(row.target)
    if same and same == normalise(row.actual):
        return Advice(rounded(points), f"与目标一致，得全部 {short(points)} 分")
    return None


def _of_grade(grade: Grade, points: Decimal, template: Template) -> Advice:
    band = grade_band(grade, points, template.limits.grades)
    words = f"“{grade}”得 {short(band.low)} 至 {short(band.high)} 分（分值 {short(points)}）"
    return Advice(band.high if grade is Grade.ACHIEVED else None, words, band)


def empty_scores(form: Form, template: Template) -> Iterator[tuple[Place, Decimal]]:
    """Go through the empty scores that a number is suggested for."""
    for first, level1 in enumerate(form.indicators):
        for second, level2 in enumerate(level1.children):
            kinds = level1_kind(level1.name), level2_kind(level2.name)
            for third, row in enumerate(level2.children):
                found = advice(row, *kinds, template) if is_blank(row.score) else None
                if found and found.score is not None:
                    yield (*indicator_place(first, second, third), "score"), found.score


def accept_all(form: Form, template: Template) -> Several | None:
    """Return the one edit that fills in every empty score there is a number for; None when there is none."""
    edits = tuple(SetCell(place, score) for place, score in empty_scores(form, template))
    return Several(edits) if edits else None
