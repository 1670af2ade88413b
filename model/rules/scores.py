# SPDX-License-Identifier: MIT
"""Rules of scores and of the reasons for lost points."""

from collections.abc import Iterator

from model.decimals import number, short
from model.rules.finding import Fault, Row
from model.template import Template
from model.values.texts import is_idle_reason


def score_is_in_range(row: Row, template: Template) -> Iterator[Fault]:
    """A score lies between 0 and the points."""
    score, points = number(row.indicator.score), number(row.indicator.points)
    if score is None:
        return
    if score < 0:
        yield Fault(("score",), f"{row.label}得分 {short(score)} 小于 0，请改正。")
    elif points is not None and score > points:
        yield Fault(("score",), f"{row.label}得分 {short(score)} 超过分值 {short(points)}，请改正。")


def lost_points_have_a_reason(row: Row, template: Template) -> Iterator[Fault]:
    """Where points were lost, the reason and the remedy are given.  Source: 财预〔2020〕10号."""
    score, points = number(row.indicator.score), number(row.indicator.points)
    if score is None or points is None or score >= points or not is_idle_reason(row.indicator.reason):
        return
    yield Fault(("reason",), f"{row.label}扣了 {short(points - score)} 分，请填写偏差原因及改进措施。")
