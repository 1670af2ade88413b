# SPDX-License-Identifier: MIT
"""A template: all that differs between places and years, read from one JSON file each."""

from decimal import Decimal
from string import Formatter
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from model.decimals import Rounding

Kind = Literal["cost", "output", "benefit", "satisfaction", "quantity", "quality", "timeliness"]
Source = Literal["fiscal_appropriation", "carryover_funds", "other_funds"]
FundRowKey = Literal["total", "fiscal_appropriation", "carryover_funds", "other_funds"]
AmountColumn = Literal["initial_budget", "annual_budget", "actual"]
Orientation = Literal["portrait", "landscape"]


def _exact(value: object) -> object:
    if isinstance(value, float):
        raise ValueError("write the number as a string, so that no digit is lost")
    return value


Exact = Annotated[Decimal, BeforeValidator(_exact)]


def _with_blanks(*blanks: str, needed: tuple[str, ...] = ()) -> AfterValidator:
    """Return a check that words hold the blanks the program must fill in, and none it does not know."""
    known = [f"{{{blank}}}" for blank in blanks]

    def checked(words: str) -> str:
        try:
            parts = [part for part in Formatter().parse(words) if part[1] is not None]
        except ValueError:
            parts = [("", "", "", "")]
        found = {f"{{{name}{form}{conversion or ''}}}" for _, name, form, conversion in parts}
        if not found.issubset(known):
            raise PydanticCustomError("blanks", "unknown blank", {"known": "、".join(known)})
        if words and (missing := [f"{{{blank}}}" for blank in needed if f"{{{blank}}}" not in found]):
            raise PydanticCustomError("blank_missing", "no blank", {"blank": missing[0]})
        return words

    return AfterValidator(checked)


class Settings(BaseModel):
    """A part of a template; unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Labelled(Settings):
    """A field of the form with the label printed for it."""

    field: str
    label: str


class Column(Labelled):
    """A printed column; widths are shares of the page's width."""

    width: int


class NumberFormat(Settings):
    """How a figure is printed: `places` for computed ones, at least `min_places` for typed ones."""

    places: int = Field(2, ge=0, le=6)
    min_places: int = Field(0, ge=0, le=6)
    rounding: Rounding = "half_up"
    suffix: str = ""


class Numbers(Settings):
    """The number formats of the form."""

    amount: NumberFormat
    points: NumberFormat
    score: NumberFormat
    rate: NumberFormat


class HeaderBlock(Settings):
    """The head of the form: rows of labelled fields, side by side; a column's width is that of its cell."""

    rows: tuple[tuple[Column, ...], ...]
    label_width: int


class FundsBlock(Settings):
    """The funds table as printed."""

    heading: Annotated[str, _with_blanks("unit")]  # {unit} is the amount unit
    heading_width: int
    label_width: int
    columns: tuple[Column, ...]  # amounts, then execution_points, execution_rate, execution_score
    rows: tuple[Labelled, ...]
    blank: dict[str, str]  # what source rows print instead of points, rate and score
    rate_in_source_rows: bool


class GoalBlock(Settings):
    """The annual goal as printed."""

    heading: str
    heading_width: int
    expected: str
    expected_width: int
    actual: str
    actual_width: int


class IndicatorBlock(Settings):
    """The indicator table as printed."""

    heading: str  # "" prints no merged column at the left
    heading_width: int
    columns: tuple[Column, ...]
    print_empty_groups: bool


class TotalsBlock(Settings):
    """The last rows of the form."""

    total: str
    rating: str | None  # None prints no rating row


class Words(Settings):
    """What the page says of itself; empty words are not printed."""

    draft: str = Field(min_length=1, max_length=8)  # above and across every page that is not final
    continued: str = Field(max_length=8)  # below a label that comes again, as its rows go on
    page_number: Annotated[str, Field(max_length=40), _with_blanks("page", "pages", needed=("page",))]


class Page(Settings):
    """Paper, type, and the words the page needs."""

    orientation: Orientation = "portrait"
    margin_mm: int = Field(ge=10, le=40)
    title_points: Exact = Field(ge=8, le=48)
    body_points: Exact = Field(ge=6, le=24)
    words: Words


class Level2Template(Settings):
    """A level-2 group of the catalogue."""

    name: str


class Level1Template(Settings):
    """A level-1 group of the catalogue with the points it usually carries (None: free)."""

    name: str
    points: Exact | None
    children: tuple[Level2Template, ...]


class RatingBand(Settings):
    """A rating and the total score it begins at."""

    rating: str
    from_score: Exact


class GradeBand(Settings):
    """The share of the points a grade scores, in percent; the upper limit is included only at 100."""

    from_percent: Exact
    to_percent: Exact


class GradeBands(Settings):
    """The bands of the three grades of qualitative indicators."""

    achieved: GradeBand
    partial: GradeBand
    not_achieved: GradeBand


class Limits(Settings):
    """The parameters of the rules; every one differs somewhere."""

    full_points: Exact
    execution_points: Exact
    low_execution: Exact  # percent
    overfulfilled_from: Exact  # times the target
    over_half: Exact  # points of one indicator
    unit_mixed_from: Exact  # times the annual budget
    weights: Literal["fixed", "free"]
    weight_tolerance: Exact  # points a subtotal may be off every weight set
    weight_sets: tuple[dict[Kind, Exact], ...]
    required_level1: tuple[Kind, ...]
    required_level2: tuple[Kind, ...]  # under 产出
    ratings: tuple[RatingBand, ...]  # best first
    grades: GradeBands
    smaller_is_better: Literal["ratio", "linear"]


class RuleSetting(Settings):
    """What a template changes about one rule."""

    severity: Literal["error", "warning", "hint", "todo", "off"] | None = None  # "off": the rule is not asked
    wording: str | None = Field(None, pattern=r"\{message\}")  # the sentence; {message} is the rule's own


class Template(Settings):
    """One variant of the form."""

    id: str
    name: str  # as offered to the clerk
    source: str  # the official document or the published form it was taken from
    title: str
    year_line: Annotated[str, _with_blanks("year")]  # {year} is the fiscal year
    amount_unit: Literal["元", "万元"]
    page: Page
    header: HeaderBlock
    funds: FundsBlock
    goal: GoalBlock
    indicators: IndicatorBlock
    totals: TotalsBlock
    numbers: Numbers
    groups: tuple[Level1Template, ...]
    limits: Limits
    rules: dict[str, RuleSetting] = {}
    notes: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
