# SPDX-License-Identifier: MIT
"""Folders that are nobody's but the clerk's."""

import os
from contextlib import suppress
from pathlib import Path

ONLY_MINE = 0o700


def private_folder(folder: Path) -> Path:
    """Make a folder, with those it is in, where they are missing; nobody else may look into it.

    Errors: OSError.
    """
    if not folder.parent.is_dir():
        private_folder(folder.parent)
    with suppress(FileExistsError):
        os.mkdir(folder, ONLY_MINE)
    return folder
