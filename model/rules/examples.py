# SPDX-License-Identifier: MIT
"""An example of right and one of wrong for every rule, for the help."""

from typing import NamedTuple


class Example(NamedTuple):
    """What a rule passes, and what it finds fault with."""

    right: str
    wrong: str


EXAMPLES: dict[str, Example] = {
    "header.missing": Example("项目名称：图书馆免费开放经费", "项目名称空着"),
    "funds.missing": Example("全年执行数 115.26", "全年执行数空着，各项来源也空着"),
    "funds.sources_missing": Example(
        "总额 118.50 = 财政拨款 98.50 + 结转 20.00", "总额 118.50，三项来源都空着"
    ),
    "funds.sum": Example("总额 118.50，来源 98.50 + 20.00 + 0", "总额 118.50，来源 98.50 + 0 + 0"),
    "funds.unit_mixed": Example(
        "预算 91.82 万元，执行 91.11 万元", "预算 91.82（万元），执行 911077.80（元）"
    ),
    "funds.overspent": Example("预算 100，执行 98", "预算 100，执行 105"),
    "funds.no_budget": Example("全年预算 20，执行 19", "全年预算 0，执行 19"),
    "funds.low_execution": Example("执行率 96.5%", "执行率 77.83%"),
    "funds.rate_stated": Example(
        "预算 161.05、执行 125.35，填 77.83%", "预算 161.05、执行 125.35，填 87.83%"
    ),
    "funds.score_stated": Example("分值 10、执行率 77.83%，填 7.78", "分值 10、执行率 77.83%，填 10"),
    "goal.missing": Example("预期目标和完成情况都有内容", "完成情况空着"),
    "goal.copied": Example("完成情况写实际做了什么：“全年举办讲座 64 场……”", "把预期目标原样抄进完成情况"),
    "points.total": Example("各项分值 90 + 预算执行 10 = 100", "各项分值 87 + 预算执行 10 = 97"),
    "points.level1": Example("产出 50、效益 30、满意度 10", "产出 45、效益 35、满意度 10"),
    "points.zero": Example("分值 5", "分值 0"),
    "points.over_half": Example("两项各 25 分", "一项 60 分"),
    "level2.required": Example("产出下有数量、质量、时效指标", "产出下只有数量指标"),
    "level1.missing": Example("产出和效益都有指标", "效益下一项也没有"),
    "satisfaction.missing": Example("读者满意度 ≥90%", "满意度下一项也没有"),
    "indicator.duplicate": Example("“讲座场次”“培训场次”", "同一组里两个“讲座场次”"),
    "cell.missing": Example("目标、完成值、分值、得分都已填", "有名称而没有完成值"),
    "target.sign": Example("≥5场", "目标 5场，完成 6场"),
    "target.overfulfilled": Example("≥10次，完成 12次", "≥10次，完成 25次，没有说明"),
    "actual.no_number": Example("目标 90%，完成 92%", "目标 90%，完成“达成指标”"),
    "actual.unit_missing": Example("不少于200人次，完成 246人次", "不少于200人次，完成 246"),
    "actual.unit_differs": Example("≥5场，完成 5场次", "≥5人，完成 5人次"),
    "actual.sign": Example("完成 6场", "完成 ≥6场"),
    "date.impossible": Example("2022年11月30日前", "2022年11月31日前"),
    "score.range": Example("分值 10，得分 9.5", "分值 10，得分 12"),
    "score.full_but_missed": Example("=2个，完成 1个，得 5 / 10", "=2个，完成 1个，得 10 / 10"),
    "score.full_but_partial": Example("健全，完成“较为健全”，得 8 / 10", "健全，完成“较为健全”，得 10 / 10"),
    "score.met_but_cut": Example("≥85%，完成 85%，得 10 / 10", "≥85%，完成 85%，得 8 / 10"),
    "score.not_proportional": Example("≥100场，完成 50场，得 5 / 10", "≥95%，完成 94%，得 12 / 15"),
    "score.band": Example("部分达成，得 7 / 10", "部分达成，得 9 / 10"),
    "reason.missing": Example("扣 1 分：“灯具到货延迟，下年提前采购”", "扣 1 分，原因写“无”"),
    "reason.unneeded": Example("得满分，原因空着", "≥5场，完成 5场，满分，还写了原因"),
    "text.markup": Example("完成讲座 64 场", "<p>完成讲座&nbsp;64 场</p>"),
    "text.placeholder": Example("指标1：完成数量", "指标1"),
    "number.invalid": Example("150.00", "150万"),
    "number.decimals": Example("9.84", "9.8421"),
    "total.points_stated": Example("各项合计 100，填 100", "各项合计 100，填 90"),
    "total.score_stated": Example("各项得分合计 97.78，填 97.78", "各项得分合计 97.78，填 99"),
    "rating.mismatch": Example("总分 97.78，填“优”", "总分 85，填“优”"),
}
