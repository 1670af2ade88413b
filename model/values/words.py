# SPDX-License-Identifier: MIT
"""Every word and mark the reader knows, each table once; spelt as they stand after NFKC."""

from typing import Final

# Signs, by the symbol they mean.
LEADING_SIGNS: Final = (
    ("≥", "≥ ≧ ⩾ >= => 不少于 不低于 不小于 至少 大于等于 大于或等于"),
    (">", "> 超过 大于 高于 多于"),
    ("≤", "≤ ≦ ⩽ <= =< 不超过 不高于 不大于 不多于 至多 小于等于 小于或等于"),
    ("<", "< 小于 低于 少于"),
    ("=", "= ═ 等于"),
)
TRAILING_SIGNS: Final = (
    ("≥", "以上 及以上"),
    ("≤", "以内 之内 内 以下 及以下"),
)
REACHED: Final = ("达到", "达")  # dropped before a number
KEPT_WITHIN: Final = "控制在"  # ≤ unless a sign says otherwise
ABOUT_AFTER_NUMBER: Final = "余多+"
ABOUT_AT_END: Final = "左右"

# Numbers.
DIGITS: Final = {
    **{char: digit for digit, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
}
TENS: Final = {"十": 10, "百": 100, "千": 1000}
MULTIPLIERS: Final = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
POINT: Final = "点"
PERCENT: Final = ("%", "百分比")
ALL_PERCENT: Final = ("百分百", "百分之百")
PERCENT_OF: Final = "百分之"

# Chinese numerals count before these, or alone.
MEASURE_WORDS: Final = "场 场次 次 人次 个 家 人 名 户 项 篇 期 册 本 份 件 套 台 批 条 处 天 个月 年 元"
NOT_COUNTING_BEFORE: Final = "第每数几"  # 第三场, 每一场, 数十人
NOT_ONE_BEFORE: Final = "统唯单同某任逐这那哪之专"  # 统一项目 holds no 一项
NOT_COUNTING_AFTER: Final = "性"  # 一次性
LONGER_MEASURE_WORDS: Final = (("个", "月"),)  # 3个月 is not 3个

# Units.
BRACKETS: Final = "()[]{}【】〔〕"  # in pairs
UNIT_SPELLINGS: Final = (("*", "·"),)
SQUARE_METRE: Final = "平方米"
LONGEST_UNIT: Final = 8
POSITIONS: Final = "内前后上下至到"  # 2日前, 3小时后: no unit
UNIT_SYMBOLS: Final = "·/°$¥€£"  # all else that is no letter is punctuation
CLASSES: Final = ("级", "等", "类", "档", "号")  # 2级, 5A级, 一等奖
TWINS_THAT_DIFFER: Final = frozenset({"人", "人次"})

# Dates and ranges.
RANGE_MARKS: Final = "-‐–—―−─━~〜∼"
RANGE_WORD: Final = "至"
DATE_RANGE_WORDS: Final = "至到"
ORDINAL: Final = "第"

# Grades.
PARTIAL: Final = "部分达成"
NOT_ACHIEVED: Final = "未达成"
ACHIEVED: Final = ("达成", "已达成")
ACHIEVED_OBJECTS: Final = ("年度", "预期", "绩效", "指标", "目标")

# Words that make less of a result, and what follows them when they only compare.
LESS_THAN_FULL: Final = ("较为", "较", "基本", "部分")
RATHER: Final = "较"
COMPARED_WITH: Final = ("上", "去年", "往年", "前", "同期", "年初", "计划", "预期", "预算", "大")
HARDLY: Final = ("基本", "部分")
DONE: Final = ("达", "完成", "实现", "符合")

# Whole texts.
FINAL_PUNCTUATION: Final = "。.;,、"
DASHES_AND_SLASHES: Final = "-‐–—―−─━ー/⁄∕\\"
IDLE_REASONS: Final = frozenset({"", "无", "没有", "暂无", "无偏差", "0", "n/a"})
PLACEHOLDER_NAME: Final = "指标"
AFTER_PLACEHOLDER: Final = ":.…。·⋯"  # and dashes and slashes
DOTS: Final = ".…。·⋯・"
PLACEHOLDER_PROMPTS: Final = ("请填写", "请输入", "此处填写")
LIMIT_BEFORE: Final = ("限", "不超过", "不多于", "不大于", "少于", "控制在", "至多", "最多", "≤", "<=", "<")
LIMIT_AFTER: Final = ("以内", "之内", "内", "以下", "左右")

# Mark-up that web forms leave behind.
TAGS: Final = (
    "a abbr b big blockquote body br button center code col colgroup dd div dl dt em embed fieldset font "
    "footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main meta "
    "nav object ol option p pre q s script section select small span strike strong style sub sup table tbody "
    "td textarea tfoot th thead title tr tt u ul video"
)
ENTITIES: Final = {
    "nbsp": " ",
    "ensp": " ",
    "emsp": " ",
    "thinsp": " ",
    "lt": "<",
    "gt": ">",
    "amp": "&",
    "quot": '"',
    "apos": "'",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
    "laquo": "«",
    "raquo": "»",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
    "middot": "·",
    "bull": "•",
    "times": "×",
    "divide": "÷",
    "plusmn": "±",
    "le": "≤",
    "ge": "≥",
    "ne": "≠",
    "deg": "°",
    "permil": "‰",
    "yen": "¥",
    "euro": "€",
    "copy": "©",
    "reg": "®",
    "trade": "™",
    "sup2": "²",
    "sup3": "³",
}
