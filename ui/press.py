# SPDX-License-Identifier: MIT
"""The press: prints the form in the background and draws its pages, for preview, file and printer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from model.places import Place
from model.report import UNFINISHED

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from export.fonts import Fonts
    from export.page_places import PlaceBox
    from ui.document import Document

POINTS_PER_INCH = 72


@dataclass(frozen=True, eq=False)
class Proof:
    """The form printed once: the PDF, and where its cells are."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]  # width and height of the pages, in points
    boxes: tuple[PlaceBox, ...]
    is_draft: bool

    def boxes_of(self, place: Place) -> list[PlaceBox]:
        """Return where a place is printed; for a row or a group, all its cells."""
        return [box for box in self.boxes if box.place[: len(place)] == place] if place else []

    def place_at(self, page: int, x: float, y: float) -> Place | None:
        """Return the cell printed at a point of a page, in points from its top left."""
        from export.page_places import place_at

        return place_at(self.boxes, page, x, y)


class Press(QObject):
    """One thread that prints and draws; pdfium allows no more, and the window never waits for it.

    The form is read while the clerk may change it: what was printed across a change is thrown away, and
    printing again is the caller's wish.
    """

    printed = Signal(object)  # Proof
    drawn = Signal(object, int, QImage)  # Proof, page index, picture
    failed = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._revision = 0
        self._fonts: Fonts | None = None
        self._open: tuple[Proof, Any] | None = None  # the proof drawn last, as pdfium holds it
        document.about_to_apply.connect(self._note_change)
        document.about_to_reset.connect(self._note_change)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        """The thread, begun when it is first needed."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="press")

    def print_soon(self) -> None:
        """Print the form as it is now; `printed` follows, unless it changes meanwhile."""
        self._thread.submit(self._print, self._revision)

    def draw_soon(self, proof: Proof, page: int, scale: float) -> None:
        """Draw a page, `scale` pixels to the point; `drawn` follows."""
        self._thread.submit(self._draw, proof, page, scale)

    def proof(self) -> Proof:
        """Print the form as it is now and wait for it."""
        return self._thread.submit(self._make).result()

    def remarks(self) -> list[str]:
        """Say which characters of the form no font can print, a sentence each."""
        return self._thread.submit(self._remarks).result()

    def picture(self, proof: Proof, page: int, dots_per_inch: int) -> QImage:
        """Draw a page and wait for it."""
        scale = dots_per_inch / POINTS_PER_INCH
        return self._thread.submit(self._picture, proof, page, scale).result()

    def stop(self) -> None:
        """End the thread; what is waiting is not printed any more."""
        thread = self.__dict__.pop("_thread", None)
        if thread is not None:
            thread.shutdown(wait=True, cancel_futures=True)
            self._close()

    def _note_change(self) -> None:
        self._revision += 1

    def _print(self, revision: int) -> None:
        if revision != self._revision:
            return
        try:
            proof = self._make()
        except Exception as error:
            if revision == self._revision:
                self.failed.emit(f"{type(error).__name__}: {error}")
            return
        if revision == self._revision:
            self.printed.emit(proof)

    def _draw(self, proof: Proof, page: int, scale: float) -> None:
        self.drawn.emit(proof, page, self._picture(proof, page, scale))

    def _make(self) -> Proof:
        from export.composing import compose
        from export.fonts import Fonts
        from export.page_places import place_boxes
        from export.pdf import pdf_of

        fonts = self._fonts = self._fonts or Fonts()
        form, template, judge = self._document.form, self._document.template, self._document.judge
        is_draft = any(finding.severity in UNFINISHED for finding in judge.findings())
        paper = compose(form, template, judge.figures, fonts, draft_mark=is_draft)
        sizes = tuple((page.width, page.height) for page in paper.pages)
        return Proof(pdf_of(paper, fonts), sizes, tuple(place_boxes(paper)), is_draft)

    def _remarks(self) -> list[str]:
        from export.fonts import Fonts
        from export.missing import missing_sentences

        self._fonts = self._fonts or Fonts()
        return list(missing_sentences(self._document.form, self._document.template, self._fonts))

    def _picture(self, proof: Proof, page: int, scale: float) -> QImage:
        bitmap = self._opened(proof)[page].render(scale=scale, prefer_bgrx=True)
        stride, ground = bitmap.stride, QImage.Format.Format_RGB32
        return QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, stride, ground).copy()

    def _opened(self, proof: Proof) -> Any:
        from pypdfium2 import PdfDocument

        if self._open is None or self._open[0] is not proof:
            self._close()
            self._open = (proof, PdfDocument(proof.pdf))
        return self._open[1]

    def _close(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None
