# SPDX-License-Identifier: MIT
"""Composing: a form is laid out, measured, cut into pages and numbered."""

from collections.abc import Sequence

from export.cells import Block, Cell, Role
from export.collector import collector_paused
from export.fonts import Fonts
from export.layout import lay_out
from export.measuring import measured
from export.pages import Sheet, paginate
from export.paper import MIDDLE, Box, Paper, PaperPage, Text
from export.setting import Settings, settings_of
from export.styles import MM, STYLES, TIGHTER
from export.widths import fitted
from model.arithmetic import Figures
from model.form import Form
from model.template import Page, Template

SHORT_EDGE, LONG_EDGE = 210 * MM, 297 * MM  # A4
HEAD, FOOT = 8.5 * MM, 8.5 * MM  # from the paper's edge to the middle of what stands in the margin
PAGE_NUMBER = "第 {page} 页 共 {pages} 页"
DRAFT = "草稿"
MOST_TIGHTENED = 4  # pages
MOST_FILLED = 0.98  # of all pages, as rows are not cut; where more is wanted, setting them tighter is in vain


@collector_paused()
def compose(form: Form, template: Template, figures: Figures, fonts: Fonts, *, draft_mark: bool) -> Paper:
    """Set a form on pages; `draft_mark` prints 草稿 on each of them."""
    page = template.page
    short, long = sorted((SHORT_EDGE, LONG_EDGE))
    width, height = (short, long) if page.orientation == "portrait" else (long, short)
    margin = page.margin_mm * MM
    settings = settings_of(page, fonts, STYLES)
    room = width - 2 * margin
    blocks = [_fitted(block, settings, fonts, room) for block in lay_out(form, template, figures)]
    sheets = _sheets(blocks, page, fonts, room, height - 2 * margin)
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        foot = PAGE_NUMBER.format(page=number, pages=len(sheets))
        furniture = [_furniture(foot, "page_number", settings, width / 2, height - FOOT)]
        if draft_mark:
            furniture.append(_furniture(DRAFT, "draft_mark", settings, width / 2, HEAD))
        pages.append(PaperPage(number, width, height, margin, sheet, tuple(furniture)))
    return Paper(fonts.printable(_title(form, template)), template.title, draft_mark, tuple(pages))


def _title(form: Form, template: Template) -> str:
    year = "" if form.fiscal_year is None else f"（{form.fiscal_year}年度）"
    return " ".join(form.project_name.split()) + year or template.title


def _fitted(block: Block, settings: Settings, fonts: Fonts, width: float) -> Block:
    """Fit the widths of a block to its texts."""
    setting, share = settings["text"], width / sum(block.widths)
    return fitted(
        block,
        room=lambda shares: shares * share - 2 * setting.style.side,
        width=lambda text: setting.typesetter.width(fonts.printable(text)) * setting.size / 1000,
    )


def _sheets(blocks: Sequence[Block], page: Page, fonts: Fonts, width: float, height: float) -> list[Sheet]:
    """Cut into pages; if rows set a little tighter save the last page, they are."""
    rows = measured(blocks, settings_of(page, fonts, STYLES), fonts, width)
    sheets = paginate(rows, height)
    for tightness in TIGHTER if len(sheets) <= MOST_TIGHTENED else ():
        wanted = sum(tightness.height(row.height) for row in rows)
        if wanted <= (len(sheets) - 1) * height * MOST_FILLED:
            settings = settings_of(page, fonts, tightness.styles())
            tighter = paginate(measured(blocks, settings, fonts, width), height)
            if len(tighter) < len(sheets):
                return tighter
    return sheets


def _furniture(text: str, role: Role, settings: Settings, middle: float, y: float) -> Box:
    """Return a line outside the table, around a point of the page."""
    setting = settings[role]
    half, reach = setting.typesetter.width(text) * setting.size / 2000, setting.size / 2
    line = Text(text, middle - half, y + MIDDLE * setting.size, setting.size, setting.style.bold)
    return Box(Cell(text, role, 0), middle - half, y - reach, middle + half, y + reach, (line,), ruled=False)
