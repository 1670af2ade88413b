# SPDX-License-Identifier: MIT
"""Claims about drafts in other encodings."""

import codecs

import pytest

from model.drafts import load, read, to_bytes
from model.errors import DraftError, TornFileError
from tests.builders import GOLDEN_DRAFTS, complete_form

TEXT = to_bytes(complete_form()).decode()


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (TEXT.encode("gbk"), "GBK"),
        (TEXT.encode("gb18030"), "GBK"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("utf-16-be"), "UTF-16"),
        (TEXT.encode("utf-32"), "UTF-32"),
    ],
)
def test_a_draft_in_another_encoding_is_read_and_the_clerk_is_told(content, name):
    draft = read(content, "a.json")
    assert draft.form == complete_form()
    assert len(draft.remarks) == 1
    assert f"是 {name}" in draft.remarks[0]


@pytest.mark.parametrize("path", GOLDEN_DRAFTS[::5], ids=lambda path: path.stem)
def test_published_forms_in_gbk_read_as_they_are(path):
    content = path.read_text(encoding="utf-8").encode("gb18030")
    assert read(content, "a.json").form == load(path).form


def test_a_mark_before_utf_8_is_no_remark():
    assert read(codecs.BOM_UTF8 + TEXT.encode(), "a.json").remarks == ()


@pytest.mark.parametrize("text", ["财政支出绩效", '{"a": "财政"}'])
@pytest.mark.parametrize("encoding", ["gbk", "utf-16"])
def test_other_text_in_other_encodings_is_refused_in_one_sentence(text, encoding):
    with pytest.raises(DraftError, match=r"^“a\.json”不.*。$"):
        read(text.encode(encoding), "a.json")


def test_one_broken_letter_is_damage_and_not_another_encoding():
    content = TEXT.encode().replace("全年开放".encode(), "全年开放".encode()[:-1], 1)
    with pytest.raises(TornFileError, match="有些字的编码坏了"):
        read(content, "a.json")


def test_what_would_also_be_gbk_by_chance_is_not_taken_for_it():
    head = b'{"format": "zipingbiao-draft", "version": 1, "template": "ministry", "project_name": "'
    damaged = "合作交流工作业务经".encode()[1:]
    assert damaged.decode("gbk").startswith("悎浣滀氦")  # other words, and no error
    with pytest.raises(TornFileError):
        read(head + damaged + b'"}', "a.json")
