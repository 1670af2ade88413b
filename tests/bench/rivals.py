# SPDX-License-Identifier: MIT
"""Other engines setting the same words as one table: typst, WeasyPrint, LibreOffice."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from html import escape
from pathlib import Path

from model.form import Form

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FAMILY = "ZPB Serif"
Engine = Callable[[Form], bytes]


def words(form: Form) -> list[list[str]]:
    """Return the rows of the indicator table as words."""
    rows = []
    for level1, level2 in form.level2_groups():
        for row in level2.children:
            cells = [
                row.name,
                row.target,
                row.actual,
                str(row.points or ""),
                str(row.score or ""),
                row.reason,
            ]
            rows.append([level1.name, level2.name, *cells])
    return rows


def typst_source(form: Form) -> bytes:
    """Return the table as typst source."""
    cells = "\n".join(f"[{_typst(cell)}]," for row in words(form) for cell in row)
    head = f'#set text(font: "{FAMILY}", size: 9pt)\n#set page("a4", margin: 15mm)\n'
    columns = "8fr, 9fr, 21fr, 13fr, 13fr, 7fr, 7fr, 17fr"
    return (
        f"{head}#align(center)[{_typst(form.project_name)}]\n#table(columns: ({columns}),\n{cells})".encode()
    )


def _typst(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\#$[]*_`<>@=-+/~" else character for character in text)


def by_typst(form: Form) -> bytes:
    """Set the table with typst."""
    import typst

    page: bytes = typst.compile(typst_source(form), font_paths=[str(FONTS)])
    return page


def html(form: Form) -> str:
    """Return the table as HTML."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in words(form)
    )
    face = f"@font-face{{font-family:Z;src:url('{(FONTS / 'zpb-serif-regular.ttf').as_uri()}')}}"
    table = "td{border:.5pt solid}table{border-collapse:collapse}"
    style = f"{face}@page{{size:A4;margin:15mm}}body{{font:9pt Z}}{table}"
    return (
        f"<meta charset=utf-8><style>{style}</style><h1>{escape(form.project_name)}</h1><table>{rows}</table>"
    )


def by_weasyprint(form: Form) -> bytes:
    """Set the table with WeasyPrint."""
    from weasyprint import HTML

    page: bytes = HTML(string=html(form)).write_pdf()
    return page


def by_libreoffice(form: Form) -> bytes:
    """Set the table with LibreOffice Writer; a process each time, as it has no other way."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "form.html"
        source.write_text(html(form), encoding="utf-8")
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        call = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf:writer_web_pdf_Export",
            "--outdir",
            folder,
            str(source),
        ]
        subprocess.run(call, check=True, capture_output=True, timeout=120)
        return source.with_suffix(".pdf").read_bytes()


RIVALS: tuple[tuple[str, Engine, Callable[[], bool], int], ...] = (
    ("typst", by_typst, lambda: importlib.util.find_spec("typst") is not None, 9),
    ("WeasyPrint", by_weasyprint, lambda: importlib.util.find_spec("weasyprint") is not None, 3),
    ("LibreOffice", by_libreoffice, lambda: shutil.which("soffice") is not None, 2),
)
"""Name, engine, whether it is installed, and rounds."""
