# SPDX-License-Identifier: MIT
"""Claims about the forms worked on lately."""

import shutil
from dataclasses import replace

import pytest

from model.report import report_on
from tests.builders import GOLDEN
from tests.ui.hands import golden
from ui.recent import MOST_KEPT, correct, described, forget, looked_at_again, recent_forms, remember
from ui.settings import RECENT_FORMS


@pytest.fixture
def recent(tmp_path):
    path = tmp_path / "表.json"
    shutil.copy(GOLDEN / "002-1.json", path)
    document = golden("002-1")
    report = report_on("", document.form, document.template)
    return described(path, document.form, report.figures, report.findings)


def test_a_form_is_described_by_name_year_findings_and_score(recent):
    assert (recent.project_name, recent.fiscal_year) == ("信息化建设项目", 2024)
    assert (recent.counts["error"], recent.score, recent.rating) == (3, "96.97", "优")


def test_the_newest_stands_first_and_once(settings, recent):
    other = replace(recent, path="/elsewhere.json")
    for one in (recent, other, recent):
        remember(settings, one)
    assert recent_forms(settings) == [recent, other]


def test_only_so_many_are_kept(settings, recent):
    for number in range(MOST_KEPT + 3):
        remember(settings, replace(recent, path=f"/{number}.json"))
    assert len(recent_forms(settings)) == MOST_KEPT


def test_a_form_can_be_taken_off(settings, recent):
    remember(settings, recent)
    forget(settings, recent.path)
    assert recent_forms(settings) == []


@pytest.mark.parametrize("line", ["", "nonsense", "[]", '{"path": "a"}', '{"path": 1, "x": 2}'])
def test_a_line_that_cannot_be_read_is_passed_over(settings, recent, line):
    remember(settings, recent)
    settings.write(RECENT_FORMS, [line, *settings.read(RECENT_FORMS)])
    assert recent_forms(settings) == [recent]


def test_a_vanished_file_has_no_time(recent, tmp_path):
    assert recent.changed is not None
    (tmp_path / "表.json").unlink()
    assert recent.changed is None
    assert not recent.is_outdated


def test_a_file_changed_by_another_hand_is_looked_at_again(settings, recent, tmp_path):
    remember(settings, recent)
    shutil.copy(GOLDEN / "003-1.json", tmp_path / "表.json")
    old = replace(recent, mtime_ns=1)
    assert old.is_outdated
    correct(settings, looked_at_again(old))
    assert [one.project_name for one in recent_forms(settings)] == ["合作交流工作业务经费"]


def test_a_file_that_is_no_draft_any_more_stays_as_it_was_described(recent, tmp_path):
    (tmp_path / "表.json").write_text("{}", encoding="utf-8")
    assert looked_at_again(recent) == recent
