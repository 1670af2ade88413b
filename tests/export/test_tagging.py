# SPDX-License-Identifier: MIT
"""Claims about the structure tree: a screen reader gets the form's tables, and no mere decoration."""

import re

import pypdfium2
import pytest

from export.composing import compose
from export.layout import lay_out
from export.line_rules import SPACES
from export.pdf import enclosure_of, pdf_of
from model.arithmetic import figures
from model.drafts import load
from model.templates import load_template
from tests.bench.forms import long_form
from tests.builders import GOLDEN, GOLDEN_DRAFTS, complete_form, indicator, tree
from tests.pdf_ua import complaints
from tests.tagged_pdf import TaggedPdf, grid, seen_by_pdfium

LATIN = "The library was open every single day of the whole year and welcomed readers from twelve countries"
TALL = "很长的原因，说明为什么没有完成。" * 200
CLAUSES = "第一条原因。\n\n第二条 with a few words。\n" * 90


def in_landscape(template):
    return template.model_copy(update={"page": template.page.model_copy(update={"orientation": "landscape"})})


def composed(form, fonts, *, draft_mark=False, landscape=False):
    template = load_template(form.template)
    template = in_landscape(template) if landscape else template
    return compose(form, template, figures(form, template), fonts, draft_mark=draft_mark)


def written(form, fonts, **how):
    return pdf_of(composed(form, fonts, **how), fonts, enclosure=enclosure_of(form, None))


def with_reason(reason):
    form = load(GOLDEN / "002-2.json").form
    form.indicators[0].children[0].children[1].reason = reason
    return form


def with_group(name):
    form = load(GOLDEN / "002-2.json").form
    form.indicators[0].children[0].name = name
    return form


FORMS = {
    **{path.stem: lambda path=path: load(path).form for path in GOLDEN_DRAFTS},
    "long": lambda: long_form(200),
    "a cell over pages": lambda: with_reason(TALL),
    "clauses over pages": lambda: with_reason(CLAUSES),
    "a label over pages": lambda: with_group("很长的组名" * 150),
    "Latin": lambda: complete_form(
        goal_expected=LATIN, indicators=tree(产出指标_数量指标=[indicator(LATIN)])
    ),
    "blank lines": lambda: with_reason(" \n \n"),
    "nothing filled in": lambda: complete_form(
        fiscal_year=None, indicators=[], goal_expected="", goal_actual=""
    ),
}


@pytest.fixture(scope="module", params=FORMS)
def form(request):
    return FORMS[request.param]()


@pytest.fixture(scope="module", params=[False, True], ids=["portrait", "landscape"])
def content(request, form, fonts):
    """The file of a form, marked as a draft."""
    return written(form, fonts, draft_mark=True, landscape=request.param)


@pytest.fixture(scope="module")
def pdf(content):
    return TaggedPdf(content)


@pytest.fixture(scope="module")
def long(fonts):
    """A form of several pages, of which every page but the first repeats heads and labels."""
    return TaggedPdf(written(long_form(65), fonts, draft_mark=True))


def read_out(fonts, text):
    """A cell's text without blank lines, and with one space where a line is broken at several."""
    lines = (line.rstrip(SPACES) for line in fonts.printable(text).split("\n"))
    return "\n".join(re.sub(" +", " ", line) for line in lines if line)


def test_no_condition_of_pdf_ua_is_broken_that_a_program_can_check(content):
    assert complaints(content) == []


def test_the_tree_gives_back_every_printed_table_cell_by_cell(pdf, form, fonts):
    template = load_template(form.template)
    blocks = [block for block in lay_out(form, template, figures(form, template)) if block.ruled]
    for block, table in zip(blocks, pdf.tables(), strict=True):
        printed = {
            (row, cell.column): (cell.columns, cell.rows, read_out(fonts, cell.text))
            for row, cells in enumerate(block.rows)
            for cell in cells
        }
        found = {at: (*spans, read_out(fonts, text)) for at, (*spans, text) in grid(pdf, table).items()}
        assert found == printed


def test_a_form_is_read_from_its_title_to_its_last_table(long):
    names = [element.name for element in long.document.elements]
    assert names == ["H1", "P", "Table", "Table", "Table", "Table"]
    assert long.text(long.document.elements[0]) == "项目支出绩效自评表"


def test_a_table_is_told_by_the_heading_along_it(long):
    summaries = [str(table.attributes.get("Summary", "")) for table in long.tables()]
    assert summaries == ["", "项目资金（万元）", "年度总体目标", "绩效指标"]


def test_groups_and_names_are_heads_of_their_rows(long):
    heads = [cell for cell in long.tables()[3].walk() if cell.attributes.get("Scope") == "/Row"]
    spoken = [long.text(head) for head in heads]
    assert spoken[:4] == ["绩效指标", "产出指标", "数量指标", spoken[3]]
    assert len(heads) > 65
    assert spoken[-2:] == ["总分", "评分等级"]


def test_heads_stand_for_their_columns(long):
    first, *others = long.tables()[3].elements
    assert [str(cell.attributes["Scope"]) for cell in first.elements] == ["/Row"] + ["/Column"] * 8
    assert not [cell for row in others for cell in row.elements if cell.attributes.get("Scope") == "/Column"]


def test_an_empty_cell_is_a_cell(long):
    assert {len(row.elements) for row in long.tables()[1].elements[1:]} == {7}
    assert any(not cell.kids for cell in long.tables()[1].walk() if cell.name == "TD")


def test_what_comes_again_on_later_pages_is_read_once(long):
    again = [text for page in long.pages[1:] for kind, text in page.artifacts if kind == "Pagination"]
    assert again.count("一级指标") == len(long.pages) - 1
    assert any(text.endswith("（续）") for text in again)
    assert [long.text(cell) for cell in long.document.walk() if cell.name == "TH"].count("一级指标") == 1


def test_what_is_no_part_of_the_form_is_not_read(long):
    for number, page in enumerate(long.pages, start=1):
        told = dict(page.artifacts)
        assert told["Footer"] == f"第 {number} 页 共 {len(long.pages)} 页"
        assert (told["Header"], told["Watermark"]) == ("草稿", "草稿")
        assert "Layout" in told


def test_a_cell_over_pages_is_one_cell(fonts):
    pdf = TaggedPdf(written(with_reason(TALL), fonts))
    (cell,) = [cell for cell in pdf.document.walk() if cell.name == "TD" and len(cell.kids) > 1]
    assert [page for page, _ in cell.kids] == [0, 1, 2, 3]
    assert pdf.text(cell) == TALL


def test_paragraphs_of_a_cell_are_told_apart_even_over_pages(fonts):
    pdf = TaggedPdf(written(with_reason(CLAUSES), fonts))
    paragraphs = [part for part in pdf.tables()[3].walk() if part.name == "P"]
    assert [pdf.text(part) for part in paragraphs] == ["第一条原因。", "第二条 with a few words。"] * 90


def test_a_label_over_pages_is_one_head(fonts):
    pdf = TaggedPdf(written(with_group("很长的组名" * 150), fonts))
    (head,) = [cell for cell in pdf.document.walk() if cell.name == "TH" and len(cell.kids) > 1]
    assert pdf.text(head) == "很长的组名" * 150


def test_other_programs_read_a_cell_without_a_trace_of_its_lines(fonts, tool):
    form = complete_form(goal_expected=LATIN, goal_actual="中文" * 60)
    read = tool("pdfinfo", "-struct-text", pdf=written(form, fonts)).stdout
    assert f'"{LATIN}"' in read
    assert f'"{"中文" * 60}"' in read


def test_pdfium_finds_every_content_in_its_element(content, pdf):
    with pypdfium2.PdfDocument(content) as document:
        for drawn, page in zip(document, pdf.pages, strict=True):
            assert seen_by_pdfium(drawn)["content"] == len(page.texts)


def test_marks_change_no_picture(fonts):
    paper = composed(long_form(65), fonts, draft_mark=True)
    tagged = pdf_of(paper, fonts, enclosure=enclosure_of(long_form(65), None))
    pictures = [
        [bytes(page.render(scale=1).buffer) for page in pypdfium2.PdfDocument(content)]
        for content in (tagged, pdf_of(paper, fonts))
    ]
    assert pictures[0] == pictures[1]
