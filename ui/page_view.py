# SPDX-License-Identifier: MIT
"""The printed pages on the screen, one below the other, as wide as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from model.places import Place
from ui import theme
from ui.press import Proof

GAP = theme.SPACE + theme.HALF  # px, around and between pages
PAPER = QColor(Qt.GlobalColor.white)  # in the dark too: it is what the printer gives
KEPT_BESIDE = 2  # pages above and below the visible ones whose pictures are kept
ROOM_AROUND = 6 * theme.SPACE  # px, shown above and below a place that is followed
FRAME_REACH = 2.0  # px, of the frame around a place

DrawSoon = Callable[[Proof, int, float], None]


class PageView(QAbstractScrollArea):
    """Shows a proof; a click chooses the cell printed there."""

    place_chosen = Signal(object)  # Place
    page_changed = Signal(int, int)  # number of the page in view, count

    def __init__(self, draw_soon: DrawSoon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draw_soon = draw_soon
        self._proof: Proof | None = None
        self._pictures: dict[int, QImage] = {}
        self._wanted: dict[int, float] = {}  # page → scale of the picture asked for
        self._place: Place = ()
        self.setAccessibleName(self.tr("页面预览"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    def show_proof(self, proof: Proof) -> None:
        """Show another proof; the old pictures stay until the new ones are drawn."""
        self._proof, self._wanted = proof, {}
        self._pictures = {page: old for page, old in self._pictures.items() if page < len(proof.sizes)}
        self._fit_scroll_bar()
        self.follow(self._place)
        self.viewport().update()

    def clear(self) -> None:
        """Show nothing, and follow nothing."""
        self._proof, self._pictures, self._wanted, self._place = None, {}, {}, ()
        self._fit_scroll_bar()
        self.viewport().update()

    def show_picture(self, proof: Proof, page: int, picture: QImage) -> None:
        """Take a picture that was asked for; one of an older proof is passed over."""
        if proof is self._proof:
            self._pictures[page] = picture
            self.viewport().update(self._page_box(page).toAlignedRect())

    def follow(self, place: Place) -> None:
        """Frame a place and bring it into view."""
        self._place = place
        boxes = list(self._frames())
        if boxes:
            self._bring_into_view(boxes[0])
        self.viewport().update()

    @property
    def is_drawn(self) -> bool:
        """Tell whether every page in view shows its picture."""
        pages = self._pages_in_view()
        return bool(pages) and all(page in self._pictures for page in pages)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 420)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        pages, frames = self._pages_in_view(), list(self._frames())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in pages:
            self._paint_page(painter, page)
        _paint_frames(painter, frames)
        painter.end()
        self._drop_far_pictures()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit_scroll_bar()
        self.follow(self._place)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self.place_chosen.emit(place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._place_at(event.position()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        super().changeEvent(event)

    def _scale(self) -> float:
        """Pixels to the point."""
        widest = max((width for width, _ in self._proof.sizes), default=1.0) if self._proof else 1.0
        return max(0.05, (self.viewport().width() - 2 * GAP) / widest)

    def _page_box(self, page: int) -> QRectF:
        """Return where a page is in the viewport."""
        scale, sizes = self._scale(), self._proof.sizes if self._proof else []
        top = GAP + sum(height * scale + GAP for _, height in sizes[:page]) - self.verticalScrollBar().value()
        width, height = sizes[page]
        left = (self.viewport().width() - width * scale) / 2
        return QRectF(left, top, width * scale, height * scale)

    def _pages_in_view(self) -> list[int]:
        if self._proof is None:
            return []
        room = QRectF(self.viewport().rect())
        return [page for page in range(len(self._proof.sizes)) if self._page_box(page).intersects(room)]

    def _frames(self) -> Iterator[QRectF]:
        """Go through the boxes of the current place, in the viewport."""
        if self._proof is None:
            return
        scale = self._scale()
        for box in self._proof.boxes_of(self._place):
            corner = self._page_box(box.page).topLeft()
            upper_left = corner + QPointF(box.left, box.top) * scale
            yield QRectF(upper_left, corner + QPointF(box.right, box.bottom) * scale)

    def _place_at(self, point: QPointF) -> Place | None:
        for page in self._pages_in_view():
            box = self._page_box(page)
            if self._proof and box.contains(point):
                at = (point - box.topLeft()) / self._scale()
                return self._proof.place_at(page, at.x(), at.y())
        return None

    def _paint_page(self, painter: QPainter, page: int) -> None:
        box = self._page_box(page)
        picture = self._pictures.get(page)
        if picture is None:
            painter.fillRect(box, PAPER)
        else:
            painter.drawImage(box, picture)
        painter.setPen(QPen(theme.hairline(self.palette()), 1))
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        self._want(page)

    def _want(self, page: int) -> None:
        scale = self._scale() * self.devicePixelRatioF()
        if self._proof and self._wanted.get(page) != scale:
            self._wanted[page] = scale
            self._draw_soon(self._proof, page, scale)

    def _drop_far_pictures(self) -> None:
        pages = self._pages_in_view() or [0]
        near = range(pages[0] - KEPT_BESIDE, pages[-1] + KEPT_BESIDE + 1)
        for page in [page for page in self._pictures if page not in near]:
            del self._pictures[page]
            self._wanted.pop(page, None)

    def _fit_scroll_bar(self) -> None:
        scale, sizes = self._scale(), self._proof.sizes if self._proof else []
        height = GAP + sum(height * scale + GAP for _, height in sizes)
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(4 * theme.SPACE)
        bar.setRange(0, max(0, round(height) - room))
        self._tell_page()

    def _bring_into_view(self, box: QRectF) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if box.top() < ROOM_AROUND or box.bottom() > room - ROOM_AROUND:
            bar.setValue(round(bar.value() + box.top() - room / 3))

    def _tell_page(self) -> None:
        pages, room = self._pages_in_view(), QRectF(self.viewport().rect())
        if self._proof and pages:
            most = max(pages, key=lambda page: self._page_box(page).intersected(room).height())
            words = self.tr("页面预览，第 {number} 页，共 {count} 页")
            self.setAccessibleName(words.format(number=most + 1, count=len(self._proof.sizes)))
            self.page_changed.emit(most + 1, len(self._proof.sizes))


def _paint_frames(painter: QPainter, frames: list[QRectF]) -> None:
    ground = QColor(theme.ON_PAPER)
    ground.setAlphaF(0.10)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.ON_PAPER), 1.5))
    painter.setBrush(ground)
    for frame in frames:
        painter.drawRoundedRect(frame.adjusted(-FRAME_REACH, -FRAME_REACH, FRAME_REACH, FRAME_REACH), 3, 3)
