# SPDX-License-Identifier: MIT
"""Claims about which findings the window shows."""

from pathlib import Path

from model.edits import Insert
from model.form import Indicator
from model.rules.finding import Severity
from model.templates import load_template
from tests.ui.hands import blank, golden
from ui.due import due_findings

GROUP = ("indicators", 0, "children", 0, "children")


def severities(document) -> set[Severity]:
    return {finding.severity for finding in due_findings(document)}


def test_an_empty_new_form_is_to_be_filled_in_not_wrong(qapp):
    document = blank()
    assert Severity.WARNING in {finding.severity for finding in document.findings()}
    assert severities(document) == {Severity.TODO}


def test_once_begun_the_tree_is_judged_as_a_whole(qapp):
    document = blank()
    document.do(Insert(GROUP, 0, Indicator(name="场次")), "")
    assert Severity.WARNING in severities(document)
    document.undo_stack.undo()
    assert severities(document) == {Severity.TODO}


def test_an_empty_tree_from_a_file_is_judged(qapp):
    document = blank()
    document.replace(document.form, load_template("ministry"), Path("a.json"))
    assert Severity.WARNING in severities(document)


def test_a_filled_in_form_shows_every_finding(qapp):
    document = golden("004-5")
    assert due_findings(document) == document.findings()
