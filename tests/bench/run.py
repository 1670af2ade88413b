# SPDX-License-Identifier: MIT
"""`sh run.sh bench`: every speed figure, as ratios taken side by side in this one run."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator

from tests.bench import comparing, judging, live, long_work, pages, recovery, repaint, start, suggestions
from tests.bench.clock import Line

CHAPTERS: tuple[tuple[str, Callable[[], Iterator[Line]]], ...] = (
    ("Start-up", start.lines),
    ("Edit to repaint", repaint.lines),
    ("Suggestions", suggestions.lines),
    ("Checks and drafts", judging.lines),
    ("Versions", comparing.lines),
    ("Recovery copies", recovery.lines),
    ("Pages", pages.lines),
    ("Live page", live.lines),
    ("First export", live.first_export_lines),
    ("Long work", long_work.lines),
    ("Memory", live.memory_lines),
)


def machine() -> str:
    """Describe the machine the figures are from."""
    return f"{platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def main(chosen: list[str]) -> None:
    """Run all chapters, or those whose name begins with one of the words given."""
    print(machine())
    for name, lines in CHAPTERS:
        if not chosen or any(name.lower().startswith(word.lower()) for word in chosen):
            print(f"\n{name}")
            for line in lines():
                print(f"  {line}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
