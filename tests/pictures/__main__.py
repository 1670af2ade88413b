# SPDX-License-Identifier: MIT
"""`python -m tests.pictures [FOLDER]`: the window in every section, light and dark, at 100 and 150 %.

Each look is drawn by a process of its own, without a screen; the README's picture is drawn along with them.
Without a folder they go into a new one; where is printed.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
README_PICTURE = ROOT / "resources" / "help" / "window.png"
LOOKS = ("light", "dark")
SCALES = ("1", "1.5")
README_LOOK = ("light", "1.5")
SCREEN = {"name": "screen", "x": 0, "y": 0, "width": 3200, "height": 2000, "dpr": 1}
DOTS = {"logicalDpi": 96, "logicalBaseDpi": 96}


def main(folder: Path) -> None:
    """Draw all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        screens = Path(home) / "screens.json"
        screens.write_text(json.dumps({"screens": [SCREEN | DOTS]}), encoding="utf-8")
        for look, scale in itertools.product(LOOKS, SCALES):
            readme = (str(README_PICTURE),) if (look, scale) == README_LOOK else ()
            platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "QT_SCALE_FACTOR": scale}
            call = [sys.executable, "-m", "tests.pictures.draw", str(folder), look, scale, *readme]
            subprocess.run(call, cwd=ROOT, env=os.environ | platform, check=True)


if __name__ == "__main__":
    chosen = Path(sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp(prefix="pictures-"))
    main(chosen)
    print(chosen, README_PICTURE, sep="\n")
