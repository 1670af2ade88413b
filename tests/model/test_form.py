# SPDX-License-Identifier: MIT
"""Claims about the form: shape is guarded, content is not."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from model.form import Form, Indicator
from tests.builders import complete_form


def test_an_empty_cell_is_not_zero():
    assert Indicator().points is None


def test_points_keep_the_decimals_they_were_written_with():
    assert str(Indicator.model_validate({"points": "2.00"}).points) == "2.00"


def test_an_unreadable_amount_is_kept_as_it_stands():
    form = Form.model_validate({"template": "ministry", "funds": {"total": {"actual": "150万"}}})
    assert form.funds.total.actual == "150万"


@pytest.mark.parametrize("amount", [150, 1.5, True, ["1"], {}])
def test_an_amount_that_is_no_string_is_refused(amount):
    with pytest.raises(ValidationError):
        Form.model_validate({"template": "ministry", "funds": {"total": {"actual": amount}}})


@pytest.mark.parametrize("year", ["2024", 2024.0, True])
def test_a_year_that_is_no_whole_number_is_refused(year):
    with pytest.raises(ValidationError):
        Form.model_validate({"template": "ministry", "fiscal_year": year})


def test_an_absent_total_row_is_an_empty_one():
    form = Form.model_validate({"template": "ministry", "funds": {"total": None}})
    assert form.funds.total.annual_budget is None


def test_keys_of_later_versions_are_kept():
    form = Form.model_validate({"template": "ministry", "project_manager": "王芳"})
    assert form.model_dump()["project_manager"] == "王芳"


def test_indicators_come_in_printed_order_with_their_places():
    places = [place for place, _ in complete_form().all_indicators()]
    assert places == sorted(places)
    assert places[1] == ("indicators", 0, "children", 1, "children", 0)


def test_a_typed_cell_takes_decimals_texts_and_nothing():
    row = Indicator()
    for value in (Decimal("5"), "五分", None):
        row.score = value
        assert row.score == value
