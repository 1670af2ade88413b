# SPDX-License-Identifier: MIT
"""Claims about quick fixes: each is one edit, says what it changes, and makes its finding go away."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.decimals import decimals_of
from model.drafts import load, to_bytes
from model.fixes import FIXERS, fixes_for
from model.fixes.tree import spread
from model.form import Stated
from model.judge import findings_of
from model.rules import RULES
from model.templates import load_template
from tests.builders import GOLDEN, GOLDEN_DRAFTS, complete_form, faultless_tree, funds, indicator, tree


def fixes(form, rule):
    template = load_template(form.template)
    return [
        (finding, fix)
        for finding in findings_of(form, template)
        if finding.rule == rule
        for fix in fixes_for(form, template, finding)
    ]


def short_of(points):
    rows = faultless_tree()
    rows[0].children[0].children[0].points = rows[0].children[0].children[0].score = Decimal(points)
    return complete_form(indicators=rows)


def row(**cells):
    return complete_form(indicators=tree(产出指标_数量指标=[indicator(**cells)]))


FAULTY = {
    "funds.unit_mixed": complete_form(funds=funds("91.82", "911077.80")),
    "funds.sum": complete_form(funds=funds(other_funds={"actual": "3"})),
    "funds.rate_stated": complete_form(stated=Stated(execution_rate=Decimal(50))),
    "funds.score_stated": complete_form(stated=Stated(execution_score=Decimal(5))),
    "total.points_stated": complete_form(stated=Stated(total_points=Decimal(90))),
    "total.score_stated": complete_form(stated=Stated(total_score=Decimal(90))),
    "rating.mismatch": complete_form(stated=Stated(rating="差")),
    "number.invalid": row(points="１０．５０分"),
    "points.total": short_of(17),
    "level1.missing": complete_form(indicators=tree(产出指标_数量指标=[indicator()])),
    "level2.required": complete_form(indicators=tree(产出指标_数量指标=[indicator()], 产出指标_质量指标=[])),
    "satisfaction.missing": complete_form(indicators=tree(满意度指标_服务对象满意度指标=[])),
    "score.range": row(score="99"),
    "score.full_but_missed": row(target="=2个", actual="1个"),
    "score.met_but_cut": row(score="8", reason="略"),
    "score.not_proportional": row(target="≥100%", actual="98%", score="5", reason="略"),
    "target.sign": row(target="5场", actual="6场"),
    "actual.sign": row(actual="≥6场"),
    "actual.unit_missing": row(target="≥6.00(个)", actual="7"),
    "text.markup": complete_form(project_name="<p>讲座&nbsp;</p>"),
    "date.impossible": row(target="2022年11月31日前"),
}
UNFILLED = {
    "level1.missing",
    "level2.required",
    "satisfaction.missing",
}  # an empty row is offered, a person fills it


def test_every_fixer_is_for_a_rule_there_is_and_is_tried_here():
    assert {rule for rule, _ in FIXERS} <= {rule.id for rule in RULES}
    assert {rule for rule, _ in FIXERS} == set(FAULTY)


@pytest.mark.parametrize("rule", sorted(FAULTY))
def test_there_is_a_fix_and_it_can_be_undone(rule):
    form = FAULTY[rule].model_copy(deep=True)
    before, offered = to_bytes(form), fixes(form, rule)
    assert offered
    for _, fix in offered:
        assert fix.changes(form)
        inverse = fix.edit.apply(form)
        assert to_bytes(form) != before
        inverse.apply(form)
        assert to_bytes(form) == before


@pytest.mark.parametrize("rule", sorted(set(FAULTY) - UNFILLED))
def test_each_fix_makes_its_finding_go_away(rule):
    for finding, fix in fixes(FAULTY[rule], rule):
        form = FAULTY[rule].model_copy(deep=True)
        fix.edit.apply(form)
        left = {(other.rule, other.place) for other in findings_of(form, load_template(form.template))}
        assert (finding.rule, finding.place) not in left


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_every_fix_offered_on_a_published_form_can_be_previewed_and_undone(path):
    form = load(path).form
    before, template = to_bytes(form), load_template(form.template)
    for finding in findings_of(form, template):
        for fix in fixes_for(form, template, finding):
            assert all(change.before != change.after for change in fix.changes(form))
            fix.edit.apply(form).apply(form)
            assert to_bytes(form) == before


@pytest.mark.parametrize(
    ("written", "value"),
    [("１，６１０．５", "1610.5"), ("3万元", "3"), ("+5", "5"), ("98％", None), ("1e9", None)],
)
def test_an_amount_in_a_draft_becomes_the_number_it_would_be_if_it_were_typed(written, value):
    form = complete_form(funds=funds(actual=written))
    found = [fix.edit.value for _, fix in fixes(form, "number.invalid")]
    assert {str(one) for one in found} == ({value} if value else set())


def test_yuan_become_ten_thousands_in_every_row_at_once():
    form = load(GOLDEN / "004-5.json").form
    (_, together), *_ = fixes(form, "funds.unit_mixed")
    together.edit.apply(form)
    assert (form.funds.total.actual, form.funds.fiscal_appropriation.actual) == (
        Decimal("91.11"),
        Decimal("91.11"),
    )
    assert form.funds.total.annual_budget == Decimal("91.82")


def test_a_preview_names_the_cell_and_both_values():
    (_, fix), *_ = fixes(row(actual="≥6场"), "actual.sign")
    (change,) = fix.changes(row(actual="≥6场"))
    assert (change.label, change.before, change.after) == ("完成场次 · 实际完成值", "≥6场", "6场")


@pytest.mark.parametrize(
    ("target", "actual", "written"),
    [
        ("不少于200人次", "246", "246人次"),
        ("≥6.00(个)", "7", "7(个)"),
        ("≥150万字", "160", "160万字"),
        ("≥80%", "96", "96%"),
    ],
)
def test_the_unit_is_copied_as_the_target_writes_it(target, actual, written):
    (_, fix), *_ = fixes(row(target=target, actual=actual), "actual.unit_missing")
    assert fix.edit.value == written


@pytest.mark.parametrize(
    ("date", "fixed"),
    [("2022年11月31日前", "2022年11月30日前"), ("2023-02-29", "2023-02-28"), ("2月30日", "2月29日")],
)
def test_a_day_after_the_end_becomes_the_last_day_of_the_month(date, fixed):
    (_, fix), *_ = fixes(row(target=date), "date.impossible")
    assert fix.edit.value == fixed


CENTS = st.decimals(min_value="0.01", max_value=60, places=2)


@given(st.lists(CENTS, min_size=1, max_size=30), st.decimals(min_value=-5, max_value=60, places=2))
def test_spread_points_have_two_decimals_and_an_exact_sum(points, gap):
    result = spread(points, gap)
    assert sum(result) == sum(points) + gap
    assert all(decimals_of(one) <= 2 for one in result)


def test_points_are_spread_in_proportion():
    assert spread([Decimal(10), Decimal(20)], Decimal(3)) == [Decimal(11), Decimal(22)]
