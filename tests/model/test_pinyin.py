# SPDX-License-Identifier: MIT
"""Claims about the pinyin of names."""

import pytest

from model.pinyin import LONGEST_SPELT, initials, syllables


@pytest.mark.parametrize(
    ("text", "spelt"),
    [("工作量", "gzl"), ("会议", "[hk]y"), ("ＡB c率", "ab-c[ls]"), ("[注]", "-z-"), ("", "")],
)
def test_each_character_has_a_letter_or_all_its_readings(text, spelt):
    assert initials(text) == spelt


def test_the_first_three_characters_are_spelt_out():
    assert syllables("工作量完成率") == "gong zuo liang"


def test_a_long_text_is_spelt_as_far_as_anybody_types():
    assert len(initials("工" * 100)) == LONGEST_SPELT


@pytest.mark.parametrize("text", ["𠮷野家", "…—（）", "\n\t", "😀"])
def test_what_nobody_can_read_stays_one_sign_a_character(text):
    import re

    assert len(re.sub(r"\[.+?\]", "x", initials(text))) == len(text)
