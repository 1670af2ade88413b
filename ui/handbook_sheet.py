# SPDX-License-Identifier: MIT
"""The handbook of checks on a sheet, generated from the rules as the form's template sets them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from model.rules.handbook import as_html
from model.template import Template

SIZE = (1000, 640)  # px, at most; smaller screens get less


class HandbookSheet(QDialog):
    """All checks: what each looks at, an example of right and wrong, its basis."""

    def __init__(self, template: Template, rule: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QCoreApplication.translate("Handbook", "检查说明 — {name}")
        self.setWindowTitle(title.format(name=template.name))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setOpenLinks(False)
        self.text.setHtml(as_html(template))
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        self.resize(*SIZE)
        self.text.scrollToAnchor(rule)
