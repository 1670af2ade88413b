# SPDX-License-Identifier: MIT
"""Claims about the page of all checks."""

import re

from model.rules import RULES
from model.rules.examples import EXAMPLES
from model.templates import load_template, read_template
from ui.manual.book import HELP
from ui.manual.checks import GROUPS, body


def test_every_check_is_told_with_its_examples():
    html = body(load_template("ministry"))
    assert all(rule.about in html for rule in RULES)
    assert html.count("<th>对</th>") == len(EXAMPLES)


def test_every_family_of_rules_has_a_heading():
    assert {rule.id.partition(".")[0] for rule in RULES} <= set(GROUPS)


def test_no_heading_comes_twice():
    heads = re.findall(r"<h2[^>]*>(.*?)</h2>", body(load_template("ministry")))
    assert len(heads) == len(set(heads)) == len(set(GROUPS.values()))


def test_a_template_may_set_another_grade():
    assert "<td>不查</td>" in body(read_template(HELP / "hubei.json"))


def test_marks_of_markup_are_shown_as_text():
    assert "&lt;p&gt;" in body(load_template("ministry"))
