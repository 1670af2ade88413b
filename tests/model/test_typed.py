# SPDX-License-Identifier: MIT
"""Claims about reading what a clerk types."""

from decimal import Decimal

import pytest

from model.places import place_of
from model.templates import load_template
from model.typed import amount_unit, read_typed, read_year, shown
from tests.builders import complete_form


@pytest.mark.parametrize(
    ("where", "text", "value"),
    [
        ("/funds/total/actual", "12万", Decimal("12")),
        ("/funds/total/actual", "abc", "abc"),
        ("/indicators/0/children/0/children/0/score", "９.5", Decimal("9.5")),
        ("/indicators/0/children/0/children/0/target", "≧95％", "≧95％"),
        ("/stated/execution_rate", "98%", Decimal("98")),
        ("/stated/rating", "", None),
        ("/fiscal_year", "２０２４年度", 2024),
        ("/goal_actual", "  第一行\n第二行 ", "  第一行\n第二行 "),
    ],
)
def test_typing_is_read_as_the_field_holds_it(where, text, value):
    assert read_typed(place_of(where), text, "万元") == value


@pytest.mark.parametrize("text", ["", "24", "20245", "明年", "²⁰²⁴x"])
def test_what_is_no_year_is_none(text):
    assert read_year(text) is None


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (Decimal("2.00"), "2.00"), ("150万", "150万"), (2024, "2024")]
)
def test_a_cell_is_shown_as_it_is_kept(value, text):
    assert shown(value) == text


def test_the_unit_is_the_forms_own_or_the_templates():
    form = complete_form("shanghai-2022")
    template = load_template("shanghai-2022")
    assert amount_unit(form, template) == "元"
    form.amount_unit = "万元"
    assert amount_unit(form, template) == "万元"
