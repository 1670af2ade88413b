# SPDX-License-Identifier: MIT
"""PDFBox Preflight judging files by the rules of PDF/A-1b, and the variant of our file that it can judge.

It knows no younger rules. The variant differs from our file only in what 1b forbids:
no attachment, no packed objects, version 1.4, part 1 in XMP.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
from pikepdf import Name, ObjectStreamMode, Pdf

JARS = (
    *("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging"),
    *("jaxb-api", "javax.activation"),  # Java had these within when Preflight was written
)
JAVA_FOLDER = Path("/usr/share/java")
VALIDATOR = "org.apache.pdfbox.preflight.Validator_A1b"


def is_there() -> bool:
    """Tell whether Java, PDFBox Preflight and what it needs are installed."""
    return shutil.which("java") is not None and all((JAVA_FOLDER / f"{jar}.jar").exists() for jar in JARS)


def judged(files: Sequence[Path], folder: Path) -> dict[str, set[str]]:
    """Judge files in one run of Java; the rules that each breaks."""
    listed = folder / "files.txt"
    listed.write_text("\n".join(map(str, files)), encoding="utf-8")
    jars = ":".join(str(JAVA_FOLDER / f"{jar}.jar") for jar in JARS)
    call = ["java", "-XX:TieredStopAtLevel=1", "-cp", jars, VALIDATOR, "xml", "group", str(listed)]
    subprocess.run(call, check=True, capture_output=True, timeout=60)
    report = ElementTree.parse(f"{listed}.preflight.xml").getroot()
    return {Path(one.get("name", "")).stem: _broken(one) for one in report.iter("preflight")}


def _broken(file: ElementTree.Element) -> set[str]:
    """What is said of a file: nothing if, and only if, it is called valid."""
    found = {f"{error.findtext('code')} {error.findtext('details')}" for error in file.iter("error")}
    valid = file.findtext("isValid") == "true"
    return found if found or valid else {"not valid"}


def write_variant(pdf: Path, out: Path, fault: Callable[[Pdf], None] | None = None) -> Path:
    """Write the variant of a file that the rules of PDF/A-1b allow, with a fault if one is given."""
    with pikepdf.open(pdf) as document:
        _take_out_attachments(document)
        _call_it_part_1(document)
        if fault:
            fault(document)
        document.save(out, force_version="1.4", object_stream_mode=ObjectStreamMode.disable)
    return out


def _take_out_attachments(document: Pdf) -> None:
    for key in ("/AF", "/Names", "/PageMode"):
        if key in document.Root:
            del document.Root[key]


def _call_it_part_1(document: Pdf) -> None:
    described = document.Root.Metadata.read_bytes()
    for part in (b"2", b"3"):
        described = described.replace(b"<pdfaid:part>" + part, b"<pdfaid:part>1")
    described = described.replace(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B")
    document.Root.Metadata = document.make_stream(described, Type=Name.Metadata, Subtype=Name.XML)
