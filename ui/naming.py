# SPDX-License-Identifier: MIT
"""What a form's files are called and where they go, and what keeps the form from being final."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from export.copies import COPIES
from export.copies import SUFFIX as PDF_SUFFIX
from model.report import SIGNS, UNFINISHED, counted
from ui.document import Document
from ui.identity import UNNAMED, title
from ui.settings import LAST_FOLDER, Settings

FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys([*map(chr, range(32)), *'\\/:*?"<>|\x7f'], " "))
LONGEST_NAME, MOST_BYTES = 60, 180  # characters; file systems allow 255 bytes, with all that is added


def unfinished(document: Document) -> str:
    """Count in words what keeps the form from being final; nothing when it is."""
    return counted(tuple(finding for finding in document.findings() if finding.severity in UNFINISHED))


def unfinished_sentences(document: Document) -> list[str]:
    """Say what keeps the form from being final, a line each."""
    found = (finding for finding in document.findings() if finding.severity in UNFINISHED)
    return [f"{SIGNS[finding.severity]} {finding.message}" for finding in found]


def file_name(document: Document) -> str:
    """Return the name offered for the form's file: `2024 合作交流工作业务经费`."""
    words = title(document.form.fiscal_year, document.form.project_name).translate(FORBIDDEN_IN_NAMES)
    start = " ".join(words.split())[:LONGEST_NAME].encode("utf-8", "ignore")[:MOST_BYTES]
    return start.decode("utf-8", "ignore").strip(" .") or UNNAMED


def page_name(document: Document, *, public: bool, is_draft: bool) -> str:
    """Return the name offered for the form's PDF: `2024 合作交流工作业务经费 绩效自评表（工作稿）.pdf`."""
    mark = "·草稿" if is_draft else ""
    return f"{file_name(document)} 绩效自评表（{COPIES[public].word}{mark}）{PDF_SUFFIX}"


def with_suffix(path: Path, suffix: str) -> Path:
    """Add the suffix where it is not there yet."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def folder_to_use(settings: Settings) -> Path:
    """Return the folder a file dialog begins in: the one used last, else the clerk's documents."""
    last = Path(settings.read(LAST_FOLDER) or "-")
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return last if last.is_dir() else Path(documents or Path.home())
