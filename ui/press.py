# SPDX-License-Identifier: MIT
"""The press: prints the form in the background and draws its pages, for preview, file and printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from model.report import UNFINISHED

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from export.distant_shop import DistantShop
    from export.print_shop import Order, Picture, PrintShop, Proof
    from ui.document import Document
    from ui.progress import Task, Tell

    Shop = PrintShop | DistantShop

POINTS_PER_INCH = 72
LONG = 100_000  # bytes of a draft, about 400 rows; longer forms are printed in a process of their own
Made = TypeVar("Made")


class Press(QObject):
    """One thread that prints and draws; pdfium allows no more, and the window never waits for it.

    What is printed is the form as it was when it was asked for. A proof of a form that has changed
    meanwhile is thrown away, and printing again is the caller's wish.
    """

    printed = Signal(object)  # Proof
    drawn = Signal(object, int, QImage)  # Proof, page index, picture
    failed = Signal(str)

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._revision = 0
        self._shops: dict[bool, Shop] = {}  # by whether they are distant
        self._shop_of: WeakKeyDictionary[Proof, Shop] = WeakKeyDictionary()
        document.about_to_apply.connect(self._note_change)
        document.about_to_exchange.connect(self._note_change)
        document.about_to_reset.connect(self._note_change)

    @cached_property
    def _thread(self) -> ThreadPoolExecutor:
        """The thread, begun when it is first needed."""
        from concurrent.futures import ThreadPoolExecutor

        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="press")

    def print_soon(self) -> None:
        """Print the form as it is now; `printed` follows, unless it changes meanwhile."""
        self._thread.submit(self._print, self._revision, self.order())

    def draw_soon(self, proof: Proof, page: int, scale: float) -> None:
        """Draw a page, `scale` pixels to the point; `drawn` follows, unless the proof is kept no more."""
        self._thread.submit(self._draw, proof, page, scale)

    def prepare_soon(self) -> None:
        """Make the file of the form for nobody, so that the next one takes no longer than it must."""
        self._thread.submit(self._prepare, self.order())

    def order(self) -> Order:
        """Note the form as it is now."""
        from export.print_shop import Order
        from model.drafts import to_bytes

        document = self._document
        is_draft = any(finding.severity in UNFINISHED for finding in document.findings())
        return Order(to_bytes(document.form), document.template, document.judge.figures, is_draft)

    def proof_task(self, order: Order) -> Task[Proof]:
        """Print what was noted."""
        return self._task(lambda tell: self._make(order))

    def file_task(self, order: Order, write: Callable[[bytes], Made], *, public: bool = False) -> Task[Made]:
        """Make the PDF of what was noted, telling page by page, and write it in the end."""
        wanted = order._replace(public=public)

        def work(tell: Tell) -> Made:
            content = self._with_shop(wanted, lambda shop: shop.pdf(wanted, tell))
            tell(0, 0)  # the last moment to cancel: from here on it is written whole
            return write(content)

        return self._task(work)

    def remarks_task(self, order: Order) -> Task[list[str]]:
        """Say which characters no font can print, a sentence each."""
        return self._task(lambda tell: self._with_shop(order, lambda shop: shop.remarks(order)))

    def task(self, work: Callable[[Tell], Made]) -> Task[Made]:
        """Do something else in the press's thread, such as sending pictures to a printer."""
        return self._task(work)

    def proof(self) -> Proof:
        """Print the form as it is now and wait for it."""
        return self._thread.submit(self._make, self.order()).result()

    def picture(self, proof: Proof, page: int, dots_per_inch: int) -> QImage:
        """Draw a page, in the press's thread."""
        return image(self._shop_of[proof].picture(proof.number, page, dots_per_inch / POINTS_PER_INCH))

    def part(self, proof: Proof, pages: Sequence[int], tell: Tell) -> bytes:
        """Return some pages as a PDF file, in the press's thread."""
        return self._shop_of[proof].part(proof.number, pages, tell)

    def stop(self) -> None:
        """End the thread; what is waiting is not printed any more."""
        thread = self.__dict__.pop("_thread", None)
        if thread is not None:
            if distant := self._shops.pop(True, None):
                distant.close()  # at once, whatever it is at
            thread.shutdown(wait=True, cancel_futures=True)
            self._close()

    def _note_change(self) -> None:
        self._revision += 1

    def _task(self, work: Callable[[Tell], Made]) -> Task[Made]:
        from ui.progress import Task

        return Task[Made](self).run_in(self._thread, work)

    # In the thread

    def _print(self, revision: int, order: Order) -> None:
        if revision != self._revision:
            return
        try:
            proof = self._make(order)
        except Exception as error:
            if revision == self._revision:
                self.failed.emit(f"{type(error).__name__}: {error}")
            return
        if revision == self._revision:
            self.printed.emit(proof)

    def _prepare(self, order: Order) -> None:
        self._with_shop(order, lambda shop: (shop.remarks(order), shop.pdf(order, lambda done, count: None)))

    def _draw(self, proof: Proof, page: int, scale: float) -> None:
        shop = self._shop_of[proof]
        if shop not in self._shops.values():  # closed since then
            return
        try:
            self.drawn.emit(proof, page, image(shop.picture(proof.number, page, scale)))
        except Exception as error:
            self.failed.emit(f"{type(error).__name__}: {error}")

    def _make(self, order: Order) -> Proof:
        def make(shop: Shop) -> Proof:
            proof = shop.proof(order)
            self._shop_of[proof] = shop
            return proof

        return self._with_shop(order, make)

    def _with_shop(self, order: Order, work: Callable[[Shop], Made]) -> Made:
        """Work in the shop that is right for a form of this length; a distant one that fails is closed."""
        is_long = len(order.draft) > LONG
        if not is_long and (distant := self._shops.pop(True, None)):
            distant.close()  # it takes memory, and the long form is gone
        shop = self._shops.get(is_long) or self._open_shop(is_long)
        try:
            return work(shop)
        except BaseException:
            if is_long:
                self._shops.pop(True, None)
                shop.close()
            raise

    def _open_shop(self, is_long: bool) -> Shop:
        if is_long:
            from export.distant_shop import DistantShop

            self._shops[True] = DistantShop()
        else:
            from export.print_shop import PrintShop

            self._shops[False] = PrintShop()
        return self._shops[is_long]

    def _close(self) -> None:
        while self._shops:
            self._shops.popitem()[1].close()


def image(picture: Picture) -> QImage:
    """Return a drawn page as Qt shows it."""
    pixels, width, height, stride = picture
    return QImage(pixels, width, height, stride, QImage.Format.Format_RGB32).copy()
