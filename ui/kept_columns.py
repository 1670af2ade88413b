# SPDX-License-Identifier: MIT
"""The columns of the indicator tree stay as wide as the clerk has drawn them, at any width of the window."""

from __future__ import annotations

from functools import partial

from ui.settings import COLUMNS, Settings
from ui.tree_view import TreeView

WIDEST = 10_000  # a larger share is no width of a column


def keep_columns(view: TreeView, settings: Settings) -> None:
    """Share the width out as it was kept, and keep it from now on."""
    kept = settings.read(COLUMNS)
    shares = [int(one) for one in kept if one.isascii() and one.isdigit() and 0 < int(one) < WIDEST]
    if len(shares) == len(kept) == len(view.shares):
        view.share_out(shares)
    view.header().released.connect(partial(_keep, view, settings))


def _keep(view: TreeView, settings: Settings) -> None:
    settings.write(COLUMNS, [str(share) for share in view.shares])
