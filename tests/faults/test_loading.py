# SPDX-License-Identifier: MIT
"""Trials of loading: whatever a file holds, it ends in a form or in one Chinese sentence, soon."""

from __future__ import annotations

import json
import random
import re
import time

import pytest

from export.working_copy import draft_in
from model.drafts import Draft, parse, read, to_bytes
from model.errors import DraftError, TornFileError
from model.limits import OPEN_WITHIN
from model.reading import FORMAT, object_of
from model.repair import salvage
from model.templates import load_template, template_ids
from tests.builders import GOLDEN_DRAFTS
from tests.faults.json_cases import cases
from tests.faults.mutations import OF_BYTES, OF_DRAFTS, spliced
from tests.random_forms import use

DRAFTS = tuple(path.read_bytes() for path in GOLDEN_DRAFTS)
SHORTEST = min(DRAFTS, key=len)
COPY = GOLDEN_DRAFTS[0].parents[1] / "versions" / "1-0.3.0.pdf"
NAME = "a.json"
SENTENCE = re.compile(r"“[^\n]+。")
QUOTED = re.compile(r"“[^”]*”|JSON|UTF-8|UTF-16|GBK|PDF|MB|\.json")
FOREIGN = re.compile(r"[A-Za-z]{2,}")  # the words of a library, not ours
USED = 0.1  # share of the forms that are judged as well, which takes most of the time


def is_sentence(words: str) -> bool:
    """Tell whether something is one Chinese sentence, without a library's words."""
    return SENTENCE.fullmatch(words) is not None and not FOREIGN.search(QUOTED.sub("", words))


def test_a_sentence_is_told_from_a_librarys_words():
    assert is_sentence("“a.json”不是 UTF-8 文本；文件未作改动，请检查“fiscal_year”。")
    assert not is_sentence("“a.json”读不出来：expected value at line 1。")
    assert not is_sentence("“a.json”读不出来。\n请检查。")


def ended(content: bytes) -> Draft | None:
    """Open what a draft file holds, or what is left of it.  Errors: AssertionError where that goes wrong."""
    begin = time.process_time()
    draft = opened(content)
    assert time.process_time() - begin < OPEN_WITHIN, "too slow"
    if draft is not None:
        assert all(remark.endswith("。") and "\n" not in remark for remark in draft.remarks), draft.remarks
        assert parse(to_bytes(draft.form), NAME) == draft.form, "cannot be saved"
    return draft


def opened(content: bytes) -> Draft | None:
    try:
        return read(content, NAME)
    except DraftError as error:
        told, is_torn = str(error), isinstance(error, TornFileError)
    assert is_sentence(told), told
    left = salvage(content, NAME) if is_torn else None
    assert left is None or is_sentence(f"“{left.words}"), left
    return left.draft if left else None


def within(value: bytes) -> bytes:
    """A draft with a value in it that another program has put there."""
    return b'{"format":"%s","version":1,"template":"ministry","x":%s}' % (FORMAT.encode(), value)


def test_json_of_every_class_is_taken_or_refused_in_a_sentence(trial):
    with trial("JSON of every class, alone and within a draft") as run:
        for content, allowed, kind in cases():
            run.each([content], lambda content: ended(content))
            run.each([within(content)], lambda content: ended(content))
            run.count(allowed is None or is_json(content) is allowed, f"{kind}: {content!r}")


def is_json(content: bytes) -> bool:
    """Tell whether reading takes a text as JSON in UTF-8; what it makes of it does not matter."""
    try:
        return not object_of(within(content), NAME).remark
    except DraftError:
        return False


def test_spoilt_drafts_end_in_a_form_or_a_sentence(trial):
    with trial("mutated drafts", short=2_000, release=100_000) as run:
        choose = random.Random(6)
        for _ in range(run.n or 0):
            content = spoilt(choose)
            run.each([content], lambda content: used(ended(content), choose))


def spoilt(choose: random.Random) -> bytes:
    """A draft with something wrong in it."""
    content = choose.choice(DRAFTS)
    if choose.random() < 0.05:
        return spliced(content, choose.choice(DRAFTS), choose)
    return choose.choice(OF_DRAFTS)(content, choose)


def used(draft: Draft | None, choose: random.Random) -> None:
    """Do with some of the forms what the window does."""
    if draft is not None and choose.random() < USED and draft.form.template in template_ids():
        use(draft.form, load_template(draft.form.template))


def test_a_draft_cut_at_any_byte_ends_in_a_form_or_a_sentence(trial):
    with trial("draft cut at every byte", short=1, release=len(DRAFTS)) as run:
        for content in sorted(DRAFTS, key=len)[: run.n]:
            run.each((content[:end] for end in range(len(content))), ended)


def test_no_cut_draft_passes_for_a_whole_one(trial):
    with trial("a cut draft is never taken for a whole one", short=1, release=len(DRAFTS)) as run:
        for content in sorted(DRAFTS, key=len)[: run.n]:
            for end in range(len(content.rstrip()) - 1):
                with pytest.raises(DraftError):
                    read(content[:end], NAME)
                run.count(True)


def test_spoilt_working_copies_end_in_a_draft_or_a_sentence(trial):
    with trial("mutated working copies", short=100, release=5_000) as run:
        choose, whole = random.Random(6), COPY.read_bytes()
        for _ in range(run.n or 0):
            run.each([choose.choice(OF_BYTES)(whole, choose)], taken_out)


def taken_out(content: bytes) -> None:
    """Read the draft out of a PDF.  Errors: AssertionError where that ends otherwise than it should."""
    begin = time.process_time()
    try:
        assert json.loads(draft_in(content, "a.pdf"))["format"] == FORMAT
        told = ""
    except DraftError as error:
        told = str(error)
    assert not told or is_sentence(told), told
    assert time.process_time() - begin < OPEN_WITHIN, "too slow"
