# SPDX-License-Identifier: MIT
"""Claims about drafts of every version ever released."""

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from model.drafts import load, parse, to_bytes
from model.errors import DraftError
from model.migrations import MIGRATIONS, VERSION, version_of

ROOT = Path(__file__).parents[2]
SAMPLES = tuple(sorted((ROOT / "tests" / "drafts" / "versions").glob("*.json")))


def version(path):
    return int(path.stem.partition("-")[0])


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_draft_of_every_release_opens_with_all_that_is_in_it(path):
    form = load(path).form
    rows = [row for _, row in form.all_indicators()]
    assert form.project_name.startswith("社区图书馆运行经费")
    assert form.funds.total.actual == Decimal(1253500)
    assert form.funds.fiscal_appropriation.actual == "125.35万"
    assert [row.score for row in rows] == [Decimal(12), "八分", Decimal(30)]
    assert form.indicators[0].children[1].children == []
    assert form.stated.rating == "优"
    assert form.goal_expected.count("\n") == 1
    assert form.model_extra == {"经办人": {"姓名": "王芳", "电话": None}}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_draft_of_this_version_is_written_as_it_was(path):
    if version(path) == VERSION:
        assert to_bytes(load(path).form) == path.read_bytes()


def test_every_version_has_a_sample_and_a_step_to_the_next():
    assert {version(path) for path in SAMPLES} == set(range(1, VERSION + 1))
    assert set(MIGRATIONS) == set(range(1, VERSION))


def test_the_samples_are_named_by_version_and_release():
    assert all(re.fullmatch(r"[0-9]+-[0-9]+\.[0-9]+\.[0-9]+", path.stem) for path in SAMPLES)
    assert all(json.loads(path.read_bytes())["version"] == version(path) for path in SAMPLES)


def test_every_release_before_this_one_has_a_sample():
    history = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    this = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    released = set(re.findall(r"^## ([0-9.]+)", history, re.MULTILINE)) - {this}
    assert released <= {path.stem.partition("-")[2] for path in SAMPLES}


@pytest.mark.parametrize("written", [None, 0, -1, True, "1", 1.0, [1]])
def test_a_draft_that_does_not_say_its_version_is_refused(written):
    with pytest.raises(DraftError, match="没有写明草稿的版本"):
        version_of({"format": "zipingbiao-draft", "version": written}, "a.json")


def test_a_newer_version_is_not_read_to_the_letter():
    with pytest.raises(DraftError, match="由较新的版本保存"):
        parse(SAMPLES[-1].read_bytes().replace(b'"version": 1', b'"version": 9'), "a.json")
