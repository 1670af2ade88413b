# SPDX-License-Identifier: MIT
"""Pasting for tests: samples and written tables, recognised, planned and carried out."""

from pathlib import Path

from model.form import Form
from model.pasting.grid import Grid, grid_of
from model.pasting.html_tables import reading_html
from model.pasting.html_writing import writing_html
from model.pasting.planning import Plan, Wishes, planning
from model.pasting.recognising import Table, known_names, recognise
from model.pasting.tsv import writing_tsv
from model.steps import carried_out
from model.templates import load_template

SAMPLES = Path(__file__).parent / "samples"


def sample(name: str) -> Grid:
    """A recorded or modelled clipboard as a grid."""
    return carried_out(reading_html((SAMPLES / f"{name}.html").read_text(encoding="utf-8")))


def html(source: str) -> list[list[str]]:
    """The rows of a piece of HTML."""
    return [list(row) for row in carried_out(reading_html(source)).rows]


def written(*lines: str) -> Grid:
    """A grid of lines whose cells are parted by `|`."""
    return grid_of(line.split("|") for line in lines)


def recognised(grid: Grid, form: Form) -> Table | None:
    """The table in a grid, as a form and its template know the groups."""
    return recognise(grid, known_names(form, load_template(form.template)))


def planned(grid: Grid, form: Form, **wishes: object) -> Plan:
    """The plan of pasting a grid into a form."""
    table = recognised(grid, form)
    return carried_out(planning(form, load_template(form.template), grid, table, Wishes(**wishes)))


def pasted(grid: Grid, form: Form, **wishes: object) -> dict[str, list[tuple[str, ...]]]:
    """Paste and return the rows of the groups that hold any, without empty cells at their end."""
    planned(grid, form, **wishes).edit.apply(form)
    return {
        f"{level1.name}/{level2.name}": [cells(row) for row in level2.children]
        for level1, level2 in form.level2_groups()
        if level2.children
    }


def cells(row) -> tuple[str, ...]:
    """The cells of an indicator as texts."""
    texts = ["" if value is None else str(value) for value in dict(row).values()]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def tsv_of(rows) -> str:
    """The rows as other programs get them in text."""
    return carried_out(writing_tsv(rows))


def html_of(rows, spans=None) -> str:
    """The rows as other programs get them in HTML."""
    return carried_out(writing_html(rows, spans))
