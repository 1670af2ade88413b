# SPDX-License-Identifier: MIT
"""Composing: a form is laid out, measured, cut into pages and numbered."""

from collections.abc import Sequence

from export.cells import Block
from export.collector import collector_paused
from export.fonts import Fonts
from export.furniture import Frame
from export.layout import lay_out
from export.measuring import measured
from export.number_room import with_room_for_numbers
from export.pages import Sheet, paginate
from export.paper import Paper, PaperPage
from export.setting import SetRow, Settings, settings_of
from export.styles import MM, STYLES, TIGHTER, Styles
from export.widths import fitted
from model.arithmetic import Figures
from model.form import Form
from model.orientation import laid
from model.template import Page, Template

SHORT_EDGE, LONG_EDGE = 210 * MM, 297 * MM  # A4
MOST_TIGHTENED = 4  # pages
MOST_FILLED = 0.98  # of all pages, as rows are not cut; where more is wanted, setting them tighter is in vain


@collector_paused()
def compose(form: Form, template: Template, figures: Figures, fonts: Fonts, *, draft_mark: bool) -> Paper:
    """Set a form on pages; `draft_mark` prints the template's word for a draft on each of them."""
    template = laid(form, template)
    page = template.page
    frame = _frame(page)
    settings, room = settings_of(page, fonts, STYLES), frame.width - 2 * frame.margin
    blocks = [_fitted(block, settings, fonts, room) for block in lay_out(form, template, figures)]
    sheets = _sheets(blocks, page, fonts, room, frame.height - 2 * frame.margin)
    mark = fonts.printable(page.words.draft) if draft_mark else ""
    head = (frame.at_head(mark, "draft_mark", settings["draft_mark"]),) if mark else ()
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        words = fonts.printable(page.words.page_number.format(page=number, pages=len(sheets))).strip()
        foot = (frame.at_foot(words, "page_number", settings["page_number"]),) if words else ()
        pages.append(PaperPage(number, *frame, sheet, foot + head))
    title = fonts.printable(_title(form, template))
    return Paper(title, template.title, mark, tuple(pages), tuple(blocks))


def _frame(page: Page) -> Frame:
    edges = (SHORT_EDGE, LONG_EDGE) if page.orientation == "portrait" else (LONG_EDGE, SHORT_EDGE)
    return Frame(*edges, page.margin_mm * MM)


def _title(form: Form, template: Template) -> str:
    """Return what names the file: no more than the page prints."""
    printed = {field.field for row in template.header.rows for field in row}
    project = form.project_name if "project_name" in printed else ""
    has_year = form.fiscal_year is not None and "{year}" in template.year_line
    year = f"（{form.fiscal_year}年度）" if has_year else ""
    return " ".join(project.split()) + year or template.title


def _fitted(block: Block, settings: Settings, fonts: Fonts, width: float) -> Block:
    """Fit the widths of a block to its texts."""
    number, text, share = settings["number"], settings["text"], width / sum(block.widths)

    def width_of(words: str) -> float:
        return text.width(fonts.printable(words))

    block = with_room_for_numbers(block, lambda shares: shares * share - 2 * number.style.side, width_of)
    return fitted(block, lambda shares: shares * share - 2 * text.style.side, width_of)


def _sheets(blocks: Sequence[Block], page: Page, fonts: Fonts, width: float, height: float) -> list[Sheet]:
    """Cut into pages; if rows set a little tighter save the last page, they are."""

    def rows_in(styles: Styles) -> list[SetRow]:
        return measured(blocks, settings_of(page, fonts, styles), fonts, width, page.words.continued)

    rows = rows_in(STYLES)
    sheets = paginate(rows, height)
    if not 1 < len(sheets) <= MOST_TIGHTENED:
        return sheets
    for tightness in TIGHTER:
        wanted = sum(tightness.height(row.height) for row in rows)
        if wanted <= (len(sheets) - 1) * height * MOST_FILLED:
            tighter = paginate(rows_in(tightness.styles()), height)
            if len(tighter) < len(sheets):
                return tighter
    return sheets
