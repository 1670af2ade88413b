# SPDX-License-Identifier: MIT
"""`python -m tests.pictures [FOLDER]`: draw the window in every section, and the README's picture, anew.

Without a folder they take the place of those in the repository.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pictures.looks import LARGE, PICTURES, SCREEN, Look

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
README_PICTURE = ROOT / "resources" / "help" / "window.png"
README_LOOK = LARGE
ROOMY = (3200, 2000)  # px, a screen on which the README's picture has room
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def main(folder: Path, readme: Path) -> None:
    """Draw all pictures into a folder, each look in a process of its own, without a screen."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        calls = [_begin(Path(home), SCREEN, str(folder), look) for look in PICTURES]
        calls.append(_begin(Path(home), ROOMY, str(readme), README_LOOK))
        failed = [call.args for call in calls if call.wait()]
    if failed:
        raise SystemExit(f"could not be drawn: {failed}")


def _begin(home: Path, room: tuple[int, int], goal: str, look: Look) -> subprocess.Popen[bytes]:
    words = (goal, look.appearance, str(look.percent))
    call = [sys.executable, "-m", "tests.pictures.draw", *words]
    own = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    surroundings = own | _surroundings(home, room, look)
    return subprocess.Popen(call, cwd=ROOT, env=surroundings, stderr=subprocess.DEVNULL)


def _surroundings(home: Path, room: tuple[int, int], look: Look) -> dict[str, str]:
    """Return what is the same on every machine: screen, scale, style, fonts, language, hour."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": room[0], "height": room[1], "dpr": 1}
    screens, fonts = home / f"{room[0]}.json", home / "fonts.conf"
    screens.write_text(json.dumps({"screens": [screen | {"logicalDpi": 96, "logicalBaseDpi": 96}]}))
    fonts.write_text(FONTS.format(fonts=ROOT / "resources" / "fonts", cache=home / "fonts"))
    return {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(look.percent / 100),
        "QT_STYLE_OVERRIDE": "Fusion",
        "FONTCONFIG_FILE": str(fonts),
        "LC_ALL": "C.UTF-8",
        "TZ": "Asia/Shanghai",
    }


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    picture = chosen / README_PICTURE.name if len(sys.argv) > 1 else README_PICTURE
    main(chosen, picture)
    print(chosen, picture, sep="\n")
