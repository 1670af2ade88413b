# SPDX-License-Identifier: MIT
"""The computed figures of the form: fund totals, execution rate and score, total points and score, rating.

Source: 财预〔2020〕10号 (weights, total, rating); rounding is the template's.
"""

from decimal import Decimal
from functools import reduce
from typing import NamedTuple

from model.decimals import HUNDRED, WIDE, ZERO, divided, number, rounded
from model.form import Form
from model.tally import Tally, tally_of
from model.template import AmountColumn, Source, Template

SOURCES: tuple[Source, ...] = ("fiscal_appropriation", "carryover_funds", "other_funds")
AMOUNT_COLUMNS: tuple[AmountColumn, ...] = ("initial_budget", "annual_budget", "actual")


class Figures(NamedTuple):
    """The figures computed from a form; None where one cannot be computed yet."""

    execution_rate: Decimal | None  # percent, rounded as the template prints it
    execution_points: Decimal  # the stated ones, else the template's
    execution_score: Decimal | None
    total_points: Decimal
    total_score: Decimal
    rating: str | None
    exact_rate: Decimal | None  # percent, not rounded
    tally: Tally  # of all indicators


def source_sum(form: Form, column: AmountColumn) -> Decimal | None:
    """Return the sum of a column's filled-in sources; None when none is filled in."""
    amounts = [number(getattr(getattr(form.funds, source), column)) for source in SOURCES]
    filled = [amount for amount in amounts if amount is not None]
    return reduce(WIDE.add, filled) if filled else None


def total_amount(form: Form, column: AmountColumn) -> Decimal | None:
    """Return a column's fund total, in the form's amount unit: the typed one, else the sum of the sources."""
    typed = number(getattr(form.funds.total, column))
    return source_sum(form, column) if typed is None else typed


def rate_of(actual: Decimal | None, annual_budget: Decimal | None) -> Decimal | None:
    """Return the execution rate in percent, not rounded; None without a budget or an outturn."""
    if actual is None or not annual_budget:
        return None
    return divided(actual * HUNDRED, annual_budget)


def printed_rate(rate: Decimal | None, template: Template) -> Decimal | None:
    """Round a rate as the template prints it."""
    form = template.numbers.rate
    return None if rate is None else rounded(rate, form.places, form.rounding)


def execution_points(form: Form, template: Template) -> Decimal:
    """Return the points budget execution can score: the stated ones, else the template's."""
    stated = number(form.stated.execution_points)
    return template.limits.execution_points if stated is None else stated


def rating_of(score: Decimal, template: Template) -> str:
    """Return the rating of a total score."""
    ratings = template.limits.ratings
    return next((band.rating for band in ratings if score >= band.from_score), ratings[-1].rating)


def figures(form: Form, template: Template, tally: Tally | None = None) -> Figures:
    """Compute the form's figures; `tally` spares adding the indicators up again."""
    tally = tally_of(form) if tally is None else tally
    rate = rate_of(total_amount(form, "actual"), total_amount(form, "annual_budget"))
    points = execution_points(form, template)
    score = None if rate is None else rounded(min(points, divided(points * rate, HUNDRED)))
    total = WIDE.add(tally.score, ZERO if score is None else score)
    complete = score is not None and tally.indicators > 0 and not tally.lacking_score
    return Figures(
        execution_rate=printed_rate(rate, template),
        execution_points=points,
        execution_score=score,
        total_points=WIDE.add(points, tally.points),
        total_score=total,
        rating=rating_of(total, template) if complete else None,
        exact_rate=rate,
        tally=tally,
    )
