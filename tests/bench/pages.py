# SPDX-License-Identifier: MIT
"""Pages: exports of any length, warm and cold, and beside other engines on the same words."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from export.fonts import Fonts
from export.pdf import write_pdf
from model.arithmetic import figures
from model.drafts import to_bytes
from model.form import Form
from model.templates import load_template
from tests.bench.clock import Action, Line, in_turn, not_run, ratio
from tests.bench.forms import long_form
from tests.bench.rivals import RIVALS, typst_source

ROOT = Path(__file__).parents[2]
SIZES = (10, 65, 500, 5_000)
TYPST_COLD = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"


def lines() -> Iterator[Line]:
    """Measure."""
    fonts = Fonts()
    usual = in_turn([_export(long_form(rows), fonts) for rows in SIZES], 7)
    for rows, taken in zip(SIZES, usual, strict=True):
        yield ratio(f"export warm, {rows} rows", taken, usual[1], "65 rows")
    changing = _typing(long_form(65), fonts)
    taken, base = in_turn([changing, _export(long_form(65), fonts)], 15)
    yield ratio("export warm after an edit with a new character", taken, base, "65 rows unchanged")
    yield from _beside_others(long_form(65), fonts)
    yield from _cold(long_form(65))


def _export(form: Form, fonts: Fonts) -> Action:
    template = load_template(form.template)
    computed = figures(form, template)  # the window has them at hand
    return lambda: write_pdf(form, template, figures=computed, fonts=fonts, draft_mark=False)


def _typing(form: Form, fonts: Fonts) -> Action:
    """Return an export that finds one character more each time: no subset can be used again."""
    export, typed = _export(form, fonts), iter(range(0x4E00, 0x9FA5))

    def action() -> object:
        form.goal_actual = chr(next(typed))
        return export()

    return action


def _beside_others(form: Form, fonts: Fonts) -> Iterator[Line]:
    export = _export(form, fonts)
    for name, engine, is_installed, rounds in RIVALS:
        if not is_installed():
            yield not_run(f"65 rows warm beside {name}", f"{name} is not installed")
            continue
        ours, theirs = in_turn([export, lambda engine=engine: engine(form)], rounds)  # type: ignore[misc]
        yield ratio(f"65 rows warm beside {name}", ours, theirs, name)


def _cold(form: Form) -> Iterator[Line]:
    with tempfile.TemporaryDirectory() as folder:
        draft, source, out = (Path(folder) / name for name in ("form.json", "form.typ", "out.pdf"))
        draft.write_bytes(to_bytes(form))
        source.write_bytes(typst_source(form))
        ours = [sys.executable, str(ROOT / "main.py"), "export", str(draft), "-o", str(out)]
        theirs = [sys.executable, "-c", TYPST_COLD, str(source), str(out), str(ROOT / "resources" / "fonts")]
        bare = [sys.executable, "-c", "pass"]
        if not RIVALS[0][2]():
            taken, python = in_turn([_process(ours), _process(bare)], 5)
            yield ratio("65 rows cold, a new process", taken, python, "bare Python")
            return
        taken, typst, python = in_turn([_process(ours), _process(theirs), _process(bare)], 5)
        yield ratio("65 rows cold, a new process", taken, typst, "typst from Python")
        yield ratio("65 rows cold, a new process", taken, python, "bare Python")


def _process(call: list[str]) -> Action:
    return lambda: subprocess.run(call, check=True, capture_output=True)
