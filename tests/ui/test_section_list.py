# SPDX-License-Identifier: MIT
"""Claims about the list of sections."""

import pytest
from PySide6.QtCore import Qt

from model.rules.finding import Severity
from tests.ui.test_sections import finding
from ui.section_list import STATE, SectionList
from ui.sections import FUNDS, HEADER, INDICATORS


@pytest.fixture
def sections(qtbot):
    sections = SectionList()
    qtbot.addWidget(sections)
    return sections


def test_a_section_without_findings_is_complete(sections):
    assert sections.item(HEADER).data(STATE) is None
    assert sections.item(HEADER).toolTip() == "基本信息：已填好，没有问题"


def test_a_section_wears_the_mark_of_its_gravest_finding(sections):
    sections.show_findings([finding(Severity.TODO), finding(Severity.ERROR, "/funds/total/actual")])
    assert sections.item(HEADER).data(STATE) == Severity.TODO
    assert sections.item(FUNDS).data(STATE) == Severity.ERROR


def test_the_counts_are_told_to_eye_and_ear(sections):
    sections.show_findings([finding(Severity.TODO), finding(Severity.TODO), finding(Severity.ERROR)])
    assert sections.item(HEADER).toolTip() == "基本信息：1 错误，2 待填"
    assert sections.item(HEADER).data(Qt.ItemDataRole.AccessibleTextRole) == "基本信息，1 个错误、2 个待填"


def test_a_section_not_begun_is_to_be_filled_in(sections):
    sections.show_findings([], not_begun={INDICATORS})
    assert sections.item(INDICATORS).data(STATE) == Severity.TODO
    assert sections.item(INDICATORS).toolTip() == "绩效指标：还没有填写"


def test_it_is_as_wide_as_its_titles_need(sections):
    titles = [sections.item(row).text() for row in range(sections.count())]
    assert sections.width() > max(sections.fontMetrics().horizontalAdvance(title) for title in titles)


def test_folded_it_shows_icons_and_marks_only(sections):
    wide, picture = sections.width(), sections.grab().toImage()
    sections.fold(True)
    assert sections.width() < wide // 2
    assert sections.item(FUNDS).toolTip().startswith("项目资金：")
    sections.fold(False)
    assert (sections.width(), sections.grab().toImage()) == (wide, picture)
