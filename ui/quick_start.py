# SPDX-License-Identifier: MIT
"""What is passed over so that the window opens sooner."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401  brings in the hook passed over here


def pass_over_features() -> None:
    """Keep PySide from reading the source of every module imported from now on.

    It looks there for a switch to other spellings of Qt's names, which we do not use; that takes a tenth of
    the whole start.  Where a later PySide has no such hook nothing happens.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _uses_no_features)  # noqa: B010  it has no stubs


def _uses_no_features(module: object) -> bool:
    return False
