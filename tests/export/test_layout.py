# SPDX-License-Identifier: MIT
"""Claims about the layout: which cells stand on the page, in which order, and what of the form they print."""

import pytest

from export.layout import lay_out
from model.arithmetic import figures
from model.places import at
from model.templates import load_template, new_form, template_ids
from tests.builders import complete_form


def blocks(form, template=None, **changes):
    template = (template or load_template(form.template)).model_copy(update=changes)
    return lay_out(form, template, figures(form, template))


def texts(block):
    return [[cell.text for cell in row] for row in block.rows]


def test_the_page_begins_with_title_and_year():
    title = blocks(complete_form())[0]
    assert texts(title) == [["项目支出绩效自评表"], ["（2024年度）"]]


def test_a_missing_year_leaves_room_for_it():
    assert texts(blocks(complete_form(fiscal_year=None))[0])[1] == ["（    年度）"]


def test_the_header_stands_on_one_grid():
    header = blocks(complete_form())[1]
    assert texts(header) == [["项目名称", "图书馆开放经费"], ["主管部门", "文化局", "实施单位", "图书馆"]]
    assert [(cell.column, cell.columns) for cell in header.rows[0]] == [(0, 1), (1, 3)]


def test_goals_stand_side_by_side_under_their_heads():
    goal = blocks(complete_form())[3]
    assert texts(goal) == [["年度总体目标", "预期目标", "实际完成情况"], ["全年开放。", "全年开放了三百天。"]]
    assert goal.rows[0][0].rows == 2


def test_notes_and_signatures_follow_the_table():
    *_, notes, signed = blocks(complete_form(), notes=("注：一",), signatures=("填表人：", "填报日期："))
    assert (texts(notes), texts(signed)) == ([["注：一"]], [["填表人：", "填报日期："]])
    assert not notes.ruled
    assert not signed.ruled


@pytest.mark.parametrize(
    ("count", "lines"), [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (7, [3, 3, 1])]
)
def test_signatures_fill_their_lines_evenly_at_most_three_side_by_side(count, lines):
    *_, signed = blocks(complete_form(), signatures=("负责人：",) * count)
    assert [len(row) for row in signed.rows] == lines


@pytest.mark.parametrize(
    ("label", "a_line"), [("负责人：", 3), ("项目实施单位财务负责人（签字）：", 2), ("长" * 50, 1)]
)
def test_a_long_label_of_a_signature_leaves_room_to_sign(label, a_line):
    *_, signed = blocks(complete_form(), signatures=(label,) * 6)
    assert len(signed.rows[0]) == a_line


@pytest.mark.parametrize("name", template_ids())
def test_every_block_of_a_template_is_as_wide_as_the_others(name):
    template = load_template(name)
    ruled = [block for block in blocks(new_form(template), template) if block.ruled]
    assert {sum(block.widths) for block in ruled} == {100}


@pytest.mark.parametrize("name", template_ids())
def test_the_cells_of_a_block_tile_it(name):
    template = load_template(name)
    for block in blocks(new_form(template), template):
        covered = [
            (row + down, cell.column + right)
            for row, cells in enumerate(block.rows)
            for cell in cells
            for down in range(cell.rows)
            for right in range(cell.columns)
        ]
        grid = [(row, column) for row in range(len(block.rows)) for column in range(len(block.widths))]
        assert sorted(covered) == grid


def test_a_cell_knows_the_place_it_prints():
    form = complete_form()
    cells = [
        cell for block in blocks(form) for row in block.rows for cell in row if cell.role in ("text", "value")
    ]
    assert cells
    assert all(cell.text == at(form, cell.place) for cell in cells)
