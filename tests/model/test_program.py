# SPDX-License-Identifier: MIT
"""Claims about the program's name and version."""

import tomllib
from pathlib import Path

from model import program

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_version_is_the_projects():
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    assert project["version"] == program.VERSION
    assert project["description"].startswith(program.NAME)
