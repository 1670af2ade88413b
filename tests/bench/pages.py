# SPDX-License-Identifier: MIT
"""Pages: exports of any length, warm and cold, and beside other engines on the same words."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path
from typing import cast

from export.collector import collector_paused
from export.composing import compose
from export.fonts import Fonts
from export.pdf import pdf_of, write_pdf
from model.arithmetic import Figures, figures
from model.drafts import to_bytes
from model.form import Form
from model.template import Template
from model.templates import load_template
from tests.bench.clock import Action, Line, in_turn, not_run, ratio
from tests.bench.forms import long_form
from tests.bench.rivals import RIVALS, typst_source, undrawn

ROOT = Path(__file__).parents[2]
SIZES = (10, 65, 500, 5_000)
TYPST_COLD = (
    "import sys, typst; _, source, out, fonts = sys.argv; "
    "typst.Compiler(source, font_paths=[fonts], ignore_system_fonts=True).compile(output=out)"
)
# A small process between, as a child begins with the memory of its parent.
MOST_MEMORY = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, capture_output=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def lines() -> Iterator[Line]:
    """Measure."""
    fonts = Fonts()
    with collector_paused():  # as in the window
        usual = in_turn([_export(long_form(rows), fonts) for rows in SIZES], 7)
    for rows, taken in zip(SIZES, usual, strict=True):
        yield ratio(f"export warm, {rows} rows", taken, usual[1], "65 rows")
    changing = _typing(long_form(65), fonts)
    taken, base = in_turn([changing, _export(long_form(65), fonts)], 15)
    yield ratio("export warm after an edit with a new character", taken, base, "65 rows unchanged")
    yield from _archival_part(fonts)
    yield from _sizes(fonts)
    yield from _beside_others(long_form(65), fonts)
    yield from _cold(long_form(65))
    yield from _memory()


def _export(form: Form, fonts: Fonts, *, public: bool = False) -> Action:
    template = load_template(form.template)
    computed = figures(form, template)  # the window has them at hand
    return lambda: write_pdf(form, template, figures=computed, fonts=fonts, draft_mark=False, public=public)


def _typing(form: Form, fonts: Fonts) -> Action:
    """Return an export that finds one character more each time: no subset can be used again."""
    export, typed = _export(form, fonts), iter(range(0x4E00, 0x9FA5))

    def action() -> object:
        form.goal_actual = chr(next(typed))
        return export()

    return action


def _archival_part(fonts: Fonts) -> Iterator[Line]:
    """Measure what PDF/A adds: information, XMP, colour profile, structure, the draft in a working copy."""
    for rows, goal in ((65, "; goal 10 ms"), (5_000, "")):
        form = long_form(rows)
        template = load_template(form.template)
        computed = figures(form, template)

        def bare(form: Form = form, template: Template = template, computed: Figures = computed) -> object:
            return pdf_of(compose(form, template, computed, fonts, draft_mark=False), fonts)

        copies = (_export(form, fonts), _export(form, fonts, public=True))
        working, public, without = in_turn([*copies, bare], 15 if rows == 65 else 5)
        for name, taken in (("working", working), ("public", public)):
            note = f"{taken * 1000:.1f} ms with, {without * 1000:.1f} ms without{goal}"
            yield Line(
                f"PDF/A and structure of a {name} copy, {rows} rows",
                f"{(taken - without) * 1000:.1f} ms",
                note,
            )


def _sizes(fonts: Fonts) -> Iterator[Line]:
    for public, name, goal in ((False, "working", 130), (True, "public", 110)):
        size = len(cast(bytes, _export(long_form(65), fonts, public=public)()))
        yield Line(f"size of a {name} copy, 65 rows", f"{size / 1000:.1f} kB", f"goal {goal} kB")


def _beside_others(form: Form, fonts: Fonts) -> Iterator[Line]:
    """Set ours, of the whole form, beside others' tables of the same indicators; a word changes every round.

    Otherwise typst would lay nothing out: it keeps the pages of words it has seen.
    """
    export, edit = _export(form, fonts), _editing(form)
    for rival in RIVALS:
        name = f"65 rows warm beside {rival.name}"
        if not rival.is_installed():
            yield not_run(name, f"{rival.name} is not installed")
            continue
        page = rival.engine(form)  # and what it can keep is kept from here on
        lacks = undrawn(form, page)
        ours, theirs = in_turn(
            [_after(edit, export), _after(edit, partial(rival.engine, form))], rival.rounds
        )
        drawn = {None: "words not counted", 0: "all words drawn"}.get(lacks, f"{lacks} characters not drawn")
        note = f"{ours * 1000:.1f} ms / {theirs * 1000:.1f} ms; {len(page) / 1000:.0f} kB, {drawn}"
        yield Line(name, f"{theirs / ours:.1f} times ours", note)


def _editing(form: Form) -> Action:
    """Return what changes a number in the first row, each time to another."""
    _, row = next(form.all_indicators())
    numbers = count(100)

    def edit() -> None:
        row.reason = f"第{next(numbers)}次"

    return edit


def _after(edit: Action, action: Action) -> Action:
    return lambda: (edit(), action())


def _cold(form: Form) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        draft, source, out = (Path(folder) / name for name in ("form.json", "form.typ", "out.pdf"))
        draft.write_bytes(to_bytes(form))
        source.write_bytes(typst_source(form))
        ours = _process([sys.executable, str(ROOT / "main.py"), "export", str(draft), "-o", str(out)])
        typst = [sys.executable, "-c", TYPST_COLD, str(source), str(out), str(ROOT / "resources" / "fonts")]
        rivals = [("bare Python", _process([sys.executable, "-c", "pass"]))]
        if RIVALS[0].is_installed():
            rivals.append(("typst from Python", _process(typst)))
        taken, *others = in_turn([ours, *(action for _, action in rivals)], 7)
        for (name, _), other in zip(rivals, others, strict=True):
            yield ratio("65 rows cold, a new process", taken, other, name)


def _memory() -> Iterator[Line]:
    """Measure what a process that only exports takes at most; not on Windows."""
    if os.name == "nt":
        yield not_run("most memory of an export", "this system does not tell")
        return
    for rows in (65, 5_000):
        with tempfile.TemporaryDirectory() as folder:
            draft, out = Path(folder) / "form.json", Path(folder) / "out.pdf"
            draft.write_bytes(to_bytes(long_form(rows)))
            export = [sys.executable, str(ROOT / "main.py"), "export", str(draft), "-o", str(out)]
            done = subprocess.run(
                [sys.executable, "-c", MOST_MEMORY, *export], capture_output=True, check=True
            )
        yield Line(
            f"most memory of an export, {rows} rows", f"{int(done.stdout) / 1024:.0f} MB", "goal 150 MB"
        )


def _process(call: list[str]) -> Action:
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(call, check=True, capture_output=True, env=surroundings)
