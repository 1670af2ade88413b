# SPDX-License-Identifier: MIT
"""A form printed with keys alone, on a real print service, and read back from the printer."""

from __future__ import annotations

import subprocess

import pytest

from tests.builders import GOLDEN
from tests.journeys.clerk import Clerk, wait_for
from tests.own_cups import OwnCups


@pytest.fixture
def cups(print_house: OwnCups, monkeypatch: pytest.MonkeyPatch) -> OwnCups:
    """The service the editor will find."""
    for name, path in print_house.surroundings.items():
        monkeypatch.setenv(name, path)
    return print_house


def words_of(pdf: bytes) -> list[str]:
    """Return what pdftotext reads on each page, without blanks."""
    done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    return ["".join(page.split()) for page in done.stdout.decode("utf-8").removesuffix("\f").split("\f")]


def test_the_odd_pages_are_printed_twice_by_keys_alone(clerk: Clerk, cups: OwnCups) -> None:
    clerk.start(str(GOLDEN / "002-2.json"))
    clerk.press("ctrl+p")
    clerk.wait_for_title("打印预览")
    clerk.settle()
    clerk.press("Page_Down", "Return")
    wait_for(lambda: clerk.title() == "打印", "the print dialog")
    clerk.settle()
    clerk.press("alt+s", "Down", "Tab", "2", "alt+p")
    job = cups.next_job()
    first, third = words_of(job.content)
    assert ("第1页共3页" in first, "第3页共3页" in third) == (True, True)
    assert (job.printer, job.copies) == ("direct", "2")
    assert {"media=A4", "sides=one-sided", "collate"} <= job.options
