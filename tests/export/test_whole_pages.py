# SPDX-License-Identifier: MIT
"""Claims about all pages of any form: nothing lost or doubled, nothing cut that fits, nothing alone."""

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from export.composing import compose
from export.fonts import Fonts
from export.paper import Paper
from export.pdf import write_pdf
from export.setting import Tie
from model.arithmetic import figures
from model.form import Form, Level1Group, Level2Group
from model.places import at
from model.templates import FOLDER, load_template, read_template, template_ids
from tests.builders import complete_form, indicator, tree

FONTS = Fonts()
HUBEI = read_template(FOLDER.parent / "help" / "hubei.json")
SENTENCE = "因疫情影响，第二、三季度的活动改在线上举行（详见附件），"
TEXTS = ("", "无", "场次", SENTENCE, SENTENCE * 4, SENTENCE * 12)
LONGEST = SENTENCE * 90  # taller than a page
NAMES = ("", "数量指标", "服务对象满意度指标", "推动产业高质量发展和区域协调发展的可持续影响指标")
NOTE = "注：得分一档最高不能超过该指标分值上限，" * 5
INK = 0.01  # points; heights are sums
LAW = settings(max_examples=25, deadline=None)


@st.composite
def papers(draw):
    """The pages of any form on any paper."""
    page = draw(st.builds(dict, orientation=st.sampled_from(["portrait", "landscape"])))
    page |= {"margin_mm": draw(st.sampled_from([10, 15, 40])), "body_points": draw(st.sampled_from([9, 12]))}
    template = draw(st.sampled_from([*map(load_template, template_ids()), HUBEI]))
    notes, signatures = draw(st.integers(0, 30)), draw(st.integers(0, 7))
    changes = {
        "page": template.page.model_copy(update=page),
        "notes": (NOTE,) * notes,
        "signatures": ("项目负责人：",) * signatures,
    }
    form = complete_form(indicators=draw(trees()), goal_actual=draw(st.sampled_from([*TEXTS, LONGEST])))
    template = template.model_copy(update=changes)
    return Made(form, compose(form, template, figures(form, template), FONTS, draft_mark=True))


class Made(NamedTuple):
    """A form and its pages, shown by a failing test in a line."""

    form: Form
    paper: Paper

    def __repr__(self):
        return f"{[len(page.sheet.rows) for page in self.paper.pages]} rows on pages"


def trees():
    texts = st.sampled_from(TEXTS)
    rows = st.builds(lambda name, reason: indicator(name, reason=reason), texts, texts)
    tall = st.builds(lambda reason: indicator(reason=reason), st.just(LONGEST))
    many = st.integers(0, 60).map(lambda count: [indicator() for _ in range(count)])
    groups = st.lists(rows, max_size=5) | many | st.lists(rows | tall, max_size=3)
    level2 = st.lists(st.builds(Level2Group, name=st.sampled_from(NAMES), children=groups), max_size=4)
    return st.lists(st.builds(Level1Group, name=st.sampled_from(NAMES), children=level2), max_size=4)


def rooms(paper):
    """The height of a page's rows, and what its repeated heads leave of it, page by page."""
    for page in paper.pages:
        heads = sum(placed.height for placed in page.sheet.rows if placed.again)
        yield page, page.height - 2 * page.margin, heads


def squeezed(text):
    return "".join(text.split())


@LAW
@given(papers())
def test_every_line_of_every_cell_is_printed_once(made):
    form, paper = made
    printed = {}
    for box in (box for page in paper.pages for box in page.boxes() if box.cell.place and not box.again):
        printed[box.cell.place] = printed.get(box.cell.place, "") + "".join(line.text for line in box.texts)
    rows = [(place, row) for place, row in form.all_indicators()]
    for place in [*((*place, key) for place, _ in rows for key in ("name", "reason")), ("goal_actual",)]:
        assert squeezed(printed[place]) == squeezed(at(form, place))


@LAW
@given(papers())
def test_every_page_has_rows_of_its_own_and_only_tall_ones_are_cut(made):
    _, paper = made
    on_pages = {}
    for page, room, heads in rooms(paper):
        own = [placed for placed in page.sheet.rows if not placed.again]
        assert own
        assert own[-1].top + own[-1].height <= room + INK
        for placed in own:
            on_pages.setdefault(placed.number, []).append((placed.height, room - heads))
    assert list(on_pages) == list(range(len(on_pages)))
    for parts in on_pages.values():
        assert len(parts) == 1 or sum(height for height, _ in parts) > min(room for _, room in parts)


@LAW
@given(papers())
def test_a_page_that_goes_on_in_a_table_repeats_its_heads_and_no_other_does(made):
    _, paper = made
    for page, room, _ in rooms(paper):
        again = [placed.number for placed in page.sheet.rows if placed.again]
        first = next(placed for placed in page.sheet.rows if not placed.again)
        assert again == list(first.row.heads) * (page.number > 1) or room < 200
        assert again == [placed.number for placed in page.sheet.rows[: len(again)]]


@LAW
@given(papers())
def test_a_label_stands_on_every_page_of_its_rows_and_says_that_it_goes_on(made):
    _, paper = made
    begun = set()
    for page, room, _ in rooms(paper):
        spans = {span.key: span for placed in page.sheet.rows for span in placed.row.spans}
        assert spans.keys() == page.sheet.labels.keys()
        for key, span in spans.items():
            label, whole = page.sheet.labels[key], span.label.lines
            wanted = (*whole, *span.continued) if key in begun and whole else whole
            if span.label.setting.height(len(wanted)) <= room / 3:
                assert label.cell.lines == wanted
            assert label.again == (key in begun)
        begun |= spans.keys()


@LAW
@given(papers())
def test_no_line_leaves_its_cell_and_no_cell_the_page(made):
    _, paper = made
    for page in paper.pages:
        for box in page.boxes():
            if box not in page.furniture:
                assert page.margin - INK <= box.top
                assert box.bottom <= page.height - page.margin + INK
            for line in box.texts:
                assert box.top <= line.y - 0.85 * line.size + INK
                assert line.y + 0.1 * line.size <= box.bottom + INK


@LAW
@given(papers())
def test_no_total_and_no_signature_stands_on_a_page_without_what_is_above_it(made):
    rows, pages = {}, {}
    for page, placed in ((sheet, one) for sheet in made.paper.pages for one in sheet.sheet.rows):
        pages.setdefault(placed.number, set()).add(page.number)
        rows[placed.number] = (
            placed if placed.number not in rows else max(rows[placed.number], placed, key=high)
        )
    room = min(room - heads for _, room, heads in rooms(made.paper))
    for number in range(len(rows) - 1):
        if rows[number].row.tie is Tie.FIRM and not pages[number] & pages[number + 1]:
            assert sum(rows[one].height for one in firmly_tied(rows, number)) > room


def high(placed):
    return placed.height


def firmly_tied(rows, number):
    """Return the numbers of the rows that are firmly tied to a row, above and below it."""
    first = last = number
    while first - 1 in rows and rows[first - 1].row.tie is Tie.FIRM:
        first -= 1
    while rows[last].row.tie is Tie.FIRM:
        last += 1
    return range(first, last + 1)


@pytest.mark.parametrize("orientation", ["portrait", "landscape"])
@pytest.mark.parametrize(
    "template", [*map(load_template, template_ids()), HUBEI], ids=lambda template: template.id
)
def test_a_reader_of_the_file_finds_every_row_once_and_the_heads_on_every_page(template, orientation):
    names = [f"{number:03}号" for number in range(90)]
    groups = {
        "产出指标_数量指标": names[:70],
        "产出指标_质量指标": names[70:88],
        "效益指标_社会效益指标": names[88:],
    }
    rows = tree(**{group: [indicator(name) for name in those] for group, those in groups.items()})
    form = complete_form(template="ministry", indicators=rows, orientation=orientation)
    pdf = write_pdf(form, template, figures=figures(form, template), draft_mark=False, fonts=FONTS)
    pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in PdfDocument(pdf)]
    assert [sum(page.count(name) for page in pages) for name in names] == [1] * 90
    assert {page.count("三级指标") for page in pages} == {1}
    assert [page.count("绩效指标") for page in pages] == [1] * len(pages)
    assert ["续" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert ["总分" in page for page in pages] == [False] * (len(pages) - 1) + [True]
    assert names[89] in pages[-1]
