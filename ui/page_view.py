# SPDX-License-Identifier: MIT
"""The printed pages on the screen, one below the other, at the zoom the clerk likes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget
from typing_extensions import override

from model.places import Place
from ui import theme
from ui.page_geometry import GAP, NO_PAGES, POINTS_PER_INCH, WIDTH, ZOOMS, Geometry, geometry, next_step
from ui.page_pictures import DrawSoon, PagePictures
from ui.place_names import cell_name

if TYPE_CHECKING:
    from export.print_shop import Proof

ROOM_AROUND = 3 * theme.SPACE  # px, shown around a place that is followed
FOCUS_WIDTH = 2  # px, of the line around the pages while they have the keys
FRAME_REACH = 2.0  # px, of the frame around a place
LINE = 4 * theme.SPACE  # px, scrolled by an arrow key

Key = Qt.Key
ZOOM_KEYS = {"+": "zoom_in", "=": "zoom_in", "-": "zoom_out", "0": "fit_width"}
"""With Ctrl or without, while the pages have the focus; in the tree the same keys expand and collapse."""


class PageView(QAbstractScrollArea):
    """Shows a proof; a click chooses the cell printed there."""

    place_chosen = Signal(object)  # Place
    page_changed = Signal(int, int)  # number of the page in view, count
    zoom_changed = Signal(str)

    def __init__(self, draw_soon: DrawSoon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proof: Proof | None = None
        self._layout: Geometry = NO_PAGES
        self.pictures = PagePictures(draw_soon)
        self._place: Place = ()
        self.setAccessibleName(self.tr("页面预览"))
        self.zoom = WIDTH
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    # What is shown

    def show_proof(self, proof: Proof) -> None:
        """Show another proof; the old pictures stay until the new ones are drawn."""
        self._proof = proof
        self.pictures.begin(proof)
        self._lay_out()
        self.follow(self._place)

    def clear(self) -> None:
        """Show nothing, and follow nothing."""
        self._proof, self._place = None, ()
        self.pictures.begin(None)
        self._lay_out()

    def show_picture(self, proof: Proof, page: int, picture: QImage) -> None:
        """Take a picture that was asked for; one of an older proof is passed over."""
        if self.pictures.take(proof, page, picture):
            self.viewport().update(self._page_box(page).toAlignedRect())

    def follow(self, place: Place) -> None:
        """Frame a place and bring it into view, if it is not."""
        self._place = place
        if self._proof and (box := next(self._proof.places.of(place), None)):
            self._bring_into_view(self._layout.placed(box.page, *box[2:]))
        self.viewport().update()

    @property
    def is_drawn(self) -> bool:
        """Tell whether every page in view shows its picture."""
        pages = self._pages_in_view()
        return bool(pages) and all(self.pictures.has(page) for page in pages)

    @override
    def sizeHint(self) -> QSize:
        return QSize(320, 420)

    # Zoom

    @property
    def percent(self) -> float:
        """How large the pages are shown, 100 = as large as printed."""
        return self._layout.scale * POINTS_PER_INCH / self.logicalDpiX() * 100

    def set_zoom(self, zoom: str, fixed: QPointF | None = None) -> None:
        """Show the pages larger or smaller; the point `fixed`, else the middle, stays where it is."""
        if zoom == self.zoom or zoom not in ZOOMS:
            return
        fixed = fixed or QRectF(self.viewport().rect()).center()
        page = next(iter(self._pages_in_view()), 0)
        point = self._layout.point(page, fixed + self._offset()) if self._proof else QPointF()
        self.zoom = zoom
        self._lay_out()
        if self._proof:
            goal = self._layout.placed(page, point.x(), point.y(), point.x(), point.y()).topLeft() - fixed
            self.verticalScrollBar().setValue(round(goal.y()))
            self.horizontalScrollBar().setValue(round(goal.x()))
        self.zoom_changed.emit(zoom)

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self.set_zoom(next_step(self.percent, up=True))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self.set_zoom(next_step(self.percent, up=False))

    def fit_width(self) -> None:
        """Show the pages as wide as there is room."""
        self.set_zoom(WIDTH)

    # What Qt tells

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, pages = QPainter(self.viewport()), self._pages_in_view()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in pages:
            box = self._page_box(page)
            self.pictures.paint(painter, page, box, self._layout.scale, self.devicePixelRatioF())
            painter.setPen(QPen(theme.hairline(self.palette()), 1))
            painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        _paint_frames(painter, list(self._frames()))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.accent(self.palette()), FOCUS_WIDTH))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
        painter.end()
        self.pictures.drop_far(pages)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        self.follow(self._place)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the release chooses

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
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), cell_name(place) if place else "", self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
            self.set_zoom(next_step(self.percent, up=turned > 0), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.viewport().update()
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _zoom_of(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if method := _zoom_of(event):
            getattr(self, method)()
        elif event.key() in (Key.Key_Return, Key.Key_Enter) and self._place and not event.modifiers().value:
            self.place_chosen.emit(self._place)
        elif event.key() in (Key.Key_Home, Key.Key_End):
            bar.setValue(bar.maximum() if event.key() == Key.Key_End else 0)
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        super().changeEvent(event)

    # Where things are

    def _lay_out(self) -> None:
        sizes = self._proof.sizes if self._proof else ()
        self._layout = geometry(sizes, QSizeF(self.viewport().size()), self.zoom, self.logicalDpiX())
        extent, room = self._layout.extent, self._layout.room
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, whole, part in (
            (across, extent.width(), room.width()),
            (down, extent.height(), room.height()),
        ):
            bar.setPageStep(round(part))
            bar.setSingleStep(LINE)
            bar.setRange(0, max(0, int(whole - part + 0.5)) if sizes else 0)
        self._tell_page()
        self.viewport().update()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _page_box(self, page: int) -> QRectF:
        """Return where a page is in the viewport."""
        return self._layout.box(page).translated(-self._offset())

    def _pages_in_view(self) -> range:
        return self._layout.seen(self.verticalScrollBar().value())

    def _frames(self) -> Iterator[QRectF]:
        """Go through the boxes of the current place in the viewport; one a page, around all its cells."""
        pages = self._pages_in_view()
        around: dict[int, QRectF] = {}
        for box in self._proof.places.of(self._place, pages) if self._proof else ():
            placed = self._layout.placed(box.page, *box[2:]).translated(-self._offset())
            around[box.page] = around.get(box.page, placed).united(placed)
        yield from around.values()

    def _place_at(self, point: QPointF) -> Place | None:
        for page in self._pages_in_view():
            if self._proof and self._page_box(page).contains(point):
                at = self._layout.point(page, point + self._offset())
                return self._proof.places.at(page, at.x(), at.y())
        return None

    def _bring_into_view(self, box: QRectF) -> None:
        """Scroll only if a box is not seen, and then so that what comes next is seen too."""
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        top, room = down.value(), self.viewport().height()
        if box.top() < top + ROOM_AROUND or box.bottom() > top + room - ROOM_AROUND:
            down.setValue(round(box.top() - room / 3))
        left, width = across.value(), self.viewport().width()
        if box.left() < left or box.right() > left + width:
            across.setValue(round(box.left() - GAP))

    def _tell_page(self) -> None:
        pages, room = self._pages_in_view(), QRectF(self.viewport().rect())
        if self._proof and pages:
            most = max(pages, key=lambda page: self._page_box(page).intersected(room).height())
            words = self.tr("页面预览，第 {number} 页，共 {count} 页")
            self.setAccessibleName(words.format(number=most + 1, count=len(self._proof.sizes)))
            self.page_changed.emit(most + 1, len(self._proof.sizes))


def _zoom_of(event: QKeyEvent) -> str | None:
    """Return the method a key press zooms by."""
    if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
        return None
    return ZOOM_KEYS.get(QKeySequence(event.key()).toString())


def _paint_frames(painter: QPainter, frames: list[QRectF]) -> None:
    ground = QColor(theme.ON_PAPER)
    ground.setAlphaF(0.10)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.ON_PAPER), 1.5))
    painter.setBrush(ground)
    for frame in frames:
        painter.drawRoundedRect(frame.adjusted(-FRAME_REACH, -FRAME_REACH, FRAME_REACH, FRAME_REACH), 3, 3)
