# SPDX-License-Identifier: MIT
"""Every check of the form, in the order of the printed page."""

from model.fields import BASIS_FORM
from model.rules import cells, funds, measures, outcomes, scores, structure, totals, writing
from model.rules.finding import Finding, Rule, Severity

__all__ = ["RULES", "Finding", "Rule", "Severity"]

ERROR, WARNING, HINT, TODO = Severity.ERROR, Severity.WARNING, Severity.HINT, Severity.TODO
MONEY = frozenset({"funds", "stated"})
TREE = frozenset({"indicators", "stated"})
TEXTS = frozenset({"header", "goals"})
GOALS = frozenset({"goals"})

RULES: tuple[Rule, ...] = (
    Rule(
        "header.missing",
        TODO,
        "项目名称、主管部门、实施单位和年度已填写",
        form=cells.header_is_filled_in,
        reads=frozenset({"header"}),
        basis=BASIS_FORM,
    ),
    Rule(
        "funds.missing",
        TODO,
        "全年预算数和全年执行数已填写，或能由各项来源算出",
        form=funds.funds_are_filled_in,
        reads=MONEY,
    ),
    Rule(
        "funds.sources_missing",
        TODO,
        "资金总额已分解到各项来源",
        form=funds.sources_are_filled_in,
        reads=MONEY,
    ),
    Rule("funds.sum", ERROR, "资金总额等于各项来源之和", form=funds.sources_add_up, reads=MONEY),
    Rule("funds.unit_mixed", ERROR, "没有把元填进万元", form=funds.units_are_not_mixed, reads=MONEY),
    Rule("funds.overspent", ERROR, "执行数不超过全年预算数", form=funds.funds_are_not_overspent, reads=MONEY),
    Rule("funds.no_budget", ERROR, "没有预算的资金没有执行数", form=funds.outturn_has_a_budget, reads=MONEY),
    Rule("funds.low_execution", HINT, "预算执行率不低于说明线", form=funds.execution_is_not_low, reads=MONEY),
    Rule("funds.rate_stated", ERROR, "所填执行率等于计算值", form=funds.stated_rate_is_computed, reads=MONEY),
    Rule(
        "funds.score_stated",
        ERROR,
        "所填预算执行得分等于计算值",
        form=funds.stated_score_is_computed,
        reads=MONEY,
    ),
    Rule(
        "goal.missing",
        TODO,
        "预期目标和实际完成情况已填写",
        form=cells.goals_are_filled_in,
        reads=GOALS,
    ),
    Rule(
        "goal.copied", WARNING, "实际完成情况不是照抄预期目标", form=writing.result_is_not_a_copy, reads=GOALS
    ),
    Rule("points.total", ERROR, "分值合计等于满分", form=structure.points_add_up, reads=TREE),
    Rule(
        "points.level1",
        WARNING,
        "各一级指标的分值合乎权重",
        form=structure.level1_points_follow_the_weights,
        reads=TREE,
    ),
    Rule("points.zero", WARNING, "三级指标的分值大于 0", row=structure.points_are_positive),
    Rule("points.over_half", HINT, "一项指标的分值不超过一半", row=structure.points_are_spread),
    Rule(
        "level2.required",
        WARNING,
        "产出有数量、质量和时效指标",
        form=structure.output_has_its_level2_groups,
        reads=TREE,
    ),
    Rule(
        "level1.missing",
        WARNING,
        "模板要求的一级指标都有内容",
        form=structure.level1_groups_have_indicators,
        reads=TREE,
    ),
    Rule(
        "satisfaction.missing",
        WARNING,
        "有满意度指标",
        form=structure.satisfaction_has_an_indicator,
        reads=TREE,
    ),
    Rule("indicator.duplicate", WARNING, "同一二级指标下没有重名的指标", group=structure.names_are_unique),
    Rule("cell.missing", TODO, "每项指标的各栏都已填写", row=cells.cells_are_filled_in),
    Rule("target.sign", HINT, "数值目标写明了方向（≥ ≤ =）", row=measures.target_has_a_sign),
    Rule(
        "target.overfulfilled", WARNING, "大幅超过目标的说明了原因", row=outcomes.overfulfilment_is_explained
    ),
    Rule(
        "actual.no_number",
        WARNING,
        "数值目标有数值的完成值",
        row=measures.numeric_target_has_a_numeric_actual,
    ),
    Rule("actual.unit_missing", HINT, "完成值写了单位", row=measures.actual_has_the_targets_unit),
    Rule("actual.unit_differs", WARNING, "完成值与目标的单位一致", row=measures.units_agree),
    Rule("actual.sign", WARNING, "完成值不带 ≥ ≤ 等符号", row=measures.actual_has_no_sign),
    Rule("date.impossible", ERROR, "日期都存在", row=measures.dates_exist, basis=BASIS_FORM),
    Rule(
        "score.range",
        ERROR,
        "得分在 0 和分值之间",
        row=scores.score_is_in_range,
        form=funds.stated_score_is_in_range,
        reads=MONEY,
    ),
    Rule("score.full_but_missed", ERROR, "没有达到目标的不得满分", row=outcomes.missed_target_is_not_full),
    Rule("score.full_but_partial", WARNING, "部分完成的不得满分", row=outcomes.partly_achieved_is_not_full),
    Rule("score.met_but_cut", WARNING, "达到目标的不扣分", row=outcomes.met_target_is_not_cut),
    Rule(
        "score.not_proportional",
        WARNING,
        "没有达到目标的按比例得分",
        row=outcomes.score_follows_the_proportion,
    ),
    Rule("score.band", WARNING, "定性指标的得分在等级的区间内", row=outcomes.score_lies_in_the_band),
    Rule("reason.missing", ERROR, "扣分的指标写明了原因和措施", row=scores.lost_points_have_a_reason),
    Rule("reason.unneeded", HINT, "没有偏差的不必写原因", row=outcomes.reason_is_needed),
    Rule(
        "text.markup",
        WARNING,
        "文字中没有网页标记",
        row=writing.row_holds_no_markup,
        form=writing.texts_hold_no_markup,
        reads=TEXTS,
        basis=BASIS_FORM,
    ),
    Rule(
        "text.placeholder",
        WARNING,
        "模板的提示文字已换成实际内容",
        row=writing.row_is_no_placeholder,
        form=writing.texts_are_no_placeholders,
        reads=TEXTS,
        basis=BASIS_FORM,
    ),
    Rule(
        "number.invalid",
        ERROR,
        "金额、分值和得分都是数字",
        row=writing.row_is_readable,
        form=writing.figures_are_readable,
        reads=MONEY,
        basis=BASIS_FORM,
    ),
    Rule(
        "number.decimals",
        HINT,
        "金额、分值和得分至多两位小数",
        row=writing.row_has_two_decimals,
        form=writing.amounts_have_two_decimals,
        reads=MONEY,
        basis=BASIS_FORM,
    ),
    Rule(
        "total.points_stated",
        ERROR,
        "所填分值合计等于各项之和",
        form=totals.stated_points_are_the_sum,
        reads=TREE,
    ),
    Rule(
        "total.score_stated",
        ERROR,
        "所填总分等于各项得分之和",
        form=totals.stated_score_is_the_sum,
        reads=TREE | MONEY,
    ),
    Rule(
        "rating.mismatch",
        ERROR,
        "所填评分等级合乎总分",
        form=totals.rating_follows_the_score,
        reads=TREE | MONEY,
    ),
)
