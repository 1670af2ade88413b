# SPDX-License-Identifier: MIT
"""Claims about matching texts."""

import json
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import matching
from model.matching import LONGEST_PATTERN, Matcher, PatternError, Wanted, request

FOLDED = "ａ１２（）％㎡①Ａ 　ﬁ"
TEXTS = st.text(alphabet=st.sampled_from("a12()%m2Aﬁ费用\n" + FOLDED), max_size=12)


def spans(text, wanted, **options):
    return list(Matcher(Wanted(wanted, **options)).spans(text))


def test_every_match_is_found_from_left_to_right():
    assert spans("绩效与绩效", "绩效") == [(0, 2), (3, 5)]


def test_nothing_is_no_match():
    assert spans("绩效", "") == spans("绩效", "x*", is_pattern=True) == []


@pytest.mark.parametrize(
    ("text", "wanted"), [("１２项", "12"), ("12项", "１２"), ("（甲）", "("), ("98％", "%")]
)
def test_full_width_and_half_width_count_alike(text, wanted):
    assert len(spans(text, wanted)) == 1
    assert spans(text, wanted, joins_widths=False) == []


def test_offsets_count_in_the_text_as_it_stands():
    assert spans("㎡㎡甲", "甲") == [(2, 3)]
    assert spans("共㎡", "m2") == [(1, 2)]


def test_a_match_never_cuts_a_letter():
    assert spans("㎡", "m") == spans("㎡", "2") == []


@pytest.mark.parametrize(("is_case_sensitive", "count"), [(False, 2), (True, 1)])
def test_case_counts_when_wanted(is_case_sensitive, count):
    assert len(spans("App app", "app", is_case_sensitive=is_case_sensitive)) == count


def test_signs_of_the_pattern_language_are_plain_letters_in_a_plain_search():
    assert spans("a.c abc (x", "a.c") == [(0, 3)]
    assert spans("a.c abc (x", "(") == [(8, 9)]


def test_a_pattern_is_a_pattern():
    assert spans("≥6.00(个)", r"\d+\.\d{2}", is_pattern=True) == [(1, 5)]


def test_a_full_width_sign_in_a_pattern_is_no_sign_of_the_pattern_language():
    assert spans("（甲）", "（.）", is_pattern=True) == [(0, 3)]
    assert spans("a(b", r"\（", is_pattern=True) == [(1, 2)]
    assert spans("12", "１２", is_pattern=True) == [(0, 2)]


@pytest.mark.parametrize("pattern", ["(", "[", "*", r"\1", "a{9999999999999}", "x" * (LONGEST_PATTERN + 1)])
def test_a_pattern_that_cannot_be_read_is_told_in_one_sentence(pattern):
    with pytest.raises(PatternError, match=r"表格没有改动.*。$"):
        Matcher(Wanted(pattern, is_pattern=True))


@given(TEXTS, TEXTS)
def test_every_span_really_matches(text, wanted):
    for start, end in spans(text, wanted, is_case_sensitive=True):
        assert normalize("NFKC", text[start:end]) == normalize("NFKC", wanted)


@given(TEXTS, TEXTS, TEXTS)
def test_a_text_is_found_wherever_it_was_put(before, wanted, after):
    assert bool(wanted) == bool(spans(f"{before}\t{wanted}\t{after}", wanted))


def test_another_process_answers_line_by_line():
    lines = [request(Wanted("a+", is_pattern=True)), json.dumps(["aab", "ｂａ"]), json.dumps(["b"])]
    call = [sys.executable, "-I", "-S", str(Path(matching.__file__))]
    done = subprocess.run(call, input="\n".join(lines), capture_output=True, text=True, check=True)
    assert [json.loads(line) for line in done.stdout.splitlines()] == [[[[0, 2]], [[1, 2]]], [[]]]
