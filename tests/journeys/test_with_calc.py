# SPDX-License-Identifier: MIT
"""To and fro between the editor and a real LibreOffice Calc, by the clipboard and with keys only."""

import pytest

from model.drafts import load, save
from model.pasting.html_tables import reading_html
from model.steps import carried_out
from model.templates import load_template, new_form
from tests.builders import GOLDEN
from tests.journeys.calc import Calc, write_sheet
from tests.journeys.clerk import missing_tools
from tests.model.pasting.test_round_trips import whole_tree

LONG = "对口支援与合作交流工作的支撑作用"
READY = "表已打开"


@pytest.fixture
def calc(screen, tmp_path):
    missing = missing_tools("soffice")
    if missing:
        pytest.skip(f"not run: {'、'.join(missing)} missing")
    calc = Calc(screen, tmp_path)
    yield calc
    calc.close()


def bold_form():
    """A published form, with line breaks and quotes in one row."""
    form = load(GOLDEN / "003-1.json").form
    row = form.indicators[1].children[0].children[0]
    row.name, row.reason = '“重点”与"一般"差旅\n支出保障到位率', "第一，物价。\n第二，人数。"
    return form


def by_value(form):
    """The indicators by group; numbers by value, as Calc shows 20.00 as 20."""
    return {
        (level1.name, level2.name): [dict(row) for row in level2.children]
        for level1, level2 in form.level2_groups()
        if level2.children
    }


def saved(clerk, draft):
    clerk.press("ctrl+s")
    clerk.wait_for_title("未命名的自评表 —")
    return load(draft).form


def test_a_table_copied_in_calc_becomes_the_tree(clerk, calc, tmp_path):
    form, draft, sheet = bold_form(), tmp_path / "draft.json", tmp_path / "table.fods"
    save(new_form(load_template(form.template)), draft)
    table = whole_tree(form, has_heads=True)
    write_sheet(sheet, table.rows, table.spans)
    calc.open(sheet)
    calc.copy_all(lambda html: LONG in html)

    clerk.start(str(draft))
    clerk.press("ctrl+4", "ctrl+v")
    clerk.wait_for_title("粘贴指标表")
    clerk.settle()
    clerk.press("Return")
    clerk.wait_for_title("未命名的自评表*")
    assert by_value(saved(clerk, draft)) == by_value(form)

    clerk.press("ctrl+z")
    clerk.wait_for_title("未命名的自评表*")
    assert by_value(saved(clerk, draft)) == {}


def test_a_tree_copied_in_the_editor_becomes_a_table_in_calc(clerk, calc, tmp_path):
    form, draft, sheet = bold_form(), tmp_path / "draft.json", tmp_path / "empty.fods"
    save(form, draft)
    write_sheet(sheet, [[READY]], {})
    calc.open(sheet)
    calc.copy_all(lambda html: READY in html)  # before that a new window may lose keys
    calc.press("ctrl+a", "Delete", "ctrl+Home")
    clerk.start(str(draft))
    clerk.press("ctrl+4", "ctrl+a", "ctrl+c")
    clerk.settle()
    calc.come_to_front()
    calc.press("ctrl+v")
    grid = carried_out(reading_html(calc.copy_all(lambda html: LONG in html)))

    table = whole_tree(form, has_heads=True)
    assert [list(row) for row in grid.rows] == [list(row) for row in table.rows]
    assert grid.filled(3, 0) == "产出指标"  # merged in Calc, too
