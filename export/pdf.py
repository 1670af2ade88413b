# SPDX-License-Identifier: MIT
"""The PDF file: a form's pages, their fonts and the document information, as bytes."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from export.collector import collector_paused
from export.composing import compose
from export.drawing import Run, page_operators
from export.embedding import Subset
from export.fonts import Fonts
from export.missing import missing_sentences as missing_sentences
from export.paper import Paper, PaperPage
from export.pdf_fonts import embed_font
from model.arithmetic import Figures
from model.form import Form
from model.template import Template

if TYPE_CHECKING:
    from export.pdf_file import PdfFile

CREATOR = "绩效自评表编辑器"
LANGUAGE = "zh-CN"
COPIES = {False: "工作稿", True: "公开稿"}

_Parts: TypeAlias = Sequence[tuple[str, str]]
"""A line's parts, each with the font that draws it."""


@collector_paused()
def write_pdf(
    form: Form,
    template: Template,
    *,
    figures: Figures,
    draft_mark: bool,
    public: bool = False,
    fonts: Fonts | None = None,
) -> bytes:
    """Return a form as a PDF file; `draft_mark` marks every page as a draft, `public` is for publication.

    Errors: FontError if a bundled font is missing or damaged.
    """
    fonts = fonts or Fonts()
    return pdf_of(compose(form, template, figures, fonts, draft_mark=draft_mark), fonts, public=public)


@collector_paused()
def pdf_of(
    paper: Paper, fonts: Fonts, *, public: bool = False, tell: Callable[[int, int], None] | None = None
) -> bytes:
    """Return pages as a PDF file; the same pages give the same bytes.

    `tell` is told after every page how many of how many are drawn.
    Errors: FontError if a bundled font is missing or damaged.
    """
    from export.pdf_file import PdfFile, dictionary, text  # here, as it takes longer than to set a page

    file = PdfFile()
    mark = paper.draft_mark
    runs = _runs(paper, mark, fonts)
    subsets = _subsets(runs.values(), fonts)
    names = {font: f"F{number}" for number, font in enumerate(subsets, start=1)}
    embedded = {names[font]: embed_font(file, subset) for font, subset in subsets.items()}
    resources = file.add_dictionary({"Font": dictionary(embedded)})
    encoded = {
        line: [Run(names[font], part.translate(subsets[font].codes)) for font, part in parts]
        for line, parts in runs.items()
    }
    first = file.reserve(len(paper.pages))
    for number, page in enumerate(paper.pages, start=first):
        content = file.add_stream({}, page_operators(page, encoded, mark).encode("ascii"))
        _add_page(file, number, page, {"Contents": content, "Resources": resources})
        if tell:
            tell(page.number, len(paper.pages))
    file.catalogue["Lang"] = text(LANGUAGE)
    subject = f"{paper.subject}（{COPIES[public]}）"
    about = {"Title": text(paper.title), "Subject": text(subject), "Creator": text(CREATOR)}
    file.trailer["Info"] = file.add_dictionary(about)
    return file.finished()


def _runs(paper: Paper, mark: str, fonts: Fonts) -> dict[tuple[bool, str], _Parts]:
    """Return every line of the pages, with the parts that one font draws each."""
    lines = {line for page in paper.pages for line in page.lines()} | ({(True, mark)} if mark else set())
    return {(bold, text): (fonts.bold if bold else fonts.regular).runs(text) for bold, text in lines}


def _subsets(lines: Iterable[_Parts], fonts: Fonts) -> dict[str, Subset]:
    """Return the fonts that lines need, each cut down to the characters they use of it."""
    used: dict[str, set[str]] = {}
    for parts in lines:
        for font, part in parts:
            used.setdefault(font, set()).update(part)
    return {font: fonts.subset(font, frozenset(characters)) for font, characters in sorted(used.items())}


def _add_page(file: "PdfFile", number: int, page: PaperPage, entries: dict[str, object]) -> None:
    from export.pdf_file import array

    size = (0, 0, round(page.width, 2), round(page.height, 2))
    file.add_page({"MediaBox": array(size), **entries}, number)
