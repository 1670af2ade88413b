# SPDX-License-Identifier: MIT
"""The files that other people's programs look at: every kind of form, as working and as public copy."""

from __future__ import annotations

from pathlib import Path

from export.fonts import Fonts
from export.pdf import write_pdf
from model.arithmetic import figures
from model.drafts import load
from model.form import Form
from model.templates import load_template
from tests.bench.forms import long_form
from tests.builders import GOLDEN_DRAFTS
from tests.witnesses.hostile import hostile_form

EXAMPLES = tuple(sorted((Path(__file__).parents[2] / "resources" / "examples").glob("*.json")))
COPIES = {"working": False, "public": True}


def forms() -> dict[str, Form]:
    """Every published form, every example, a long and a very long form, and one of hostile texts."""
    named = {path.stem: load(path).form for path in (*GOLDEN_DRAFTS, *EXAMPLES)}
    return {**named, "rows-65": long_form(65), "rows-500": long_form(500), "hostile": hostile_form()}


def written(form: Form, fonts: Fonts, *, public: bool, draft_mark: bool = False) -> bytes:
    """A form as a PDF file."""
    template = load_template(form.template)
    computed = figures(form, template)
    return write_pdf(form, template, figures=computed, draft_mark=draft_mark, public=public, fonts=fonts)


def write_all(folder: Path, fonts: Fonts) -> dict[str, Path]:
    """Write both copies of every form; a working copy is marked as a draft."""
    paths = {}
    for name, form in forms().items():
        for copy, public in COPIES.items():
            path = paths[f"{name}-{copy}"] = folder / f"{name}-{copy}.pdf"
            path.write_bytes(written(form, fonts, public=public, draft_mark=not public))
    return paths
