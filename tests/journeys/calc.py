# SPDX-License-Identifier: MIT
"""A real LibreOffice Calc beside the editor, with a profile of its own, worked with keys."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.journeys.clerk import GLANCE, PRESSING, Screen, wait_for

PATIENCE = 40.0  # s; the first start of Calc with a new profile writes that profile
QUIET = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse">
<value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse">
<value>99.9</value></prop></item>
</oor:items>
"""
"""No tip of the day, no news of the version: nothing may stand between the keys and the sheet."""

SHEET = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Sheet1">
{rows}
</table:table></office:spreadsheet></office:body></office:document>
"""

Spans = dict[tuple[int, int], tuple[int, int]]


def write_sheet(path: Path, rows: Sequence[Sequence[str]], spans: Spans) -> None:
    """Write a table of texts as a sheet of Calc, with merged cells."""
    lines = (
        "".join(_cell(text, spans.get((row, column))) for column, text in enumerate(texts))
        for row, texts in enumerate(rows)
    )
    written = "\n".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    path.write_text(SHEET.format(rows=written), encoding="utf-8")


def _cell(text: str, span: tuple[int, int] | None) -> str:
    """Write a cell: a number where the text is one, as a clerk would type it in Calc."""
    number = text.replace(".", "", 1).isdigit()
    kind = f'office:value-type="float" office:value="{text}"' if number else 'office:value-type="string"'
    merged = f'table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in text.split("\n"))
    return f"<table:table-cell {kind} {merged}>{lines}</table:table-cell>"


class Calc:
    """Opens a sheet, copies all of it, takes what is pasted."""

    def __init__(self, screen: Screen, home: Path) -> None:
        self._screen, self._home = screen, home
        self._calc: subprocess.Popen[bytes] | None = None
        settings = home / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(QUIET, encoding="utf-8")

    def open(self, sheet: Path) -> None:
        """Open a sheet and wait until its window takes keys."""
        profile = f"-env:UserInstallation={(self._home / 'profile').as_uri()}"
        call = ["soffice", profile, "--norestore", "--nologo", "--nolockcheck", "--calc", str(sheet)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        surroundings = self._screen.surroundings(HOME=str(self._home))
        self._calc = subprocess.Popen(call, env=surroundings, start_new_session=True, **quiet)
        self._window = wait_for(lambda: self._find(sheet.name), "the window of Calc", PATIENCE)
        self.come_to_front()

    def come_to_front(self) -> None:
        """Give Calc the keys."""
        self._screen.run("xdotool", "windowactivate", "--sync", self._window)

    def press(self, *keys: str) -> None:
        """Press keys."""
        self._screen.run("xdotool", "key", "--delay", str(PRESSING), *keys)

    def copy_all(self, is_it: Callable[[str], bool]) -> str:
        """Copy the whole sheet, again and again until what is held is what it should be; return its HTML."""

        def copied() -> str:
            self.press("ctrl+Home", "ctrl+a", "ctrl+c")
            time.sleep(4 * GLANCE)
            html = self.held("text/html")
            return html if is_it(html) else ""

        return wait_for(copied, "what Calc copies", PATIENCE)

    def held(self, kind: str) -> str:
        """Return what is on the clipboard."""
        return self._screen.run("xclip", "-selection", "clipboard", "-o", "-t", kind)

    def close(self) -> None:
        """End Calc with all it started."""
        if self._calc is not None and self._calc.poll() is None:
            os.killpg(self._calc.pid, signal.SIGKILL)
            self._calc.wait(10)

    def _find(self, name: str) -> str:
        found = self._screen.run("xdotool", "search", "--onlyvisible", "--name", f"{name}.*Calc")
        return found.split("\n")[0]
