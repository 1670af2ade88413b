# SPDX-License-Identifier: MIT
"""The print shop: sets a form on pages, draws them, and writes them as PDF; without a window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from export.page_places import PagePlaces, places_on
from export.paper import Paper
from model.arithmetic import Figures
from model.drafts import parse
from model.form import Form
from model.template import Template

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from export.fonts import Fonts

PAPERS_KEPT = 3  # the live page's, the print preview's, and one on the way
PAGES_OPEN = 8  # as pdfium holds them

Tell: TypeAlias = Callable[[int, int], None]
"""Told how many pages of how many are done; what it raises ends the work."""


class Order(NamedTuple):
    """A form as it was when the order was given; later changes do not reach it."""

    draft: bytes
    template: Template
    figures: Figures
    draft_mark: bool
    public: bool = False  # a file for everyone, without the draft inside


@dataclass(frozen=True, eq=False)
class Proof:
    """A form set on pages: how large they are, and where its cells are."""

    number: int  # by which the shop knows it
    sizes: tuple[tuple[float, float], ...]  # width and height of the pages, in points
    places: PagePlaces
    is_draft: bool


class Picture(NamedTuple):
    """A drawn page: rows of blue, green, red and a byte unused; a row takes `stride` bytes."""

    pixels: bytes
    width: int
    height: int
    stride: int


class PrintShop:
    """Keeps fonts and the latest pages at hand."""

    def __init__(self) -> None:
        self._papers: dict[int, Paper] = {}
        self._number = 0
        self._open: dict[tuple[int, int], PdfDocument] = {}

    @cached_property
    def _fonts(self) -> "Fonts":
        from export.fonts import Fonts

        return Fonts()

    def proof(self, order: Order) -> Proof:
        """Set a form on pages.  Errors: FontError if a bundled font is missing or damaged."""
        paper = self._set(order, parse(order.draft, ""))
        self._number += 1
        self._papers[self._number] = paper
        if len(self._papers) > PAPERS_KEPT:
            del self._papers[next(iter(self._papers))]
        sizes = tuple((page.width, page.height) for page in paper.pages)
        return Proof(self._number, sizes, places_on(paper), order.draft_mark)

    def picture(self, number: int, page: int, scale: float) -> Picture:
        """Draw a page of a proof, `scale` pixels to the point.  Errors: KeyError if it is kept no more."""
        bitmap = self._opened(number, page)[0].render(scale=scale, prefer_bgrx=True)
        return Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)

    def pdf(self, order: Order, tell: Tell) -> bytes:
        """Return the file of a form.  Errors: FormError if a font or the colour profile is missing."""
        from export.pdf import enclosure_of, pdf_of

        tell(0, 0)
        form = parse(order.draft, "")
        enclosure = enclosure_of(form, None if order.public else order.draft)
        return pdf_of(self._set(order, form), self._fonts, enclosure=enclosure, tell=tell)

    def part(self, number: int, pages: Sequence[int], tell: Tell) -> bytes:
        """Return some pages of a proof as a file, in this order; nothing of the draft is in it.

        Errors: KeyError if the proof is kept no more.
        """
        from export.metadata import Enclosure
        from export.pdf import pdf_of

        paper = self._papers[number]
        chosen = paper._replace(pages=tuple(paper.pages[page] for page in pages))
        enclosure = Enclosure(is_whole=chosen.pages == paper.pages)
        return pdf_of(chosen, self._fonts, enclosure=enclosure, tell=_counted(tell, len(pages)))

    def remarks(self, order: Order) -> list[str]:
        """Say which characters of a form no font can print, a sentence each."""
        from export.missing import missing_sentences

        return list(missing_sentences(parse(order.draft, ""), order.template, self._fonts))

    def close(self) -> None:
        """Let go of everything."""
        self._papers.clear()
        while self._open:
            self._open.popitem()[1].close()

    def _set(self, order: Order, form: Form) -> Paper:
        from export.composing import compose

        return compose(form, order.template, order.figures, self._fonts, draft_mark=order.draft_mark)

    def _opened(self, number: int, page: int) -> "PdfDocument":
        """Return a file of the one page; the others would only take time."""
        from pypdfium2 import PdfDocument

        from export.pdf import pdf_of

        found = self._open.pop((number, page), None)
        if found is None:
            paper = self._papers[number]
            found = PdfDocument(pdf_of(paper._replace(pages=(paper.pages[page],)), self._fonts))
        self._open[number, page] = found
        if len(self._open) > PAGES_OPEN:
            self._open.pop(next(iter(self._open))).close()
        return found


def _counted(tell: Tell, count: int) -> Tell:
    """Tell the pages one by one, whatever number they bear."""
    numbers = iter(range(1, count + 1))
    return lambda number, pages: tell(next(numbers), count)
