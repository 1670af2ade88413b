# SPDX-License-Identifier: MIT
"""Claims about the file: other people's tools find every word in it, and nothing wrong."""

import os
import re
import subprocess
import sys
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from export.composing import compose
from export.fonts import Fonts
from export.layout import lay_out
from export.pdf import enclosure_of, pdf_of, write_pdf
from model.arithmetic import figures
from model.drafts import load, to_bytes
from model.templates import load_template
from tests.builders import GOLDEN, GOLDEN_DRAFTS, complete_form

WILD = "“<b>A&B公司</b>”、0.1<A<0.9；（十          个空格）\n𠮷\n张𬭚\\(试)"


def composed(form, fonts, *, draft_mark=False):
    template = load_template(form.template)
    return compose(form, template, figures(form, template), fonts, draft_mark=draft_mark)


def written(form, fonts=None, *, draft_mark=False, public=False):
    template = load_template(form.template)
    computed = figures(form, template)
    return write_pdf(form, template, figures=computed, draft_mark=draft_mark, public=public, fonts=fonts)


def without_blanks(text):
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="module", params=GOLDEN_DRAFTS, ids=lambda path: path.stem)
def golden(request, fonts):
    """A published form and its file."""
    form = load(request.param).form
    return form, written(form, fonts)


def test_every_cell_of_a_published_form_is_found_by_pdftotext(golden, tool):
    form, pdf = golden
    text = without_blanks(tool("pdftotext", "-raw", "-", pdf=pdf).stdout)
    template = load_template(form.template)
    cells = [
        cell
        for block in lay_out(form, template, figures(form, template))
        for row in block.rows
        for cell in row
    ]
    assert [cell.text for cell in cells if without_blanks(cell.text) not in text] == []


def test_every_cell_of_a_published_form_stands_in_its_box(golden, fonts):
    form, pdf = golden
    pages = composed(form, fonts).pages
    document = pypdfium2.PdfDocument(pdf)
    for page, drawn in zip(pages, document, strict=True):
        text = drawn.get_textpage()
        for box in page.boxes():
            found = text.get_text_bounded(
                box.left, page.height - box.bottom, box.right, page.height - box.top
            )
            assert without_blanks(found) == without_blanks("".join(one.text for one in box.texts))


def test_qpdf_finds_nothing_wrong(golden, tool):
    checked = tool("qpdf", "--check", pdf=golden[1])
    assert (checked.returncode, checked.stderr) == (0, "")


def test_mutool_reads_every_page_without_a_word(golden, tool):
    drawn = tool("mutool", "draw", "-q", "-o", "/dev/null", "-F", "txt", "1-N", pdf=golden[1])
    complaints = [line for line in drawn.stderr.splitlines() if "ICC support" not in line]  # of its own build
    assert (drawn.returncode, complaints) == (0, [])


def test_all_fonts_are_embedded_subsets_that_lead_back_to_characters(golden, tool):
    lines = tool("pdffonts", pdf=golden[1]).stdout.splitlines()[2:]
    assert len(lines) >= 2
    assert all(re.search(r"CID TrueType +Identity-H +yes yes yes", line) for line in lines)


def test_mark_up_and_rare_characters_are_printed_literally(fonts, tool):
    pdf = written(complete_form(goal_actual=WILD), fonts)
    assert without_blanks(WILD) in without_blanks(tool("pdftotext", "-raw", "-", pdf=pdf).stdout)


def test_spaces_are_drawn_as_typed(fonts):
    (page,) = composed(complete_form(project_name="十          个"), fonts).pages
    texts = [text.text for box in page.boxes() for text in box.texts]
    assert "十          个" in texts


def test_a_character_without_glyph_is_printed_as_its_code(fonts, tool):
    pdf = written(complete_form(project_name="开放😀"), fonts)
    assert "开放〔U+1F600〕" in tool("pdftotext", "-raw", "-", pdf=pdf).stdout


def test_a_draft_says_so_on_every_page_and_stays_readable(fonts, tool):
    form = load(GOLDEN / "002-2.json").form
    text = tool("pdftotext", "-raw", "-", pdf=written(form, fonts, draft_mark=True)).stdout
    assert ["草稿" in page for page in text.split("\f")[:-1]] == [True, True, True]
    assert all(without_blanks(row.name) in without_blanks(text) for _, row in form.all_indicators())


def test_a_draft_says_so_where_a_viewer_shows_the_subject_too(fonts):
    pdf = pypdfium2.PdfDocument(written(complete_form(), fonts, draft_mark=True))
    assert pdf.get_metadata_dict()["Subject"].endswith("（工作稿·草稿）")


def test_a_final_form_is_not_marked(fonts, tool):
    assert "草稿" not in tool("pdftotext", "-raw", "-", pdf=written(complete_form(), fonts)).stdout


def test_the_same_form_gives_the_same_bytes(fonts):
    form = complete_form()
    assert written(form, fonts) == written(form, Fonts()) == written(form)


def test_the_same_form_gives_the_same_bytes_in_another_process():
    path = GOLDEN / "002-2.json"
    code = f"""import sys
from pathlib import Path
from export.pdf import write_pdf
from model.arithmetic import figures
from model.drafts import load
from model.templates import load_template
form = load(Path({str(path)!r})).form
template = load_template(form.template)
made = write_pdf(form, template, figures=figures(form, template), draft_mark=False)
sys.stdout.buffer.write(made)"""
    call = [sys.executable, "-c", code]
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    files = [subprocess.run(call, capture_output=True, env=env, check=True).stdout for env in seeds]
    assert files[0] == files[1] == written(load(path).form)


def test_no_font_of_the_viewer_is_asked_for(fonts):
    assert b"Helvetica" not in written(complete_form(), fonts)


def test_a_file_can_be_written_from_pages_composed_before(fonts):
    form = complete_form()
    enclosure = enclosure_of(form, to_bytes(form))
    assert pdf_of(composed(form, fonts), fonts, enclosure=enclosure) == written(form, fonts)


def test_a_file_to_look_at_has_pages_and_nothing_besides(fonts):
    with pikepdf.open(BytesIO(pdf_of(composed(complete_form(), fonts), fonts))) as bare:
        assert set(bare.Root) == {"/Type", "/Pages"}
        assert set(bare.pages[0].obj) == {"/Type", "/Parent", "/MediaBox", "/Contents", "/Resources"}


def test_reportlab_is_loaded_only_to_write():
    code = "import sys, export.composing, export.pdf, export.page_places; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
