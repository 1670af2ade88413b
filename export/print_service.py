# SPDX-License-Identifier: MIT
"""The system's print service, CUPS: takes a PDF file for one of its printers, where it is there."""

import os
import shutil
import subprocess
import time
from typing import NamedTuple

from export.print_shop import Tell
from model.errors import FormError, cause_of

SEND, ASK = "lp", "lpstat"
PATIENCE, SHORT_PATIENCE = 30.0, 5.0  # seconds: for a job, for a question
GLANCE = 0.1  # seconds between two looks at whether the clerk has cancelled
KEPT = "表的内容未受影响"

SILENT = f"打印服务没有回应，没有打印；{KEPT}，请稍后再试，或请管理员看看打印服务。"
ABSENT = f"系统的打印服务没有运行，没有打印；{KEPT}，请管理员启动打印服务（CUPS）后再试，或先打印到文件。"
LOST = f"打印服务迟迟没有回应，不能确定打印机收到了没有；{KEPT}，请先看看打印机和打印队列，再决定要不要重打。"
REFUSED = f"打印机“{{printer}}”没有接受打印任务（{{cause}}）；{KEPT}，请换一台打印机，或处理好后再试。"
FULL = f"打印服务没有收下整个任务（多半是它的磁盘已满），没有打印；{KEPT}，请管理员清理后再试。"


class Refusal(NamedTuple):
    """What the service says when it refuses, and what the clerk is told then."""

    sign: str  # in small letters
    words: str


REFUSALS = (
    Refusal(
        "not accepting", f"打印机“{{printer}}”现在不收打印任务；{KEPT}，请换一台，或请管理员恢复后再试。"
    ),
    Refusal("too many active jobs", f"打印队列已满，没有打印；{KEPT}，请等前面的任务打完再试。"),
    Refusal("too large", FULL),
    Refusal("no space", FULL),
    Refusal("broken pipe", FULL),  # it hung up while it was given the file
    Refusal("forbidden", f"您没有使用打印机“{{printer}}”的权限；{KEPT}，请换一台，或请管理员开通。"),
    Refusal("authorized", f"您没有使用打印机“{{printer}}”的权限；{KEPT}，请换一台，或请管理员开通。"),
    Refusal("does not exist", f"打印机“{{printer}}”已经不在；{KEPT}，请换一台再试。"),
)
"""By what the English messages of CUPS hold; the first that fits counts."""


class PrintServiceError(FormError):
    """The print service did not take a job."""


class PrintJob(NamedTuple):
    """Where a file is to be printed, and how."""

    printer: str
    title: str  # what the queue shows
    copies: int = 1
    options: tuple[tuple[str, str], ...] = ()  # as CUPS names them

    def call(self) -> list[str]:
        """Return the command that prints the file it reads from standard input."""
        wishes = (("document-format", "application/pdf"), *self.options)
        chosen = [part for name, wish in wishes for part in ("-o", f"{name}={_quoted(wish)}")]
        return [SEND, "-d", self.printer, "-t", self.title, "-n", str(self.copies), *chosen, "-"]


def is_there() -> bool:
    """Tell whether the system has the commands of a print service."""
    return os.name == "posix" and all(shutil.which(command) for command in (SEND, ASK))


def ensure_it_answers(tell: Tell) -> bool:
    """Ask the service something; one that hangs would hang the window later, in Qt's own questions.

    One that is not running answers too, by refusing at once; hence True always.
    Errors: PrintServiceError if it stays silent; what `tell` raises.
    """
    try:
        _run([ASK, "-a"], b"", SHORT_PATIENCE, tell)
    except subprocess.TimeoutExpired as error:
        raise PrintServiceError(SILENT) from error
    except OSError:
        return True  # the command has gone: Qt asks by itself
    return True


def send(job: PrintJob, content: bytes, tell: Tell) -> bool:
    """Hand a PDF file to a printer; tells whether the printer is at work, and not paused.

    Errors: PrintServiceError if the service did not take it; what `tell` raises ends the sending.
    """
    try:
        code, said = _run(job.call(), content, PATIENCE, tell)
    except subprocess.TimeoutExpired as error:
        raise PrintServiceError(LOST) from error
    except OSError as error:
        raise PrintServiceError(REFUSED.format(printer=job.printer, cause=cause_of(error))) from error
    if code:
        raise PrintServiceError(_sentence(job.printer, said))
    return " disabled since " not in _answer([ASK, "-p", job.printer.partition("/")[0]])


def _sentence(printer: str, said: str) -> str:
    """Say why a job was refused; a service that has ended calls every printer unknown."""
    if not _answer([ASK, "-r"]).startswith("scheduler is running"):
        return ABSENT
    words = next((refusal.words for refusal in REFUSALS if refusal.sign in said.lower()), REFUSED)
    cause = said.strip().rpartition("\n")[2].removeprefix("lp:").removeprefix(" Error -").strip() or "?"
    return words.format(printer=printer, cause=cause)


def _answer(call: list[str]) -> str:
    """Ask the service something that changes nothing: what is told already stands."""
    try:
        return _run(call, b"", SHORT_PATIENCE, lambda done, count: None)[1]
    except (OSError, subprocess.TimeoutExpired):
        return ""


def _run(call: list[str], given: bytes, patience: float, tell: Tell) -> tuple[int, str]:
    """Run a command; return its exit code and what it said.

    Errors: subprocess.TimeoutExpired after `patience` seconds, OSError if there is no such command, what
    `tell` raises; the command has ended then.
    """
    pipe, deadline = subprocess.PIPE, time.monotonic() + patience
    with subprocess.Popen(
        call,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.STDOUT,
        env={**os.environ, "LC_ALL": "C"},
        start_new_session=True,  # without a terminal it asks for no password there
    ) as process:
        try:
            return _watched(process, given, deadline, tell)
        finally:
            process.kill()


def _watched(
    process: "subprocess.Popen[bytes]", given: bytes, deadline: float, tell: Tell
) -> tuple[int, str]:
    to_send: bytes | None = given
    while True:
        try:
            said, _ = process.communicate(to_send, timeout=GLANCE)
            return process.returncode, said.decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            to_send = None  # it goes on with what it was given
            tell(0, 0)
            if time.monotonic() > deadline:
                raise


def _quoted(wish: str) -> str:
    """Return a value as the command reads it: blanks would end it."""
    return wish.replace("\\", "\\\\").replace(" ", "\\ ").replace("'", "\\'").replace('"', '\\"')
