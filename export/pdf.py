# SPDX-License-Identifier: MIT
"""The PDF file: a form's pages, their fonts and what makes it a copy to work on or to publish, as bytes."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TypeAlias

from export.archive import make_archival
from export.collector import collector_paused
from export.composing import compose
from export.drawing import Run, page_operators
from export.embedding import Subset
from export.fonts import Fonts
from export.metadata import Enclosure, document_information
from export.missing import missing_sentences as missing_sentences
from export.paper import Paper, PaperPage
from export.pdf_fonts import embed_font
from export.pdf_library import load_pdf_library
from export.tagging import Tagger
from model.arithmetic import Figures
from model.drafts import to_bytes
from model.form import Form
from model.template import Template

if TYPE_CHECKING:
    from export.pdf_file import PdfFile

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
    """Return a form as a PDF file, with its draft inside unless it is for the public.

    `draft_mark` marks every page as a draft.
    Errors: FontError or ProfileError if a bundled font or the colour profile is missing or damaged.
    """
    fonts = fonts or Fonts()
    enclosure = enclosure_of(form, None if public else to_bytes(form))
    return pdf_of(compose(form, template, figures, fonts, draft_mark=draft_mark), fonts, enclosure=enclosure)


def enclosure_of(form: Form, draft: bytes | None) -> Enclosure:
    """Return what a file holds besides the pages; one to publish takes nothing of the form."""
    return Enclosure() if draft is None else Enclosure(draft, form.implementing_unit)


@collector_paused()
def pdf_of(
    paper: Paper,
    fonts: Fonts,
    *,
    enclosure: Enclosure | None = None,
    tell: Callable[[int, int], None] | None = None,
) -> bytes:
    """Return pages as a PDF file; the same pages give the same bytes.

    Without an enclosure the file is only good to look at, and has no structure.  After every page `tell` is
    told how many of how many are drawn.
    Errors: FontError or ProfileError if a bundled font or the colour profile is missing or damaged.
    """
    load_pdf_library()  # here, as it takes longer than to set a page
    from export.pdf_file import PdfFile, dictionary

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
    tagger = Tagger(file, paper) if enclosure is not None and enclosure.is_whole else None
    for number, page in enumerate(paper.pages, start=first):
        openings = tagger.openings(page, number) if tagger else None
        content = file.add_stream({}, page_operators(page, encoded, mark, openings).encode("latin-1"))
        tags = tagger.page_entries(number - first) if tagger else {}
        _add_page(file, number, page, {"Contents": content, "Resources": resources, **tags})
        if tell:
            tell(page.number, len(paper.pages))
    if tagger:
        file.catalogue |= tagger.catalogue_entries()
    if enclosure is not None:
        information = document_information(paper, enclosure, fonts.printable)
        make_archival(file, information, enclosure, universal=enclosure.is_whole)
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
    size = b"[0 0 %.2f %.2f]" % (page.width, page.height)
    file.add_page({"MediaBox": size, **entries}, number)
