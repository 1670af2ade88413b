# SPDX-License-Identifier: MIT
"""Other engines setting the same words as one table, of the same font, columns and margins.

Each keeps what it is able to keep from one page to the next: fonts, styles, and LibreOffice its profile.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from model.form import Form

if TYPE_CHECKING:
    from weasyprint import CSS

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
FONT = FONTS / "zpb-serif-regular.ttf"
FAMILY = "ZPB Serif"
SHARES = (8, 9, 21, 13, 13, 7, 7, 17)  # of the table's width
SIZE, MARGIN, WIDTH = 9, 15, 180  # points; millimetres
MILLIMETRE = 72 / 25.4
Engine = Callable[[Form], bytes]


def words(form: Form) -> list[list[str]]:
    """Return the rows of the indicator table as words."""
    rows = []
    for level1, level2 in form.level2_groups():
        for row in level2.children:
            figures = (str(row.points or ""), str(row.score or ""))
            rows.append([level1.name, level2.name, row.name, row.target, row.actual, *figures, row.reason])
    return rows


def undrawn(form: Form, pdf: bytes) -> int | None:
    """Return how many characters a PDF lacks, as pdftotext reads it; None without pdftotext."""
    if shutil.which("pdftotext") is None:
        return None
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    wanted = form.project_name + "".join(cell for row in words(form) for cell in row)
    missing = Counter("".join(wanted.split())) - Counter(done.stdout.decode("utf-8"))
    return sum(missing.values())


def typst_source(form: Form) -> bytes:
    """Return the table as typst source."""
    cells = "\n".join(f"[{_typst(cell)}]," for row in words(form) for cell in row)
    head = f'#set text(font: "{FAMILY}", size: {SIZE}pt)\n#set page("a4", margin: {MARGIN}mm)\n'
    title = f"#align(center)[{_typst(form.project_name)}]\n"
    columns = ", ".join(f"{share}fr" for share in SHARES)
    return f"{head}{title}#table(columns: ({columns}),\n{cells})".encode()


def _typst(text: str) -> str:
    return "".join(f"\\{character}" if character in "\\#$[]*_`<>@=-+/~" else character for character in text)


def by_typst(form: Form) -> bytes:
    """Set the table with typst."""
    page: bytes = _typst_compiler().compile(typst_source(form))
    return page


@cache
def _typst_compiler() -> Any:
    import typst

    return typst.Compiler(font_paths=[str(FONTS)], ignore_system_fonts=True)


def by_platypus(form: Form) -> bytes:
    """Set the table with reportlab's own layout engine."""
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style, out, margin = _platypus_style(), BytesIO(), MARGIN * MILLIMETRE
    rows = [[Paragraph(escape(cell), style) for cell in row] for row in words(form)]
    widths = [WIDTH * MILLIMETRE * share / sum(SHARES) for share in SHARES]
    table = Table(rows, widths, style=[("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))])
    margins = {f"{side}Margin": margin for side in ("left", "right", "top", "bottom")}
    page = SimpleDocTemplate(out, pagesize=A4, **margins)
    page.build([Paragraph(escape(form.project_name), style), table])
    return out.getvalue()


@cache
def _platypus_style() -> Any:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics, ttfonts

    pdfmetrics.registerFont(ttfonts.TTFont(FAMILY, str(FONT)))
    return ParagraphStyle("cell", fontName=FAMILY, fontSize=SIZE, wordWrap="CJK")


def by_fpdf2(form: Form) -> bytes:
    """Set the table with fpdf2, which reads its fonts anew for every file."""
    from fpdf import FPDF

    page = FPDF(format="A4")
    page.set_margin(MARGIN)
    page.add_font(FAMILY, fname=FONT)
    page.set_font(FAMILY, size=SIZE)
    page.add_page()
    page.cell(text=form.project_name, new_x="LMARGIN", new_y="NEXT")
    with page.table(col_widths=SHARES, width=WIDTH, wrapmode="CHAR", first_row_as_headings=False) as table:
        for row in words(form):
            table.row(row)
    return bytes(page.output())


def html(form: Form) -> str:
    """Return the table as HTML."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in words(form)
    )
    columns = "".join(f"<col width='{100 * share / sum(SHARES):.2f}%'>" for share in SHARES)
    body = f"<p>{escape(form.project_name)}</p><table width='100%'>{columns}{rows}</table>"
    return f"<!doctype html><meta charset=utf-8><style>{_css(FAMILY)}</style>{body}"


def _css(family: str) -> str:
    table = "td{border:.5pt solid}table{border-collapse:collapse;table-layout:fixed}"
    return f"@page{{size:A4;margin:{MARGIN}mm}}body,td,p{{font:{SIZE}pt '{family}'}}{table}"


def by_weasyprint(form: Form) -> bytes:
    """Set the table with WeasyPrint."""
    from weasyprint import HTML

    style, fonts = _weasyprint_style()
    page: bytes = HTML(string=html(form)).write_pdf(stylesheets=[style], font_config=fonts)
    return page


@cache
def _weasyprint_style() -> tuple[CSS, Any]:
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    face = f"@font-face{{font-family:'{FAMILY}';src:url('{FONT.as_uri()}')}}"
    return CSS(string=face, font_config=fonts), fonts


def by_libreoffice(form: Form) -> bytes:
    """Set the table with LibreOffice Writer; a process each time, as it has no other way."""
    home = Path(_office_home().name)
    source = home / "form.html"
    source.write_text(html(form), encoding="utf-8")
    profile = f"-env:UserInstallation={(home / 'profile').as_uri()}"
    kinds = ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export"]
    call = ["soffice", profile, "--headless", *kinds, "--outdir", str(home), str(source)]
    surroundings = {**os.environ, "FONTCONFIG_FILE": str(home / "fonts.conf")}
    subprocess.run(call, check=True, capture_output=True, timeout=180, env=surroundings)
    return source.with_suffix(".pdf").read_bytes()


@cache
def _office_home() -> tempfile.TemporaryDirectory[str]:
    """Return a folder for LibreOffice, with a list of just our fonts."""
    home = tempfile.TemporaryDirectory()
    listed = f"<fontconfig><dir>{FONTS}</dir><cachedir>{home.name}/cache</cachedir></fontconfig>"
    Path(home.name, "fonts.conf").write_text(listed, encoding="utf-8")
    return home


class Rival(NamedTuple):
    """Another engine."""

    name: str
    engine: Engine
    is_installed: Callable[[], bool]
    rounds: int


def _module(name: str) -> Callable[[], bool]:
    return lambda: _imports(name)


def _imports(name: str) -> bool:
    try:
        importlib.import_module(name)
    except (ImportError, OSError):  # WeasyPrint raises the latter where Pango is missing
        return False
    return True


RIVALS = (
    Rival("typst", by_typst, _module("typst"), 9),
    Rival("platypus", by_platypus, _module("reportlab"), 7),
    Rival("fpdf2", by_fpdf2, _module("fpdf"), 3),
    Rival("WeasyPrint", by_weasyprint, _module("weasyprint"), 2),
    Rival("LibreOffice", by_libreoffice, lambda: shutil.which("soffice") is not None, 2),
)
