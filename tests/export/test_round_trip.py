# SPDX-License-Identifier: MIT
"""Claims about the way of a draft through a PDF and back."""

import shutil
import subprocess
from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export.pdf import write_pdf
from export.working_copy import draft_in, load_draft
from model.drafts import load, to_bytes
from model.errors import DraftError
from model.form import Indicator
from model.limits import MAX_COPY_BYTES, MOST_OBJECTS
from model.report import report_on
from model.templates import load_template
from tests import working_copies as pdfs
from tests.builders import GOLDEN_DRAFTS, complete_form, tree
from tests.random_forms import random_form

FORMS = 25  # made by Hypothesis
MOST_ROWS = 20_000  # of a form
MUTOOL, QPDF = ["mutool", "clean", "-gggz"], ["qpdf", "--linearize", "--object-streams=disable"]


@pytest.fixture(scope="module")
def printed(fonts):
    """Make the PDF of a form."""

    def make(form, public=False):
        template = load_template(form.template)
        found = report_on("", form, template)
        mark = not found.is_final
        return write_pdf(form, template, figures=found.figures, draft_mark=mark, public=public, fonts=fonts)

    return make


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_every_published_form_comes_back_from_its_working_copy(printed, path, tmp_path):
    form = load(path).form
    copy = tmp_path / "a.pdf"
    copy.write_bytes(printed(form))
    assert load_draft(copy).form == form
    assert draft_in(copy.read_bytes(), "a.pdf") == to_bytes(form)


@settings(max_examples=FORMS, deadline=None)
@given(choose=st.randoms(use_true_random=False))
def test_any_form_comes_back_from_its_working_copy(printed, choose):
    form = random_form(choose, rows=4)
    assert draft_in(printed(form), "a.pdf") == to_bytes(form)


def test_the_largest_form_there_can_be_keeps_within_what_is_read(printed):
    forms = (
        complete_form(indicators=tree(产出_数量=[Indicator(name="甲" * 30)] * rows)) for rows in (100, 200)
    )
    small, large = map(printed, forms)
    assert (len(large) - len(small)) * MOST_ROWS / 100 < MAX_COPY_BYTES
    assert (objects_in(large) - objects_in(small)) * MOST_ROWS / 100 < MOST_OBJECTS


def objects_in(content):
    """How many objects a PDF lists."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return int(pdf.trailer.Size)


def test_a_public_copy_holds_no_draft_and_says_so(printed):
    form = complete_form()
    content = printed(form, public=True)
    with pytest.raises(DraftError, match="是公开稿，里面没有草稿"):
        draft_in(content, "a.pdf")
    assert b"EmbeddedFile" not in content


@pytest.mark.parametrize(
    "saving",
    [
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"encryption": pikepdf.Encryption(owner="他", user="", R=6)},
        {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.generalized},
    ],
    ids=["linearised", "no object streams", "encrypted", "unpacked"],
)
def test_a_working_copy_saved_again_still_opens(printed, saving):
    form = complete_form()
    assert draft_in(pdfs.resaved(printed(form), **saving), "a.pdf") == to_bytes(form)


@pytest.mark.parametrize("call", [MUTOOL, QPDF], ids=lambda call: call[0])
def test_a_working_copy_cleaned_by_other_programs_still_opens(printed, call, tmp_path):
    if shutil.which(call[0]) is None:
        pytest.skip(f"not run: {call[0]} is not installed")
    (tmp_path / "a.pdf").write_bytes(printed(complete_form()))
    subprocess.run([*call, "a.pdf", "b.pdf"], cwd=tmp_path, check=True, timeout=60, capture_output=True)
    assert load_draft(tmp_path / "b.pdf").form == complete_form()


@pytest.mark.parametrize("at", [0.02, 0.3, 0.6, 0.97])
def test_a_working_copy_with_a_torn_place_opens_whole_or_is_refused(printed, at):
    form = complete_form()
    content = bytearray(printed(form))
    place = int(len(content) * at)
    content[place : place + 400] = bytes(400)
    with suppress(DraftError):
        assert draft_in(bytes(content), "a.pdf") == to_bytes(form)
