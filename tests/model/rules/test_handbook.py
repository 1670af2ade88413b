# SPDX-License-Identifier: MIT
"""Claims about the handbook of checks."""

from pathlib import Path

from model.rules import RULES
from model.rules.handbook import HEADS, entries
from model.templates import load_template, read_template

HUBEI = Path(__file__).parents[3] / "resources" / "help" / "hubei.json"


def test_every_rule_has_its_entry():
    found = entries(load_template("ministry"))
    assert [entry[0] for entry in found] == [rule.id for rule in RULES]
    assert all(len(entry) == len(HEADS) and all(entry) for entry in found)


def test_the_severities_are_the_templates():
    grades = {entry[0]: entry[1] for entry in entries(read_template(HUBEI))}
    assert (grades["points.over_half"], grades["funds.low_execution"]) == ("不查", "提醒")
