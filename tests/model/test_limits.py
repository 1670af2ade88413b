# SPDX-License-Identifier: MIT
"""Claims about the limits: stated once, used everywhere, told to the clerk."""

import ast
import re
from pathlib import Path

import pytest

from model import limits

ROOT = Path(__file__).parents[2]
SOURCES = [path for room in ("model", "export", "ui") for path in sorted((ROOT / room).rglob("*.py"))]
STATED = re.compile(r"MAX_(BYTES|COPY_BYTES|NESTING|VALUES|ROWS|CHARACTERS|DIGITS|TABLE|PART)\b")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_limit_is_stated_a_second_time(path):
    if path.name != "limits.py":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assigned = (node.targets for node in ast.walk(tree) if isinstance(node, ast.Assign))
        names = [target.id for targets in assigned for target in targets if isinstance(target, ast.Name)]
        assert not [name for name in names if STATED.fullmatch(name)]


def test_limits_have_names_of_their_own():
    assert len({one.key for one in limits.LIMITS}) == len(limits.LIMITS)


def test_every_limit_of_a_draft_is_told():
    told = {one.key for one in limits.LIMITS}
    assert told >= {"draft_bytes", "copy_bytes", "rows", "characters", "digits", "nesting", "values"}


def test_the_manual_lists_every_limit():
    page = (ROOT / "resources" / "help" / "manual" / "files.md").read_text(encoding="utf-8")
    lines = [f"| {one.of} | {{limit:{one.key}}} | {one.beyond} |" for one in limits.LIMITS]
    assert [line for line in page.splitlines() if "{limit:" in line] == lines
