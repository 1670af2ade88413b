# SPDX-License-Identifier: MIT
"""The fields of the form: name, label, what they hold and where the form's official source defines them."""

from enum import Enum, auto
from typing import NamedTuple

from model.places import Place

BASIS_2020 = "财预〔2020〕10号"
BASIS_2021 = "财预〔2021〕101号"
BASIS_FORM = "项目支出绩效自评表填报要求"


class Holds(Enum):
    """What a field holds; it decides how typing is read."""

    TEXT = auto()
    LONG_TEXT = auto()
    YEAR = auto()
    AMOUNT = auto()  # in the form's amount unit
    POINTS = auto()
    PERCENT = auto()
    RATING = auto()


class Field(NamedTuple):
    """A field of the form, as every room names it."""

    key: str
    label: str
    holds: Holds
    basis: str = BASIS_2020


HEADER_FIELDS: tuple[Field, ...] = (
    Field("fiscal_year", "年度", Holds.YEAR, BASIS_FORM),
    Field("project_name", "项目名称", Holds.TEXT, BASIS_FORM),
    Field("competent_department", "主管部门", Holds.TEXT, BASIS_FORM),
    Field("implementing_unit", "实施单位", Holds.TEXT, BASIS_FORM),
)
AMOUNT_FIELDS: tuple[Field, ...] = (
    Field("initial_budget", "年初预算数", Holds.AMOUNT),
    Field("annual_budget", "全年预算数", Holds.AMOUNT),
    Field("actual", "全年执行数", Holds.AMOUNT),
)
FUND_ROWS: tuple[Field, ...] = (
    Field("total", "年度资金总额", Holds.AMOUNT),
    Field("fiscal_appropriation", "当年财政拨款", Holds.AMOUNT),
    Field("carryover_funds", "上年结转资金", Holds.AMOUNT),
    Field("other_funds", "其他资金", Holds.AMOUNT),
)
GOAL_FIELDS: tuple[Field, ...] = (
    Field("goal_expected", "预期目标", Holds.LONG_TEXT),
    Field("goal_actual", "实际完成情况", Holds.LONG_TEXT),
)
INDICATOR_FIELDS: tuple[Field, ...] = (
    Field("name", "指标名称", Holds.TEXT),
    Field("target", "年度指标值", Holds.TEXT),
    Field("actual", "实际完成值", Holds.TEXT),
    Field("points", "分值", Holds.POINTS),
    Field("score", "得分", Holds.POINTS),
    Field("reason", "偏差原因分析及改进措施", Holds.LONG_TEXT),
)
STATED_FIELDS: tuple[Field, ...] = (
    Field("execution_rate", "执行率", Holds.PERCENT),
    Field("execution_points", "预算执行分值", Holds.POINTS),
    Field("execution_score", "预算执行得分", Holds.POINTS),
    Field("total_points", "分值合计", Holds.POINTS),
    Field("total_score", "总分", Holds.POINTS),
    Field("rating", "评分等级", Holds.RATING),
)

HEADER: dict[str, Field] = {field.key: field for field in HEADER_FIELDS}
AMOUNTS: dict[str, Field] = {field.key: field for field in AMOUNT_FIELDS}
FUNDS: dict[str, Field] = {field.key: field for field in FUND_ROWS}
GOALS: dict[str, Field] = {field.key: field for field in GOAL_FIELDS}
CELLS: dict[str, Field] = {field.key: field for field in INDICATOR_FIELDS}
STATED: dict[str, Field] = {field.key: field for field in STATED_FIELDS}

# Further limits of the form that no template changes.
STATED_TOLERANCE = "0.01"  # a stated figure may differ from the computed one by this
SUM_TOLERANCE = "0.005"  # a fund total may differ from the sum of its sources by this


def field_at(place: Place) -> Field:
    """Return the field a place of the form holds; errors: KeyError where there is no field."""
    match place:
        case ("funds", _, column):
            return AMOUNTS[str(column)]
        case ("stated", key):
            return STATED[str(key)]
        case ("indicators", *_, key):
            return CELLS[str(key)]
        case (key,):
            return HEADER.get(str(key)) or GOALS[str(key)]
    raise KeyError(place)
