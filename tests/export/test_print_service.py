# SPDX-License-Identifier: MIT
"""Claims about handing files to the print service, a real CUPS of the tests' own."""

import time

import pytest

from export import print_service
from export.print_service import PrintJob, PrintServiceError, ensure_it_answers, is_there, send
from tests.own_cups import silent_service

FILE = b"%PDF-1.7\n% nothing but a file\n%%EOF\n"


class EndError(Exception):
    """The clerk wants it no more."""


def nothing(done, count):
    pass


@pytest.fixture
def cups(print_house, monkeypatch):
    """The service, found by what runs in this process."""
    for name, path in print_house.surroundings.items():
        monkeypatch.setenv(name, path)
    return print_house


def sentence(job, content=FILE):
    with pytest.raises(PrintServiceError) as refused:
        send(job, content, nothing)
    return str(refused.value)


def test_a_file_comes_out_byte_by_byte(cups):
    assert send(PrintJob("raw", "表"), FILE, nothing)
    assert cups.next_job().content == FILE


def test_title_copies_and_options_arrive(cups):
    wishes = (("sides", "two-sided-long-edge"), ("media", "A4"))
    send(PrintJob("raw", "2024 “甲” \"乙\" '丙' 项目", 3, wishes), FILE, nothing)
    job = cups.next_job()
    assert (job.printer, job.title, job.copies) == ("raw", "2024 “甲” \"乙\" '丙' 项目", "3")
    assert {"sides=two-sided-long-edge", "media=A4"} <= job.options


def test_an_option_with_blanks_is_one_option(cups):
    send(PrintJob("raw", "表", 1, (("job-billing", "财 务 处's"), ("media", "A4"))), FILE, nothing)
    assert {"media=A4", "job-billing=财 务 处's"} <= cups.next_job().options


def test_a_paused_printer_is_told_and_keeps_the_job(cups):
    cups.run("cupsdisable", "raw")
    assert not send(PrintJob("raw", "表"), FILE, nothing)
    cups.run("cupsenable", "raw")
    assert cups.next_job().content == FILE


def test_a_printer_that_rejects_jobs_is_named(cups):
    cups.run("cupsreject", "raw")
    assert "“raw”现在不收打印任务" in sentence(PrintJob("raw", "表"))
    cups.run("cupsaccept", "raw")


def test_a_printer_that_has_gone_is_named(cups):
    assert "打印机“别处”已经不在" in sentence(PrintJob("别处", "表"))


def test_a_service_that_has_ended_is_not_taken_for_a_lost_printer(monkeypatch, tmp_path):
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "none.sock"))
    if not is_there():
        pytest.skip("not run: lp is not installed")
    assert "打印服务没有运行" in sentence(PrintJob("raw", "表"))


def test_a_file_the_service_has_no_room_for_is_refused_in_words(print_house_with, monkeypatch):
    small = print_house_with("LimitRequestBody 2000")
    monkeypatch.setenv("CUPS_SERVER", str(small.socket))
    assert "没有收下整个任务" in sentence(PrintJob("raw", "表"), FILE * 2000)
    assert small.run("lpstat", "-o") == ""


@pytest.fixture
def silence(tmp_path, monkeypatch):
    """A service that takes every call and never says a word."""
    if not is_there():
        pytest.skip("not run: lp is not installed")
    with silent_service(tmp_path) as path:
        monkeypatch.setenv("CUPS_SERVER", str(path))
        monkeypatch.setattr(print_service, "PATIENCE", 0.5)
        monkeypatch.setattr(print_service, "SHORT_PATIENCE", 0.5)
        yield


def test_a_service_that_is_silent_is_given_up(silence):
    assert "不能确定打印机收到了没有" in sentence(PrintJob("raw", "表"))
    with pytest.raises(PrintServiceError, match="打印服务没有回应"):
        ensure_it_answers(nothing)


def test_a_service_that_answers_holds_nobody_up(cups):
    assert ensure_it_answers(nothing)


def test_cancelling_ends_the_sending_at_once(silence, monkeypatch):
    def cancel(done, count):
        raise EndError

    monkeypatch.setattr(print_service, "PATIENCE", 30.0)
    begun = time.monotonic()
    with pytest.raises(EndError):
        send(PrintJob("raw", "表"), FILE, cancel)
    assert time.monotonic() - begun < 5
