# SPDX-License-Identifier: MIT
"""The PDF library, loaded late and without what pages do not need."""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

STAND_INS: Mapping[str, Mapping[str, object]] = {
    # Pages have no pictures, and Pillow takes a third of the time; None is what reportlab looks for.
    "PIL": {"Image": None},
    # Changes to it of a program's own, and settings. Where there are none, reportlab looks for files of these
    # names in the clerk's home and runs them; and our fonts lie in one place that it need not search for.
    "reportlab_mods": {},
    "reportlab_settings": {"T1SearchPath": (), "TTFSearchPath": (), "CMapSearchPath": ()},
}


def load_pdf_library() -> None:
    """Load the part of reportlab that files are made of; for everybody else all modules are as before."""
    if "reportlab.pdfbase.pdfdoc" not in sys.modules:
        with _standing_in():
            import reportlab.pdfbase.pdfdoc  # noqa: F401


@contextmanager
def _standing_in() -> Iterator[None]:
    made = {name: ModuleType(name) for name in STAND_INS if name not in sys.modules}
    for name, module in made.items():
        vars(module).update(STAND_INS[name])
    sys.modules.update(made)
    try:
        yield
    finally:
        for name in made:
            del sys.modules[name]
