# SPDX-License-Identifier: MIT
"""The PDF library, loaded late and without what pages do not need."""

import sys
from types import ModuleType


def load_pdf_library() -> None:
    """Load the part of reportlab that files are made of, but not Pillow: pages have no pictures.

    Pillow takes a third of the time. Where `Image` is None, reportlab knows that it cannot read pictures; for
    everybody else Pillow is there as before.
    """
    if "reportlab.pdfbase.pdfdoc" in sys.modules:
        return
    without = ModuleType("PIL")
    without.__dict__["Image"] = None
    passed_over = sys.modules.setdefault("PIL", without) is without
    try:
        import reportlab.pdfbase.pdfdoc  # noqa: F401
    finally:
        if passed_over:
            del sys.modules["PIL"]
