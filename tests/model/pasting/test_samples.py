# SPDX-License-Identifier: MIT
"""Claims about what Calc, Excel, WPS and Word put on the clipboard, pasted into a blank form."""

import pytest

from model.templates import load_template, new_form
from tests.model.pasting.tables import pasted, sample


@pytest.fixture
def blank():
    return new_form(load_template("ministry"))


def test_calc_as_recorded(blank):
    assert pasted(sample("calc"), blank) == {
        "产出指标/数量指标": [
            ('培训 "重点" 人次\n（线上）', "≥6.00(个)", "12", "10", "9.8333", "第一行\n第二行"),
            ("课题数", "100.00%", "98%", "1234.5"),
        ],
        "产出指标/质量指标": [("合格&率 <5", "两 个空格", "2024-05-01", "20", "20")],
    }


def test_excel_with_hidden_row_and_column_and_full_numbers_behind_the_shown(blank):
    assert pasted(sample("excel"), blank) == {
        "产出指标/数量指标": [
            ("举办培训  场次（线上）", "≥6场", "第一批3场，\n第二批5场", "12.50", "9.83"),
            ("培训人次", "1,234", "1300", "10", "10"),
        ],
        "产出指标/质量指标": [('合格率<抽查> & "优良"率', "", "98%", "10")],
    }


def test_wps_with_heads_of_two_rows_and_both_levels_in_one_column(blank):
    assert pasted(sample("wps"), blank) == {
        "产出指标/数量指标": [
            ("课题数", "≥6个", "12", "10"),
            ("简报\n期数", "12期", "１２期", "8.5"),
        ],
        "满意度指标/服务对象满意度指标": [("受训人员满意度", "≥95%", "96%", "10")],
    }


def test_a_whole_printed_form_from_word(blank):
    assert pasted(sample("word"), blank) == {
        "产出指标/数量指标": [
            ("完成课题数", "≥6个", "12", "25", "25"),
            ("参会人数", "≥90人", "80人", "25", "20", "疫情影响。\n改为线上。"),
        ],
        "产出指标/质量指标": [("结项率", "=100%", "100%", "30", "30")],
        "满意度指标/服务对象满意度指标": [("学员满意度", "≥90%", "95%", "10", "10")],
    }
