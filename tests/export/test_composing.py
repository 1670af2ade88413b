# SPDX-License-Identifier: MIT
"""Claims about composed pages: geometry, page numbers, the draft mark, pages saved."""

import pytest

from export.composing import compose
from export.styles import MM, STYLES
from model.arithmetic import figures
from model.drafts import load
from model.form import Form
from model.templates import load_template, new_form, template_ids
from tests.builders import GOLDEN, complete_form, indicator, tree


@pytest.fixture
def pages(fonts):
    def composed(form, *, draft_mark=False, template=None, **changes):
        template = (template or load_template(form.template)).model_copy(update=changes)
        return compose(form, template, figures(form, template), fonts, draft_mark=draft_mark).pages

    return composed


def furniture(page):
    return {box.cell.role: box.texts[0].text for box in page.furniture}


def form_of(rows, **cells):
    return complete_form(indicators=tree(产出指标_数量指标=[indicator(**cells) for _ in range(rows)]))


def test_every_page_says_its_number(pages):
    shown = [furniture(page)["page_number"] for page in pages(form_of(80))]
    assert shown == ["第 1 页 共 3 页", "第 2 页 共 3 页", "第 3 页 共 3 页"]


def test_every_page_of_a_draft_is_marked(pages):
    assert [furniture(page).get("draft_mark") for page in pages(form_of(80), draft_mark=True)] == ["草稿"] * 3
    assert "draft_mark" not in furniture(pages(form_of(1))[0])


@pytest.mark.parametrize("name", template_ids())
def test_the_table_keeps_its_margins(pages, name):
    template = load_template(name)
    for page in pages(new_form(template, 2024), template=template):
        boxes = [box for box in page.boxes() if box.ruled]
        assert min(box.left for box in boxes) == pytest.approx(15 * MM)
        assert max(box.right for box in boxes) == pytest.approx(page.width - 15 * MM)
        assert max(box.bottom for box in boxes) <= page.height - 15 * MM + 0.01


def test_a_template_may_lay_the_page_on_its_side(pages):
    form = complete_form()
    side = load_template(form.template).page.model_copy(update={"orientation": "landscape"})
    (page,) = pages(form, page=side)
    assert page.width > page.height


def test_a_clerk_may_lay_the_page_on_its_side(pages):
    (page,) = pages(complete_form(orientation="landscape"))
    assert page.width > page.height
    boxes = [box for box in page.boxes() if box.ruled]
    assert max(box.right for box in boxes) == pytest.approx(page.width - 15 * MM)


def test_rows_are_set_tighter_where_that_saves_a_page_of_few(pages):
    heights = {count: pages(form_of(count)) for count in range(20, 30)}
    one_page = [count for count, found in heights.items() if len(found) == 1]
    tallest = {count: heights[count][0].sheet.rows[-2].height for count in one_page}
    assert tallest[one_page[0]] == STYLES["text"].least
    assert tallest[one_page[-1]] < STYLES["text"].least


def test_the_long_form_fills_its_pages_without_a_cut_row(pages):
    form = load(GOLDEN / "002-2.json").form
    found = pages(form)
    numbers = [placed.number for page in found for placed in page.sheet.rows if not placed.again]
    assert numbers == list(range(len(numbers)))
    assert len(found) == 3


def test_no_text_reaches_beyond_its_cell(pages, fonts):
    wild = indicator(
        "x" * 300, target="（" * 40, actual="1" * 60, points="1" * 20, reason="很长的原因，" * 90
    )
    for page in pages(complete_form(indicators=tree(产出指标_数量指标=[wild]), project_name="长" * 300)):
        for box in page.boxes():
            for text in box.texts:
                face = fonts.bold if text.bold else fonts.regular
                width = face.typesetter.width(text.text) * text.size / 1000 + len(text.text) * text.spacing
                assert box.left <= text.x + 0.01
                assert text.x + width <= box.right + 0.5


def test_stretched_lines_reach_the_edge_unseen(pages):
    (page,) = pages(complete_form(goal_expected="按计划完成全部工作，确保年度目标如期实现。" * 6))
    spacings = {text.spacing for box in page.boxes() for text in box.texts}
    assert 0 < max(spacings) < 0.5


def test_the_documents_title_names_project_and_year(fonts):
    form = complete_form(project_name="图书馆\n开放经费")
    template = load_template("ministry")
    assert (
        compose(form, template, figures(form, template), fonts, draft_mark=False).title
        == "图书馆 开放经费（2024年度）"
    )
    empty = Form(template="ministry")
    assert (
        compose(empty, template, figures(empty, template), fonts, draft_mark=False).title
        == "项目支出绩效自评表"
    )
