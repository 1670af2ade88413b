# SPDX-License-Identifier: MIT
"""Published forms typed from a blank template, without the mouse: keys for each cell, and no stall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.decimals import number
from model.drafts import load
from model.fields import AMOUNTS, CELLS, FUNDS, HEADER
from model.form import Form
from model.judge import Judge
from model.templates import load_template, new_form
from tests.builders import GOLDEN
from tests.journeys.clerk import MOST_STALL, Clerk, wait_for

SOURCES = tuple(key for key in FUNDS if key != "total")
CARDS = {"shanghai-2022": 1, "shanghai-2024": 3}  # Tabs from the first card of the start page
MOST_KEYS = 1.1  # for each cell, beside what is typed in it

Typed = tuple[str, tuple[str, ...]]
"""A text, and the keys that lead on from its cell."""


def written(value: object) -> str:
    return "" if value is None else str(value)


def led_on(texts: list[str], after: tuple[str, ...]) -> Iterator[Typed]:
    """Go on with Tab between the cells of a row; what is empty at its end is not visited."""
    while texts and not texts[-1]:
        texts.pop()
    for text in texts[:-1]:
        yield text, ("Tab",)
    yield texts[-1], after


def header(form: Form) -> Iterator[Typed]:
    yield "", ("shift+Tab",)  # a new form has the keys in its first empty cell; the year stands before it
    yield from led_on([written(getattr(form, key)) for key in HEADER], ("ctrl+2",))


def funds(form: Form) -> Iterator[Typed]:
    for source in SOURCES:
        row = getattr(form.funds, source)
        on = ("ctrl+3",) if source == SOURCES[-1] else ("Return",)
        yield from led_on([written(getattr(row, key)) for key in AMOUNTS], on)


def goals(form: Form) -> Iterator[Typed]:
    yield from led_on([form.goal_expected, form.goal_actual], ("ctrl+4",))


def tree(form: Form) -> Iterator[Typed]:
    """Group by group as the template has them; those that stay empty are passed over."""
    blank = new_form(load_template(form.template))
    rows = {(one.name, two.name): two.children for one, two in form.level2_groups()}
    steps = 0  # groups to go on by
    for one, two in blank.level2_groups():
        group = rows.get((one.name, two.name), [])
        if group:
            yield "", ("ctrl+shift+Return",) * steps
            steps = 0
        for at, row in enumerate(group):
            on = () if at == len(group) - 1 else ("Return",)
            yield from led_on([written(getattr(row, key)) for key in CELLS], on)
        steps += 1


def whole(form: Form) -> list[Typed]:
    return [*header(form), *funds(form), *goals(form), *tree(form)]


def shown(form: Form) -> dict[str, object]:
    """What a form shows: cells, with sums and figures that are computed where they are not typed."""
    figures = Judge(form, load_template(form.template)).figures
    amounts = [[number(getattr(getattr(form.funds, row), key)) for key in AMOUNTS] for row in SOURCES]
    rows = [
        (one.name, two.name, *(getattr(row, key) for key in CELLS))
        for one, two in form.level2_groups()
        for row in two.children
    ]
    return {
        "header": [getattr(form, key) for key in HEADER],
        "funds": [[amount or 0 for amount in row] for row in amounts],
        "goals": (form.goal_expected, form.goal_actual),
        "rows": rows,
        "figures": (
            figures.execution_rate,
            figures.execution_score,
            figures.total_points,
            figures.total_score,
        ),
    }


def keyed(clerk: Clerk, form: Form) -> float:
    """Type a form into a blank template; return the keys pressed for each cell filled."""
    plan = whole(form)
    for text, on in plan:
        if text:
            clerk.write(text)
        if on:
            clerk.press(*on)
    return clerk.pressed / sum(bool(text) for text, _ in plan)


def saved(clerk: Clerk, path: Path) -> Form:
    clerk.press("ctrl+s")
    clerk.wait_for_title("保存草稿")
    clerk.answer_with(path)
    return wait_for(lambda: load(path).form if path.exists() else None, "the saved draft")


@pytest.mark.parametrize("name", ["003-1", "000-1"])
def test_a_published_form_is_typed_with_hardly_more_than_one_key_a_cell(clerk, tmp_path, name):
    form = load(GOLDEN / f"{name}.json").form
    clerk.start()
    clerk.press(*["Tab"] * CARDS[form.template], "Return")
    clerk.wait_for_title("未命名的自评表")
    clerk.settle()
    clerk.watch()
    keys = keyed(clerk, form)
    stall = max(clerk.stalls(), default=0)
    assert shown(saved(clerk, tmp_path / "form.json")) == shown(form)
    print(f"{name}: {keys:.3f} keys a cell, longest stall {stall:.0f} ms")
    assert keys <= MOST_KEYS
    assert stall <= MOST_STALL
