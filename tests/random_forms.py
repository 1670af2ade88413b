# SPDX-License-Identifier: MIT
"""Random forms of the kind nobody means to write; `python -m tests.random_forms N` judges N of them."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from model.fixes import fixes_for
from model.form import Form, Indicator, Level1Group
from model.judge import Judge
from model.places import level1_place
from model.suggestions import accept_all
from model.template import Template
from model.templates import load_template, template_ids
from model.why import why
from tests.builders import tree

TEXTS = (
    *(
        "",
        "—",
        "/",
        "无",
        "甲",
        "乙",
        "指标1",
        "其中：讲座",
        "XX",
        "……",
        "<p>x</p>",
        "A&nbsp;B",
        "\U00020bb7",
        "9" * 50,
    ),
    *(
        "≥6.00(个)",
        "12.00(个)",
        "=2个",
        "1个",
        "≤0",
        "-5%",
        "90万元",
        "1e9",
        "0",
        "三场以上",
        "1-2场",
        "2-1场",
        "每年4篇",
    ),
    *(
        "100%百分百",
        "80%百分之八十",
        "不少于200人次",
        "246",
        "超过2000次",
        "约600人",
        "完成12场次",
        "3场和2场",
    ),
    *(
        "达成指标",
        "部分达成指标",
        "未达成",
        "健全",
        "较为健全",
        "基本完成",
        "完成",
        "2022年11月31日前",
        "2月30日",
        "1-3月",
    ),
)
NUMBERS = (
    None,
    "",
    "10",
    "9.5",
    "0",
    "-1",
    "十分",
    "1,000",
    "9" * 20,
    "0." + "0" * 19 + "1",
    "50",
    "100.005",
)
LEVEL1 = ("产出指标", "效益指标", "满意度指标", "成本指标", "其他")
LEVEL2 = ("数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标")
AMOUNTS = ("initial_budget", "annual_budget", "actual")
FUNDS = ("total", "fiscal_appropriation", "carryover_funds", "other_funds")
STATED = ("execution_rate", "execution_points", "execution_score", "total_points", "total_score")


def random_form(choose: random.Random, rows: int = 8) -> Form:
    """Return a form any cell of which may hold anything."""
    funds = {row: {column: choose.choice(NUMBERS) for column in AMOUNTS} for row in FUNDS}
    stated = {key: choose.choice(NUMBERS) for key in STATED} | {
        "rating": choose.choice((None, "优", "差", "x"))
    }
    cells = {key: choose.choice(TEXTS) * choose.choice((1, 9)) for key in ("goal_expected", "goal_actual")}
    return Form.model_validate(
        {
            "template": choose.choice(template_ids()),
            "fiscal_year": choose.choice((None, 2024)),
            "project_name": choose.choice(TEXTS),
            "funds": funds,
            "stated": stated,
            "indicators": _groups(choose, rows),
            **cells,
        }
    )


def _groups(choose: random.Random, rows: int) -> list[Level1Group]:
    names = [f"{choose.choice(LEVEL1)}_{choose.choice(LEVEL2)}" for _ in range(4)]
    return tree(**{name: [_row(choose) for _ in range(choose.randrange(rows))] for name in names})


def _row(choose: random.Random) -> Indicator:
    texts = {key: choose.choice(TEXTS) for key in ("name", "target", "actual", "reason")}
    return Indicator.model_validate(texts | {key: choose.choice(NUMBERS) for key in ("points", "score")})


def use(form: Form, template: Template) -> None:
    """Do with a form all that the window does when it shows one."""
    judge = Judge(form, template)
    for finding in judge.findings():
        for fix in fixes_for(form, template, finding):
            fix.changes(form)
    for place in (("stated", key) for key in STATED):
        why(form, place, judge.figures, template)
    for row in range(len(form.indicators)):
        why(form, level1_place(row), judge.figures, template)
    accept_all(form, template)


def judging_times(count: int, seed: int = 0) -> Iterator[float]:
    """Judge random forms and return how long each took.  Unit: seconds."""
    choose = random.Random(seed)
    for _ in range(count):
        form = random_form(choose)
        template = load_template(form.template)
        begin = time.perf_counter()
        Judge(form, template).findings()
        yield time.perf_counter() - begin


if __name__ == "__main__":
    times = list(judging_times(int(sys.argv[1])))
    print(
        f"{len(times)} forms, mean {sum(times) / len(times) * 1000:.2f} ms, worst {max(times) * 1000:.1f} ms"
    )
