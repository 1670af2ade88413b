# SPDX-License-Identifier: MIT
"""`sh run.sh faults [WORD…] [--table FILE]`: the trials as often as a release asks for.

A word picks the trials with it in their names; the table is also written to FILE (from the program's folder).
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.faults.trials import MODE, RELEASE, TABLE, WORDS

FOLDER = Path(__file__).parent
LONGEST = 1800  # seconds for one trial


def main(arguments: Sequence[str]) -> int:
    """Run the trials; returns pytest's exit code."""
    parser = ArgumentParser(prog="sh run.sh faults", description=__doc__)
    parser.add_argument("word", nargs="*")
    parser.add_argument("--table", metavar="FILE", default="")
    wanted = parser.parse_args(arguments)
    os.environ |= {MODE: RELEASE, WORDS: "\n".join(wanted.word), TABLE: wanted.table}
    return pytest.main([str(FOLDER), "-o", f"timeout={LONGEST}", "-q", "-rf"])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
