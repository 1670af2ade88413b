# SPDX-License-Identifier: MIT
"""A print service of the tests' own: CUPS on a socket in a folder of its own, with queues that keep jobs."""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

TOOLS = ("cupsd", "lp", "lpstat", "lpadmin", "setpriv")
ENDS_WITH_US = ("setpriv", "--pdeathsig", "TERM")  # also where the tests are killed
FILTERS = Path("/usr/lib/cups/filter/pdftopdf")  # what most queues send a PDF file through
SYSTEM_PARTS = Path("/usr/lib/cups")
PATIENCE = 15.0  # seconds
GLANCE = 0.05

KEEP = """#!/bin/sh
[ $# = 0 ] && exit 0
folder=${DEVICE_URI#keep:}
cat -- "${6:--}" > "$folder/$1.part"
printf '%s\\n' "$PRINTER" "$3" "$4" "$5" > "$folder/$1.txt"
mv "$folder/$1.part" "$folder/$1.pdf"
"""
"""The queues' printer: keeps what comes, with printer, title, copies and options."""

SERVER = """Listen {folder}/cups.sock
LogLevel info
Browsing Off
DefaultAuthType None
WebInterface No
{more}
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""
PLACES = """ServerBin {folder}/bin
ServerRoot {folder}/root
RequestRoot {folder}/spool
TempDir {folder}/spool/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
"""

DIRECT = '*cupsFilter2: "application/pdf application/pdf 0 -"'
FILTERED = '*cupsFilter: "application/vnd.cups-pdf 0 -"'
PRINTER = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "KEEP.PPD"
*Product: "(Keep)"
*Manufacturer: "Tests"
*ModelName: "Keep"
*ShortNickName: "Keep"
*NickName: "Keep, 1.0"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
{filter}
*OpenUI *PageSize/Media Size: PickOne
*DefaultPageSize: Letter
*PageSize Letter/Letter: "<</PageSize[612 792]>>setpagedevice"
*PageSize A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion/Media Size: PickOne
*DefaultPageRegion: Letter
*PageRegion Letter/Letter: "<</PageSize[612 792]>>setpagedevice"
*PageRegion A4/A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: Letter
*ImageableArea Letter/Letter: "18 18 594 774"
*ImageableArea A4/A4: "18 18 577 824"
*DefaultPaperDimension: Letter
*PaperDimension Letter/Letter: "612 792"
*PaperDimension A4/A4: "595 842"
*OpenUI *Duplex/2-Sided Printing: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long Edge: ""
*Duplex DuplexTumble/Short Edge: ""
*CloseUI: *Duplex
"""


class Kept(NamedTuple):
    """A job as it came to the printer."""

    printer: str
    title: str
    copies: str
    options: frozenset[str]  # as `name=value`
    content: bytes


def missing_tools() -> list[str]:
    """Return what a service of our own needs and is not there."""
    absent = [tool for tool in TOOLS if shutil.which(tool) is None]
    return absent or ([] if os.geteuid() == 0 else ["root"])


class OwnCups:
    """A running service; clients find it by the variable CUPS_SERVER."""

    def __init__(self, more: str = "") -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="own-cups-"))
        self._folder.chmod(0o755)  # filters run as another user
        self.socket, self.jobs = self._folder / "cups.sock", self._folder / "jobs"
        for name in ("jobs", "root", "spool/tmp", "cache", "state", "bin/backend"):
            (self._folder / name).mkdir(parents=True)
        for part in SYSTEM_PARTS.iterdir():
            if part.name != "backend":
                (self._folder / "bin" / part.name).symlink_to(part)
        backend = self._folder / "bin" / "backend" / "keep"
        backend.write_text(KEEP, encoding="utf-8")
        backend.chmod(0o700)  # so it runs as we do
        self._write("cupsd.conf", SERVER.format(folder=self._folder, more=more))
        self._write("cups-files.conf", PLACES.format(folder=self._folder))
        self._server: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def surroundings(self) -> dict[str, str]:
        """The environment in which clients find it."""
        return {"CUPS_SERVER": str(self.socket)}

    def start(self) -> None:
        """Start the service and wait until it answers."""
        configs = ["-c", str(self._folder / "cupsd.conf"), "-s", str(self._folder / "cups-files.conf")]
        with (self._folder / "out.txt").open("ab") as out:
            self._server = subprocess.Popen([*ENDS_WITH_US, "cupsd", "-f", *configs], stdout=out, stderr=out)
        until = time.monotonic() + PATIENCE
        while "is running" not in self.run("lpstat", "-r"):
            assert time.monotonic() < until, (self._folder / "out.txt").read_text(encoding="utf-8")
            time.sleep(GLANCE)

    def stop(self) -> None:
        """End the service; its queues are there again when it starts."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait(PATIENCE)
            self._server = None

    def close(self) -> None:
        """End the service and leave nothing behind."""
        self.stop()
        shutil.rmtree(self._folder)

    def add(self, name: str, filters: str = "") -> None:
        """Add a queue: raw, or with a printer that takes a PDF file directly or through the filters."""
        model = ["-m", "raw"]
        if filters:
            self._write("keep.ppd", PRINTER.format(filter=filters))
            model = ["-P", str(self._folder / "keep.ppd")]
        self.run("lpadmin", "-p", name, "-E", "-v", f"keep:{self.jobs}", *model)

    def run(self, *call: str) -> str:
        """Run a command of CUPS against this service."""
        done = subprocess.run(
            call,
            env={**os.environ, **self.surroundings, "LC_ALL": "C"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        return done.stdout + done.stderr

    def next_job(self) -> Kept:
        """Wait for a job to come out, and take it."""
        until = time.monotonic() + PATIENCE
        while not (come := sorted(self.jobs.glob("*.pdf"))):
            assert time.monotonic() < until, self.run("lpstat", "-t")
            time.sleep(GLANCE)
        words = come[0].with_suffix(".txt")
        printer, title, copies, options = words.read_text(encoding="utf-8").splitlines()
        content = come[0].read_bytes()
        come[0].unlink()
        words.unlink()
        return Kept(printer, title, copies, frozenset(shlex.split(options)), content)

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text, encoding="utf-8")


@contextmanager
def silent_service(folder: Path) -> Iterator[Path]:
    """Listen on a socket as CUPS does, take every call and never say a word."""
    held: list[socket.socket] = []
    path = folder / "silent.sock"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(path))
        server.listen()
        threading.Thread(target=_hold, args=(server, held), daemon=True).start()
        yield path
        server.shutdown(socket.SHUT_RDWR)
    for call in held:
        call.close()


def _hold(server: socket.socket, held: list[socket.socket]) -> None:
    with suppress(OSError):
        while True:
            held.append(server.accept()[0])
