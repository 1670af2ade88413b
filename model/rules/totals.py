# SPDX-License-Identifier: MIT
"""Rules of the stated totals and of the stated rating."""

from collections.abc import Iterator
from decimal import Decimal

from model.arithmetic import rating_of
from model.decimals import ZERO, number, short
from model.fields import STATED_TOLERANCE
from model.rules.finding import Fault, Sheet
from model.rules.structure import is_complete


def stated_points_are_the_sum(sheet: Sheet) -> Iterator[Fault]:
    """The stated total of points is the sum of indicator and execution points."""
    stated, total = number(sheet.form.stated.total_points), sheet.figures.total_points
    if stated is not None and stated != total and is_complete(sheet.figures.tally):
        yield Fault(
            ("stated", "total_points"),
            f"所填分值合计 {short(stated)} 与各项分值之和 {short(total)} 不一致，请核对或采用计算值。",
        )


def stated_score_is_the_sum(sheet: Sheet) -> Iterator[Fault]:
    """The stated total score is the execution score (the stated one, where there is one) plus the scores."""
    stated, tally = number(sheet.form.stated.total_score), sheet.figures.tally
    if stated is None or not tally.indicators or tally.lacking_score:
        return
    execution = number(sheet.form.stated.execution_score)
    if execution is None:
        execution = sheet.figures.execution_score or ZERO
    total = execution + tally.score
    if abs(stated - total) > Decimal(STATED_TOLERANCE):
        yield Fault(
            ("stated", "total_score"),
            f"所填总分 {short(stated)} 与各项得分之和 {short(total)} 不一致，请核对或采用计算值。",
        )


def rating_follows_the_score(sheet: Sheet) -> Iterator[Fault]:
    """The stated rating, told by its first character, is the one of the total score."""
    stated = (sheet.form.stated.rating or "").strip()[:1]
    if stated not in {band.rating for band in sheet.template.limits.ratings}:
        return
    score = number(sheet.form.stated.total_score)
    rating = sheet.figures.rating if score is None else rating_of(score, sheet.template)
    if rating is not None and rating != stated:
        shown = short(sheet.figures.total_score if score is None else score)
        yield Fault(("stated", "rating"), f"总分 {shown} 对应的等级是“{rating}”，所填为“{stated}”，请改正。")
