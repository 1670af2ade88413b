# SPDX-License-Identifier: MIT
"""Typing with the list of suggestions open, and the search behind it, at 5,000 own words."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from model.learning import INDICATOR, MOST_KEPT, Use, Words, learn, spell, write_words
from model.lexicon import Lexicon
from model.library import library
from tests.bench.clock import Line, p95
from ui.memory import WORDS_FILE

if TYPE_CHECKING:
    from ui.indicators_page import IndicatorsPage

TODAY = 738_000
TYPED = ("s", "sj", "sjgz", "ajwcl", "gongzuo", "完", "完成率", "率", "zzzz", "95")
ROUNDS, WARM_UP = 8, 30
ROWS = (70, 10_000)


def lines() -> Iterator[Line]:
    """Measure the search alone, then the keys."""
    lexicon = Lexicon(spell(learnt()).values())
    yield Line(
        f"search among {MOST_KEPT} own words (p95)", f"{p95(search_times(lexicon)):.2f} ms", "goal 2 ms"
    )
    for rows in ROWS:
        spent = p95(key_times(rows))
        yield Line(f"key to repaint, list open (p95), {rows} rows", f"{spent:.1f} ms", "goal 5 ms")


def learnt() -> Words:
    """Make up as many own indicators as are ever kept."""
    names, groups = (
        [word.text for word in library().indicators],
        [word.group for word in library().indicators],
    )
    numbers = range(MOST_KEPT)
    uses = (Use(INDICATOR, f"{names[n % 170]}（第{n}项）", groups[n % 170], "≥9%") for n in numbers)
    return learn({}, uses, TODAY)


def search_times(lexicon: Lexicon) -> list[float]:
    """Search for all kinds of beginnings; in ms."""
    from model.completing import Spot, offers

    times = []
    for typed in TYPED * ROUNDS:
        begun = perf_counter()
        offers(lexicon, Spot("name", "数量"), typed)
        times.append((perf_counter() - begun) * 1000)
    return times


def key_times(rows: int) -> list[float]:
    """Type names into a new row of a form of so many indicators; in ms for each key, its repaint included."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as home:
        write_words(Path(home) / WORDS_FILE, spell(learnt()))
        times = list(_typing(rows, home))
    application.processEvents()
    return times[WARM_UP:]


def _typing(rows: int, home: str) -> Iterator[float]:
    from PySide6.QtCore import QSettings

    from tests.bench.edits import page_of
    from ui.memory import Memory
    from ui.prompter import Prompter
    from ui.sections import INDICATORS
    from ui.settings import Settings

    page = page_of(rows)
    memory = Memory(
        page.document, Settings(QSettings(f"{home}/settings.ini", QSettings.Format.IniFormat)), page
    )
    memory.begin()
    memory.finish()
    Prompter(memory, page).attend(INDICATORS, page)
    page.go_to(("indicators", 0, "children", 0, "children", 3))
    page.insert_indicator()
    for typed in [text for text in TYPED if text.isascii()] * ROUNDS:
        yield from (_press(page, letter) for letter in typed)
        page.view.delegate.editor.clear()
    memory.stop()


def _press(page: IndicatorsPage, letter: str) -> float:
    from PySide6.QtTest import QTest

    from tests.bench.edits import milliseconds

    return milliseconds(page, lambda: QTest.keyClicks(page.view.delegate.editor, letter))
