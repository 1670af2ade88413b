# SPDX-License-Identifier: MIT
"""Why a computed figure is what it is: the formula with the numbers in it, as a sentence."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from model.arithmetic import Figures, rating_of, source_sum, total_amount
from model.decimals import ZERO, number, rounded, short
from model.fields import AMOUNTS, BASIS_2020
from model.form import Form, Level1Group, Level2Group
from model.places import Place, at
from model.tally import Tally, tally_of_group
from model.template import AmountColumn, Template

TallyOf = Callable[[Level1Group | Level2Group], Tally]

ROUNDING_WORDS = {"half_up": "四舍五入", "up": "进位", "down": "截去尾数"}


def why(
    form: Form, place: Place, figures: Figures, template: Template, tally: TallyOf = tally_of_group
) -> str | None:
    """Explain the figure computed for a place; None where nothing is computed.

    `tally` spares adding the groups up again where their sums are known.
    """
    match place:
        case ("stated", str(key)):
            return _of_stated(form, key, figures, template, tally)
        case ("funds", "total", ("initial_budget" | "annual_budget" | "actual") as column):
            return _of_total(form, column)
        case ("indicators", int(), "children", int()):
            return _of_group(at(form, place), tally)
        case ("indicators", int()):
            return _of_group(at(form, place), tally)
    return None


def _of_stated(form: Form, key: str, figures: Figures, template: Template, tally: TallyOf) -> str | None:
    match key:
        case "execution_rate":
            return _of_rate(form, figures, template)
        case "execution_score":
            return _of_execution_score(figures)
        case "total_points":
            return _sentence(
                f"预算执行 {short(figures.execution_points)}{_parts(form, 'points', tally)}",
                figures.total_points,
            )
        case "total_score":
            execution = figures.execution_score or ZERO
            return _sentence(
                f"预算执行得分 {short(execution)}{_parts(form, 'score', tally)}", figures.total_score
            )
        case "rating":
            return _of_rating(figures, template)
    return None


def _of_rate(form: Form, figures: Figures, template: Template) -> str | None:
    actual, budget = total_amount(form, "actual"), total_amount(form, "annual_budget")
    if figures.execution_rate is None or actual is None or budget is None:
        return None
    style = template.numbers.rate
    return (
        f"全年执行数 {short(actual)} ÷ 全年预算数 {short(budget)} × 100% = {figures.execution_rate}%"
        f"（保留 {style.places} 位小数，{ROUNDING_WORDS[style.rounding]}；{BASIS_2020}）。"
    )


def _of_execution_score(figures: Figures) -> str | None:
    if figures.execution_score is None or figures.exact_rate is None:
        return None
    points, rate = short(figures.execution_points), rounded(figures.exact_rate, 4)
    limit = f"，最多 {points} 分" if figures.exact_rate > 100 else ""
    return (
        f"预算执行分值 {points} × 执行率 {short(rate)}%{limit} = {figures.execution_score}（{BASIS_2020}）。"
    )


def _of_rating(figures: Figures, template: Template) -> str | None:
    if figures.rating is None:
        return None
    bands = "，".join(f"{band.rating} ≥ {short(band.from_score)}" for band in template.limits.ratings)
    rating = rating_of(figures.total_score, template)
    return f"总分 {short(figures.total_score)} 属于“{rating}”（{bands}；{BASIS_2020}）。"


def _of_total(form: Form, column: AmountColumn) -> str | None:
    total = source_sum(form, column)
    if total is None or number(getattr(form.funds.total, column)) is not None:
        return None
    return f"{AMOUNTS[column].label}合计 {short(total)} 是已填各项资金来源之和。"


def _of_group(group: Level1Group | Level2Group, tally: TallyOf) -> str:
    own = tally(group)
    sums = f"分值合计 {short(own.points)}，得分合计 {short(own.score)}"
    return f"{group.name}共 {own.indicators} 项：{sums}。"


def _parts(form: Form, key: str, tally: TallyOf) -> str:
    tallies = [(group.name, tally(group)) for group in form.indicators]
    values: list[tuple[str, Decimal]] = [(name, getattr(own, key)) for name, own in tallies]
    return "".join(f" + {name} {short(value)}" for name, value in values)


def _sentence(sum_in_words: str, total: Decimal) -> str:
    return f"{sum_in_words} = {short(total)}（{BASIS_2020}）。"
