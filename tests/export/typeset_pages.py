# SPDX-License-Identifier: MIT
"""`python -m tests.export.typeset_pages [N]`: set forms in columns of many widths and count what is wrong.

With a number also so many random forms.  The tests ask the same of seven widths.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Literal, NamedTuple

from export.composing import compose
from export.fonts import Fonts
from export.pdf import pdf_of
from model.arithmetic import figures
from model.drafts import load
from model.form import Form
from model.template import Template
from model.templates import load_template
from tests.builders import GOLDEN_DRAFTS
from tests.export.hard_texts import hard_form
from tests.export.line_judging import Fault, line_faults, missing_faults, place_faults
from tests.export.number_judging import decimal_faults
from tests.export.page_reading import read_boxes
from tests.random_forms import random_form

EXAMPLES = Path(__file__).parents[2] / "resources" / "examples"


class Width(NamedTuple):
    """A page that makes the columns narrow or wide."""

    name: str
    orientation: Literal["portrait", "landscape"]
    margin_mm: int
    body_points: str

    def of(self, template: Template) -> Template:
        """Return a template with this page."""
        page = {
            "orientation": self.orientation,
            "margin_mm": self.margin_mm,
            "body_points": Decimal(self.body_points),
        }
        return template.model_copy(update={"page": template.page.model_copy(update=page)})


WIDTHS = (
    Width("very narrow", "portrait", 40, "10.5"),
    Width("narrow", "portrait", 30, "10"),
    Width("rather narrow", "portrait", 20, "10.5"),
    Width("usual", "portrait", 15, "9"),
    Width("rather wide", "landscape", 40, "10.5"),
    Width("wide", "landscape", 20, "9"),
    Width("very wide", "landscape", 10, "7.5"),
)
MANY = tuple(
    Width(f"{orientation} {margin} {points}", orientation, margin, points)
    for orientation in ("portrait", "landscape")
    for margin in range(10, 41, 3)
    for points in ("8", "9", "10.5", "12")
)


def published_forms() -> dict[str, Form]:
    """Return the forms the page is tried with: published ones, examples, and one of hard texts."""
    drafts = (*GOLDEN_DRAFTS, *sorted(EXAMPLES.glob("*.json")))
    return {path.stem: load(path).form for path in drafts} | {"hard texts": hard_form()}


def faults(form: Form, width: Width, fonts: Fonts) -> Iterator[Fault]:
    """Set a form, read its file back and go through what is wrong on its pages."""
    template = width.of(load_template(form.template))
    paper = compose(form, template, figures(form, template), fonts, draft_mark=False)
    boxes, strays = read_boxes(pdf_of(paper, fonts), paper)
    yield from (Fault("a glyph stands in no cell", "", stray.character) for stray in strays)
    for read in boxes:
        yield from line_faults(read, fonts.printable(read.box.cell.text))
        yield from place_faults(read)
    yield from missing_faults(boxes, fonts.printable)
    yield from decimal_faults(boxes)


def main(count: int) -> None:
    """Print how often each rule is broken at each width, and some of the cases."""
    fonts, counts, cases = Fonts(), Counter[tuple[str, str]](), dict[str, set[str]]()
    choose = random.Random(count)
    forms = published_forms() | {f"random {at}": random_form(choose) for at in range(count)}
    widths = MANY if count else WIDTHS
    for form in forms.values():
        for width in widths:
            for fault in faults(form, width, fonts):
                counts[fault.rule, width.name] += 1
                cases.setdefault(fault.rule, set()).add(f"{fault.role}: {fault.lines}")
    print(f"{len(forms)} forms at {len(widths)} widths: {counts.total()} faults")
    for (rule, name), number in sorted(counts.items()):
        print(f"{number:6} {rule} ({name})")
    for rule, found in cases.items():
        print(rule, *sorted(found)[:20], sep="\n    ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
