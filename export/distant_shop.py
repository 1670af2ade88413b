# SPDX-License-Identifier: MIT
"""A print shop in a process of its own: setting a very long form here would hold up the window.

One message after the other goes through the pipes: a method's name with its arguments, the answer back.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from export.print_shop import Order, Picture, PrintShop, Proof, Tell
from model.errors import FormError

ROOT = Path(__file__).resolve().parent.parent
CALL = (sys.executable, "-c", "from export.distant_shop import serve; serve()")
WITHOUT_CONSOLE = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows
LONG_WORK = ("pdf", "part")  # methods that tell how far they are
TOLD, DONE, FAILED = "told", "done", "failed"


class DistantShopError(Exception):
    """The other process has ended before it answered."""


class DistantShop:
    """Has the methods of a print shop; closing it ends the process, whatever it is at."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            CALL, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=WITHOUT_CONSOLE
        )

    @property
    def process_id(self) -> int:
        """The number the system knows the process by."""
        return self._process.pid

    def proof(self, order: Order) -> Proof:
        """Set a form on pages."""
        return self._ask("proof", order)  # type: ignore[return-value]

    def picture(self, number: int, page: int, scale: float) -> Picture:
        """Draw a page of a proof, `scale` pixels to the point."""
        return self._ask("picture", number, page, scale)  # type: ignore[return-value]

    def pdf(self, order: Order, tell: Tell) -> bytes:
        """Return the file of a form."""
        return self._ask("pdf", order, tell=tell)  # type: ignore[return-value]

    def part(self, number: int, pages: Sequence[int], tell: Tell) -> bytes:
        """Return some pages of a proof as a file, in this order; nothing of the draft is in it."""
        return self._ask("part", number, pages, tell=tell)  # type: ignore[return-value]

    def remarks(self, order: Order) -> list[str]:
        """Say which characters of a form no font can print, a sentence each."""
        return self._ask("remarks", order)  # type: ignore[return-value]

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _ask(self, method: str, *arguments: object, tell: Tell | None = None) -> object:
        """Errors: DistantShopError if the process has ended; else what the method raised there."""
        to, back = self._process.stdin, self._process.stdout
        assert to is not None
        assert back is not None
        try:
            _send(to, (method, arguments))
            while True:
                kind, answer = pickle.load(back)
                if kind == TOLD and tell:
                    tell(*answer)
                elif kind == FAILED:
                    raise answer
                elif kind == DONE:
                    return answer
        except (EOFError, OSError, ValueError, pickle.UnpicklingError) as error:
            raise DistantShopError(str(error)) from error


def serve() -> None:
    """Answer what comes through standard input until it ends; nothing else may write to the pipe."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    shop = PrintShop()
    while True:
        try:
            method, arguments = pickle.load(sys.stdin.buffer)
        except EOFError:
            return
        _send(answers, _answer(shop, answers, method, arguments))


def _answer(shop: PrintShop, answers: IO[bytes], method: str, arguments: tuple[object, ...]) -> object:
    telling = (lambda done, count: _send(answers, (TOLD, (done, count))),) if method in LONG_WORK else ()
    try:
        return DONE, getattr(shop, method)(*arguments, *telling)
    except FormError as error:
        return FAILED, error
    except Exception as error:
        return FAILED, RuntimeError(f"{type(error).__name__}: {error}")


def _send(pipe: IO[bytes], message: object) -> None:
    pickle.dump(message, pipe, pickle.HIGHEST_PROTOCOL)
    pipe.flush()
