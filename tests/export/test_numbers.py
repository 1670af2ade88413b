# SPDX-License-Identifier: MIT
"""Claims about numbers as printed."""

from decimal import Decimal

import pytest

from export.numbers import added_up, computed, stated_or, typed
from model.template import NumberFormat

TWO = NumberFormat(places=2, min_places=2)
AS_TYPED = NumberFormat(places=2, min_places=0)
PERCENT = NumberFormat(places=2, min_places=2, rounding="down", suffix="%")


@pytest.mark.parametrize(
    ("entry", "style", "printed"),
    [
        ("10", TWO, "10.00"),
        ("86.205", TWO, "86.205"),
        ("-1.5", TWO, "-1.50"),
        ("496260", AS_TYPED, "496260"),
        ("0.10", AS_TYPED, "0.10"),
        ("77.83", PERCENT, "77.83%"),
        ("123456789012345678.12345", TWO, "123456789012345678.12345"),
    ],
)
def test_a_typed_number_keeps_its_digits_and_only_gains_zeros(entry, style, printed):
    assert typed(Decimal(entry), style) == printed


def test_what_is_no_number_is_printed_as_it_stands():
    assert typed("150万", PERCENT) == "150万"


def test_an_empty_cell_prints_nothing():
    assert typed(None, TWO) == ""


def test_a_computed_figure_is_rounded_as_the_template_says():
    assert computed(Decimal("77.839"), PERCENT) == "77.83%"
    assert computed(Decimal("77.835"), TWO) == "77.84"


def test_what_cannot_be_computed_yet_prints_nothing():
    assert computed(None, PERCENT) == ""


@pytest.mark.parametrize(("total", "printed"), [("100", "100"), ("97.5", "97.5"), ("99.999", "100.00")])
def test_a_sum_has_the_decimals_of_its_parts_up_to_the_templates(total, printed):
    assert added_up(Decimal(total), AS_TYPED) == printed


def test_a_stated_figure_goes_before_the_computed_one():
    assert stated_or(Decimal("9.8"), "9.80", AS_TYPED) == "9.8"
    assert stated_or(None, "9.80", AS_TYPED) == "9.80"
