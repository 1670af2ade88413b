# SPDX-License-Identifier: MIT
"""A made form of texts that are hard to set: marks, numbers, addresses, what people paste."""

from __future__ import annotations

from model.form import Form
from tests.builders import complete_form, funds, indicator, tree

MARKS = (
    "根据《关于印发〈项目支出绩效评价管理办法〉的通知》（财预〔2020〕10号），完成“三重一大”事项（含“回头看”）……详见附件——另报。",
    "他说：“完成了！”（见《报告》）。【注】「略」『略』｛略｝［略］〖略〗",
    "一、二、三、四、五、六、七、八、九、十、十一、十二、十三、十四、十五、十六、十七、十八、十九、二十",
    "（（（（（（嵌套））））））",
    "！！！？？？。。。，，，",
    "破折号——后面；省略号……后面；连接号～后面；间隔号·后面；是/否、元/人·次、和/或",
)
NUMBERS = (
    "≥95%且≤100%",
    "95%~100%，90％～95％，-5%，±0.5%，+12.5%，3‰",
    "≥1752000.00(次)，12.00(个)，≥6.00（万人次）",
    "2024年12月31日前完成，2024年1月—2024年12月，2024-12-31，2024/12/31",
    "投入1,234,567,890.12元，其中：财政拨款1，234，567.89万元",
    "12：00—18：30，08:30~17:00，1/2，3.5×10^6，-20℃，36.5°C，PM2.5，CO2，H₂O，SO₂≤0.06mg/m³",
    "完成12场次、300人次、2.5万元、3个月、4平方公里、5个百分点",
    "１２３４５．６７％",
    "60元/人·次，≤120元/平方米，100%/100%",
)
LATIN = (
    "使用Microsoft PowerPoint 2016和Adobe Photoshop演示，don't stop",
    "https://www.example.gov.cn/nw4411/2024/index.html?id=1234567890&page=2#top",
    "zhangsan.lisi-wangwu@mail.example.gov.cn",
    "x" * 40,
    "1234567890" * 4,
    "项目编号：SH-2024-0001-ABCDEF-XYZ/2023_v1.0.docx",
    "ＡＢＣ全角字母ＤＥＦ，Ｗｏｒｄ",
    "COVID-19、5G、Wi-Fi 6、e-mail、A4纸、B超、T+1、7×24小时",
)
STRANGE = (
    "　　首行缩进的正文，写到第二行去。\n　　再来一段。",
    "1.完成全部课题；\n2.培训300人次；\n\n3.形成报告12篇。",
    "1.完成全部课题；2.培训300人次；3.形成报告12篇；4.满意度≥90%。",
    "十          个空格\t制表符",
    "表情\U0001f600\U0001f600和\U0001f468\u200d\U0001f469，变体葛\U000e0100城",
    "e\u0301te\u0301 caf\u00e9 pin\u0304yi\u0304n，a\u0308\u0323b",
    "张𬭚、李𠮷、王㛃等同志负责",
    "及时率",
    "完成年度计划课题数。",
    "甲",
)
TEXTS = (*MARKS, *NUMBERS, *LATIN, *STRANGE)
POINTS = ("8.00", "0.5", "10", "12.25", "100", "—", "3.125")


def hard_form() -> Form:
    """Return a form with every hard text in every kind of column."""
    rows = [
        indicator(
            text,
            target=TEXTS[at - 1],
            actual=TEXTS[at - 2],
            reason=TEXTS[at - 3],
            points=_points(at),
            score=_points(at),
        )
        for at, text in enumerate(TEXTS)
    ]
    middle = len(rows) // 2
    return complete_form(
        project_name=MARKS[0],
        competent_department="某某市人力资源和社会保障局（本级）",
        implementing_unit=LATIN[5],
        funds=funds("1234567890.12", "1234567.89"),
        goal_expected="\n".join((*MARKS, *NUMBERS)),
        goal_actual="\n".join((*LATIN, *STRANGE)),
        indicators=tree(
            产出指标_数量指标=rows[:middle],
            产出指标_可持续影响指标=rows[middle:-3],
            满意度指标_服务对象满意度指标=rows[-3:],
        ),
    )


def _points(at: int) -> str:
    return POINTS[at % len(POINTS)]
