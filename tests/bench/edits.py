# SPDX-License-Identifier: MIT
"""How long it takes from an edit of the indicator tree to the repainted window, at any size of form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from time import perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from model.edits import SetCell
from model.form import Form, Indicator, Level1Group, Level2Group
from model.places import Place, indicator_place
from model.templates import load_template
from ui.document import Document
from ui.indicators_page import IndicatorsPage

WINDOW = (1000, 700)  # px, about the page at 1366×768
EDITS = 120
WARM_UP = 24  # edits not counted: texts are read, measured and shaped for the first time
LEVEL1 = ("产出指标", "效益指标", "满意度指标")
LEVEL2 = ("数量指标", "质量指标", "时效指标")


def measure_edit_repaint(rows: int) -> list[float]:
    """Edit cells of a form of so many indicators and return the times to the repaint, in ms, in order."""
    page = page_of(rows)
    places = [place for place, _ in page.document.form.all_indicators()]
    page.go_to(places[len(places) // 2])
    repaint(page)
    times = [timed(page, places[len(places) // 2 + step % 8], step) for step in range(WARM_UP + EDITS)]
    return times[WARM_UP:]


def measure_insert_repaint(rows: int) -> list[float]:
    """Insert indicators into a form of so many and return the times to the repaint, in ms."""
    page = page_of(rows)
    page.go_to(indicator_place(0, 0, 0))
    repaint(page)
    return [milliseconds(page, page.insert_indicator) for _ in range(EDITS // 6)]


def measure_scroll(rows: int) -> list[float]:
    """Scroll page by page and return the times to the repaint, in ms."""
    page = page_of(rows)
    bar = page.view.verticalScrollBar()
    steps = range(0, bar.maximum(), max(1, bar.maximum() // EDITS))
    return [milliseconds(page, lambda step=step: bar.setValue(step)) for step in steps]


def page_of(rows: int) -> IndicatorsPage:
    """Show a form of so many indicators."""
    page = IndicatorsPage(Document(form_of(rows), load_template("ministry")))
    page.resize(*WINDOW)
    page.show()
    QApplication.processEvents()
    return page


def form_of(rows: int) -> Form:
    """Spread indicators evenly over nine groups."""
    groups = [Level1Group(name=one, children=[Level2Group(name=name) for name in LEVEL2]) for one in LEVEL1]
    form = Form(template="ministry", fiscal_year=2024, indicators=groups)
    level2 = [group for _, group in form.level2_groups()]
    for row in range(rows):
        level2[row * len(level2) // rows].children.append(_indicator(row))
    return form


def _indicator(row: int) -> Indicator:
    return Indicator(
        name=f"第{row}项工作按计划完成并通过验收的情况",
        target="≥95%",
        actual="98%" if row % 7 else "92%",
        points=Decimal("0.5"),
        score=Decimal("0.5") if row % 7 else Decimal("0.4"),
        reason="" if row % 7 else "受天气影响，部分工作顺延至次年一季度，已调整计划并安排专人跟踪。",
    )


def timed(page: IndicatorsPage, place: Place, step: int) -> float:
    """Type a score, or a longer text that may change the row's height, and wait for the repaint."""
    key, value = (
        ("score", Decimal(step % 5)) if step % 3 else ("actual", f"{step}%，完成情况良好" * (step % 4))
    )
    edit = SetCell((*place, key), value)
    return milliseconds(page, lambda: page.document.do(edit, "输入得分"))


def milliseconds(page: IndicatorsPage, act: Callable[[], None]) -> float:
    """Return the time an act takes with everything it causes, up to the repaint."""
    begun = perf_counter()
    act()
    repaint(page)
    return (perf_counter() - begun) * 1000


def repaint(page: IndicatorsPage) -> None:
    """Draw what is due now, without waiting for the screen's next turn."""
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    QApplication.sendEvent(page.window(), QEvent(QEvent.Type.UpdateRequest))
