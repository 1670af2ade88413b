# SPDX-License-Identifier: MIT
"""The form: header, funds, goals, the indicator tree and the figures stated on it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, PlainValidator

from model.decimals import Entry, read_entry, write_entry
from model.places import Place, indicator_place


def _entry(value: object) -> Entry:
    if value is None or isinstance(value, str):
        return read_entry(value)
    if isinstance(value, Decimal):
        return value
    raise ValueError("a number must be a string of digits")


NumberCell = Annotated[Entry, PlainValidator(_entry), PlainSerializer(write_entry)]
"""Amount, points, score or rate: Decimal, the text typed instead of one, or None = not filled in yet."""

TextCell = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]


class Part(BaseModel):
    """A part of the form; keys of later versions are kept as they are."""

    model_config = ConfigDict(extra="allow", validate_assignment=True, defer_build=True)


class Indicator(Part):
    """A level-3 indicator: one row of the clerk's own."""

    name: TextCell = ""
    target: TextCell = ""
    actual: TextCell = ""
    points: NumberCell = None  # the most it can score
    score: NumberCell = None
    reason: TextCell = ""


class Level2Group(Part):
    """A level-2 group such as 数量指标."""

    name: TextCell = ""
    children: list[Indicator] = []


class Level1Group(Part):
    """A level-1 group such as 产出指标."""

    name: TextCell = ""
    children: list[Level2Group] = []


class FundRow(Part):
    """One row of the funds table, in the form's amount unit."""

    initial_budget: NumberCell = None
    annual_budget: NumberCell = None
    actual: NumberCell = None


RowOfFunds = Annotated[FundRow, BeforeValidator(lambda value: {} if value is None else value)]


class Funds(Part):
    """The funds table; an empty cell of the total is the sum of the column's sources."""

    total: RowOfFunds = Field(default_factory=FundRow)
    fiscal_appropriation: RowOfFunds = Field(default_factory=FundRow)
    carryover_funds: RowOfFunds = Field(default_factory=FundRow)
    other_funds: RowOfFunds = Field(default_factory=FundRow)


class Stated(Part):
    """Figures copied from an existing form or typed over the computed ones; None = computed."""

    execution_rate: NumberCell = None  # percent
    execution_points: NumberCell = None
    execution_score: NumberCell = None
    total_points: NumberCell = None
    total_score: NumberCell = None
    rating: str | None = None


class Form(Part):
    """A 项目支出绩效自评表; any content is allowed here, the rules judge it."""

    template: str
    amount_unit: str | None = None  # None = the template's
    orientation: str | None = None  # of the paper: "portrait" or "landscape"; None = the template's
    fiscal_year: Annotated[int, Field(strict=True)] | None = None
    project_name: TextCell = ""
    competent_department: TextCell = ""
    implementing_unit: TextCell = ""
    funds: Funds = Field(default_factory=Funds)
    goal_expected: TextCell = ""
    goal_actual: TextCell = ""
    indicators: list[Level1Group] = []
    stated: Stated = Field(default_factory=Stated)

    def level2_groups(self) -> Iterator[tuple[Level1Group, Level2Group]]:
        """Go through the level-2 groups, each with its level-1 group, in printed order."""
        for level1 in self.indicators:
            for level2 in level1.children:
                yield level1, level2

    def all_indicators(self) -> Iterator[tuple[Place, Indicator]]:
        """Go through the indicators, each with its place, in printed order."""
        for first, level1 in enumerate(self.indicators):
            for second, level2 in enumerate(level1.children):
                for third, indicator in enumerate(level2.children):
                    yield indicator_place(first, second, third), indicator
