# SPDX-License-Identifier: MIT
"""Claims about reading the draft out of a PDF: whose it is, what is refused, and at what cost."""

import json
import re
import shutil
import subprocess
import sys
import zlib
from base64 import a85encode

import pikepdf
import pytest

from export.working_copy import draft_in, is_pdf, load_draft
from model.drafts import load, to_bytes
from model.errors import DraftError
from model.limits import MAX_BYTES, MAX_COPY_BYTES
from tests import working_copies as pdfs
from tests.builders import GOLDEN, complete_form

ROOT = GOLDEN.parents[2]
OLD_COPIES = tuple(sorted((GOLDEN.parent / "versions").glob("*.pdf")))
DRAFT = to_bytes(complete_form())
SENTENCE = re.compile(r"^[^；\n]+；文件未作改动，请[^；\n]+。$")
BOMBS = {
    "attachment": lambda: pdfs.with_attachment(pdfs.bomb(), "FlateDecode"),
    "packed twice": lambda: pdfs.with_attachment(zlib.compress(pdfs.bomb()), "FlateDecode FlateDecode"),
    "objects": lambda: pdfs.with_object_stream(pdfs.bomb()),
    "table": lambda: pdfs.with_table_of_objects(pdfs.bomb()),
    "many parts": lambda: pdfs.with_many_object_streams(32, 3_000_000),
    "garbled": lambda: pdfs.with_attachment(bytes(range(1, 256)) * 19_000, "FlateDecode"),
}
MOST_SECONDS, MOST_MEGABYTES = 2, 300
MEASURE = """
import resource, sys, time
import pypdf
from pathlib import Path
from export.working_copy import load_draft
from model.errors import DraftError

before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    load_draft(Path(sys.argv[1]))
except DraftError as error:
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(time.process_time() - begun, (after - before) / 1024, len(str(error)))
"""


@pytest.fixture
def file(tmp_path):
    """Write a PDF and return its path."""

    def write(content):
        path = tmp_path / "自评表.pdf"
        path.write_bytes(content)
        return path

    return write


def refusal(path):
    """The sentence with which a file is refused."""
    with pytest.raises(DraftError) as refused:
        load_draft(path)
    assert SENTENCE.match(str(refused.value)), str(refused.value)
    return str(refused.value)


# What opens


def test_a_draft_file_is_read_as_ever(tmp_path):
    (tmp_path / "a.json").write_bytes(DRAFT)
    assert load_draft(tmp_path / "a.json") == load(tmp_path / "a.json")


def test_the_attached_draft_is_read_and_has_no_file_of_its_own(file):
    draft = load_draft(file(pdfs.with_attachment(DRAFT, **pdfs.states(DRAFT))))
    assert draft.form == complete_form()
    assert draft.stamp is None


@pytest.mark.parametrize("before", [b"", b"\r\n", b"x" * 1000])
def test_the_content_tells_a_pdf_not_the_name(tmp_path, before):
    path = tmp_path / "a.json"
    path.write_bytes(before + pdfs.with_attachment(DRAFT))
    assert is_pdf(path)
    assert load_draft(path).form == complete_form()


def test_a_mark_far_from_the_beginning_makes_no_pdf(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b" " * 1024 + b"%PDF-1.7")
    assert not is_pdf(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("packed", "filters"),
    [
        (DRAFT, ""),
        (zlib.compress(DRAFT), "FlateDecode"),
        (DRAFT.hex().encode() + b">", "ASCIIHexDecode"),
        (a85encode(zlib.compress(DRAFT)) + b"~>", "ASCII85Decode FlateDecode"),
    ],
)
def test_the_attachment_may_be_packed_otherwise(packed, filters):
    assert draft_in(pdfs.with_attachment(packed, filters), "a.pdf") == DRAFT


@pytest.mark.parametrize(
    "saving",
    [
        {"linearize": True},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"encryption": pikepdf.Encryption(owner="他", user="", R=6)},
        {"encryption": pikepdf.Encryption(owner="x", user="", R=4, aes=True)},
        {"encryption": pikepdf.Encryption(owner="x", user="", R=3, aes=False, metadata=False)},
    ],
    ids=["linearised", "object streams", "AES-256", "AES-128", "RC4"],
)
def test_a_copy_saved_again_by_qpdf_opens(saving):
    saved = pdfs.resaved(pdfs.with_attachment(DRAFT, **pdfs.states(DRAFT)), **saving)
    assert draft_in(saved, "a.pdf") == DRAFT


def test_a_copy_that_was_signed_or_annotated_opens():
    assert draft_in(pdfs.updated(pdfs.with_attachment(DRAFT)), "a.pdf") == DRAFT


def test_a_copy_cleaned_by_mutool_opens(tmp_path):
    if shutil.which("mutool") is None:
        pytest.skip("not run: mutool is not installed")
    (tmp_path / "a.pdf").write_bytes(pdfs.with_attachment(DRAFT, **pdfs.states(DRAFT)))
    subprocess.run(["mutool", "clean", "-gggz", "a.pdf", "b.pdf"], cwd=tmp_path, check=True, timeout=60)
    assert load_draft(tmp_path / "b.pdf").form == complete_form()


def test_other_attachments_are_left_alone(file):
    others = {"a.json": b"{}", "佐证.xlsx": b"x", "draft.json": DRAFT, "z.txt": b""}
    assert load_draft(file(pdfs.blank_pdf(files=others))).form == complete_form()


def test_a_tree_of_names_with_branches_is_walked():
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    pdfs.attach(pdf, pikepdf.Stream(pdf, DRAFT))
    leaf = pdf.make_indirect(pdf.Root.Names.EmbeddedFiles)
    pdf.Root.Names.EmbeddedFiles = pikepdf.Dictionary(Kids=pikepdf.Array([leaf]))
    del pdf.Root["/AF"]
    assert draft_in(pdfs.saved(pdf), "a.pdf") == DRAFT


# What is refused


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("2024 年度 财政项目支出绩效自评表（公开稿）", "“自评表.pdf”是公开稿，里面没有草稿"),
        ("2024 年度 财政项目支出绩效自评表（公开稿·草稿）", "“自评表.pdf”是公开稿，里面没有草稿"),
        ("2024 年度 财政项目支出绩效自评表（工作稿）", "由较早的版本导出"),
        ("", "不是本程序导出的工作稿"),
    ],
)
def test_a_pdf_without_draft_says_why_there_is_none(file, subject, words):
    assert words in refusal(file(pdfs.blank_pdf(subject)))


@pytest.mark.parametrize("name", ["../draft.json", "/tmp/draft.json", "C:\\draft.json", "DRAFT.JSON"])
def test_an_attachment_of_another_name_is_not_ours_and_nothing_is_written(file, name, tmp_path):
    assert "不是本程序导出的工作稿" in refusal(file(pdfs.blank_pdf(files={name: DRAFT})))
    assert [path.name for path in tmp_path.iterdir()] == ["自评表.pdf"]


@pytest.mark.parametrize(
    "params",
    [{"Size": len(DRAFT) + 1}, {"CheckSum": pikepdf.String(bytes(16))}, {"CheckSum": pikepdf.String("ab")}],
)
def test_a_draft_that_is_not_as_stated_is_damaged(file, params):
    assert "里的草稿已经损坏" in refusal(file(pdfs.with_attachment(DRAFT, **params)))


@pytest.mark.parametrize("packed", [b"no zlib", zlib.compress(DRAFT)[:-200], b""])
def test_a_draft_that_cannot_be_unpacked_is_damaged(file, packed):
    damaged = pdfs.with_attachment(packed, "FlateDecode", **pdfs.states(DRAFT))
    assert "里的草稿已经损坏" in refusal(file(damaged))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"{", "“自评表.pdf”里的“draft.json”不是完整的 JSON 文件"),
        (b'{"format": "other"}', "“自评表.pdf”里的“draft.json”不是自评表草稿"),
        (b"", "“自评表.pdf”里的“draft.json”是空文件"),
        (json.dumps({**json.loads(DRAFT), "version": 99, "funds": 1}).encode(), "由较新的版本保存"),
    ],
)
def test_an_attachment_that_is_no_draft_is_refused_in_the_words_for_drafts(file, content, words):
    assert words in refusal(file(pdfs.with_attachment(content)))


def test_too_large_a_draft_is_refused(file):
    large = DRAFT.rstrip() + b" " * MAX_BYTES
    assert "超过 20 MB" in refusal(file(pdfs.with_attachment(large)))
    assert "超过 20 MB" in refusal(file(pdfs.with_attachment(zlib.compress(large), "FlateDecode")))


def test_too_large_a_pdf_is_not_read(file):
    path = file(pdfs.blank_pdf())
    with path.open("r+b") as opened:
        opened.truncate(MAX_COPY_BYTES + 1)
    assert "超过 60 MB" in refusal(path)


def test_a_password_is_asked_to_be_removed(file):
    locked = pdfs.blank_pdf(files={"draft.json": DRAFT}, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "加了密" in refusal(file(locked))


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\n" + bytes(100_000),
        b"%PDF-1.7\n" + b"1 0 obj<<" * 20_000,
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/AF " + b"[" * 100_000 + b">>endobj\ntrailer<</Root 1 0 R>>",
        pdfs.with_attachment(DRAFT)[:700],
    ],
    ids=["head", "zeros", "unfinished", "deep", "cut off"],
)
def test_a_damaged_pdf_is_refused(file, content):
    assert "不是完好的 PDF" in refusal(file(content))


def test_a_tree_of_names_that_bites_its_tail_ends(file):
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    node = pdf.make_indirect(pikepdf.Dictionary())
    node.Kids = pikepdf.Array([node, node])
    pdf.Root.Names = pikepdf.Dictionary(EmbeddedFiles=node)
    assert "里面没有草稿" in refusal(file(pdfs.saved(pdf)))


@pytest.mark.parametrize("kind", BOMBS)
def test_a_bomb_is_refused_soon_and_in_little_room(file, kind):
    call = [sys.executable, "-c", MEASURE, str(file(BOMBS[kind]()))]
    done = subprocess.run(call, capture_output=True, text=True, check=True, timeout=60)
    seconds, megabytes, _ = map(float, done.stdout.split())
    assert seconds < MOST_SECONDS
    assert megabytes < MOST_MEGABYTES
    assert done.stderr == ""


def test_what_the_reader_thinks_of_a_file_is_not_told(file, capfd):
    refusal(file(b"%PDF-1.7\n" + b"1 0 obj<<>>endobj\n" * 10))
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("path", OLD_COPIES, ids=lambda path: path.stem)
def test_a_working_copy_of_every_release_opens(path):
    assert load_draft(path).form == load(path.with_suffix(".json")).form


READS_A_COPY = """
import sys
sys.modules["cffi"] = None  # with it the ciphers ask nobody what machine this is
sys.addaudithook(lambda event, _: event == "subprocess.Popen" and sys.exit("a program was started"))
from pathlib import Path
from export.working_copy import load_draft
load_draft(Path(sys.argv[1]))
"""


def test_reading_a_working_copy_starts_no_program():
    call = [sys.executable, "-c", READS_A_COPY, str(GOLDEN.parent / "versions" / "1-0.4.0.pdf")]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
