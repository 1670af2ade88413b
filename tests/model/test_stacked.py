# SPDX-License-Identifier: MIT
"""Claims about searching stacked texts and initials."""

import re

from hypothesis import given
from hypothesis import strategies as st

from model.stacked import CODES, Initials, Lines

SPELT = st.lists(st.text(st.sampled_from("abc"), max_size=7), min_size=1, max_size=6)
TEXTS = st.lists(st.text(st.sampled_from("甲乙 "), max_size=5), min_size=1, max_size=5)
LETTERS = st.text(st.sampled_from("abc"), min_size=1, max_size=4)


def by_line(hits):
    found = list(hits)
    assert len({line for line, _ in found}) == len(found)
    return dict(found)


@given(SPELT, LETTERS)
def test_a_run_of_letters_is_found_where_it_first_stands(spelt, letters):
    wanted = {line: text.find(letters) for line, text in enumerate(spelt) if letters in text}
    assert {line: at[0] for line, at in by_line(Initials(spelt).holding(letters)).items()} == wanted


@given(SPELT, LETTERS)
def test_beginnings_are_found_in_every_line_that_has_them(spelt, letters):
    wanted = {line for line, text in enumerate(spelt) if text.startswith(letters)}
    assert set(by_line(Initials(spelt).beginning(letters))) == wanted


@given(SPELT, LETTERS)
def test_letters_with_gaps_are_found_as_early_as_they_stand(spelt, letters):
    pattern = re.compile("".join(f"({letter}).*?" for letter in letters))
    found = {line: pattern.match(text) for line, text in enumerate(spelt)}
    wanted = {
        line: tuple(hit.start(group) for group in range(1, len(letters) + 1))
        for line, hit in found.items()
        if hit
    }
    assert by_line(Initials(spelt).skipping(letters)) == wanted


def test_each_reading_in_a_bracket_is_found():
    initials = Initials(["a[cz]d", "a[bz]", "ac"])
    assert set(by_line(initials.holding("az"))) == {0, 1}
    assert set(by_line(initials.holding("ac"))) == {0, 2}
    assert set(by_line(initials.skipping("ad"))) == {0}


def test_more_kinds_of_readings_than_there_are_signs_for_keep_their_first_one():
    kinds = [
        f"[{chr(97 + one)}{chr(97 + other)}]" for one in range(26) for other in range(26) if one != other
    ]
    initials = Initials(kinds)
    assert len(kinds) > len(CODES)
    assert set(by_line(initials.holding("z"))) >= {line for line, kind in enumerate(kinds) if kind[1] == "z"}


@given(
    st.lists(st.text(st.sampled_from("甲乙 "), max_size=5), min_size=1, max_size=5), st.sampled_from("甲乙")
)
def test_each_line_that_holds_a_part_is_told_once(texts, part):
    assert set(by_line(Lines(texts).holding(part))) == {
        line for line, text in enumerate(texts) if part in text
    }
    begun = {line for line, text in enumerate(texts) if text.startswith(part)}
    assert set(by_line(Lines(texts).holding("\n" + part))) == begun
