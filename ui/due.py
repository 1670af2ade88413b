# SPDX-License-Identifier: MIT
"""Which findings the window shows: an empty new form is to be filled in, not wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.rules.finding import Severity

if TYPE_CHECKING:
    from model.rules import Finding
    from ui.document import Document


def due_findings(document: Document) -> list[Finding]:
    """Return the findings to show, in printed order."""
    return [finding for finding in document.findings() if is_due(document, finding)]


def is_due(document: Document, finding: Finding) -> bool:
    """Tell whether a finding is to be shown yet.

    What a new form has not filled in is shown at once; what is wrong with its tree as a whole, only when the
    tree was begun or came from a file.
    """
    if finding.severity is Severity.TODO or finding.place[0] != "indicators":
        return True
    return document.path is not None or any(level2.children for _, level2 in document.form.level2_groups())
