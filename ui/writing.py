# SPDX-License-Identifier: MIT
"""Writing a long form beside the window, and sweeping where forms are written."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from model.sibling import sweep
from ui.progress import Task, wait_for

if TYPE_CHECKING:
    from model.form import Form
    from model.safe_file import Written
    from ui.document import Write, Writing

LONG = 1000  # rows; writing fewer is over before anybody sees it, if the drive is not in the way


def is_long(form: Form) -> bool:
    """Tell whether a form is better written in a thread."""
    return sum(len(group.children) for _, group in form.level2_groups()) > LONG


def beside(window: QWidget, words: str) -> Write:
    """Return a way of writing in a thread: the window lives on, but nothing can be changed till it is done.

    Writing is not cancelled: from outside nobody could tell whether the file is the old one or the new one.
    """

    def write(work: Writing) -> Written:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing") as thread:
            task = Task["Written"](window).run_in(thread, lambda tell: work())
            written = wait_for(task, words, window, can_cancel=False)
        assert written is not None
        return written

    return write


def sweep_soon(folder: Path) -> None:
    """Remove what a crash of ours left in a folder; a slow share keeps nobody waiting."""
    Thread(target=sweep, args=(folder,), name="sweeping", daemon=True).start()
