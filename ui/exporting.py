# SPDX-License-Identifier: MIT
"""Exporting: the pages as PDF, of the kind and the name the clerk wants, while he works on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from export.copies import COPIES
from model.errors import FormError
from model.safe_file import Written, write_verified
from ui import dialogs
from ui.document import Document
from ui.naming import folder_to_use, page_name, unfinished
from ui.press import Press
from ui.progress import Task, wait, wait_for
from ui.settings import EXPORTED_KIND, LAST_FOLDER, PUBLIC_KIND, WORKING_KIND, Settings

if TYPE_CHECKING:
    from export.print_shop import Order
    from ui.export_sheet import Wish


class Exporting(QObject):
    """Writes one PDF at a time; a page promised is a page written."""

    exported = Signal(object, bool)  # Path of the PDF, and whether it is a public copy
    warned = Signal(str)  # what did not go as it should though the PDF is written; empty when all is well
    begun = Signal(object, str, str)  # Task that goes on in the background, its words, what it counts

    def __init__(
        self,
        document: Document,
        press: Press,
        settings: Settings,
        finish_typing: Callable[[], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._document, self._press, self._settings, self._window = document, press, settings, window
        self._finish_typing = finish_typing
        self._export: Task[Written] | None = None
        self._wish: Wish | None = None  # what the export is of

    def export(self) -> bool:
        """Write the pages as PDF, of the kind the clerk wants; unless all is done, every page says 草稿."""
        from ui.export_sheet import Offer

        self._finish_typing()
        self.finish()
        document, order = self._document, self._press.order()
        counts = unfinished(document)
        remarks = wait_for(self._press.remarks_task(order), self.tr("正在检查字体…"), self._window) or ()
        names = {kind: page_name(document, public=kind, is_draft=bool(counts)) for kind in COPIES}
        public = self._settings.read(EXPORTED_KIND) == PUBLIC_KIND
        wish = dialogs.ask_copy(
            self._window, Offer(folder_to_use(self._settings), names, public, counts, remarks)
        )
        if wish is not None:
            self._write_pages(order, wish)
        return wish is not None

    def finish(self) -> None:
        """A page promised is a page written: wait for it."""
        if self._export is not None:
            wait(self._export, self.tr("正在导出"), self._window, self.tr("页"))

    def _write_pages(self, order: Order, wish: Wish) -> None:
        """Write the form as it was when the clerk asked for it; he works on meanwhile."""
        self._settings.write(EXPORTED_KIND, PUBLIC_KIND if wish.public else WORKING_KIND)
        write = partial(write_verified, wish.path)
        self._export, self._wish = self._press.file_task(order, write, public=wish.public), wish
        self._export.ended.connect(self._end_export)
        self.begun.emit(self._export, self.tr("正在导出…"), self.tr("页"))

    def _end_export(self) -> None:
        task, wish, self._export = self._export, self._wish, None
        if task is None or wish is None:
            return
        task.deleteLater()
        if task.error is not None:
            dialogs.tell(self._window, _as_told(task.error))
        elif not task.is_cancelled:
            self._settings.write(LAST_FOLDER, str(wish.path.parent))
            self.exported.emit(*wish)
            self.warned.emit("\n".join(task.result.warnings if task.result else ()))


def _as_told(error: Exception) -> Exception:
    """Make a sentence of what went wrong while the pages were made; what the disk refused is one."""
    if isinstance(error, FormError):
        return error
    words = QCoreApplication.translate(
        "Exporting", "页面没有导出成功（{cause}）；没有写出文件，填写的内容不受影响，请再试一次。"
    )
    return FormError(words.format(cause=f"{type(error).__name__}: {error}"))
