# SPDX-License-Identifier: MIT
"""What reading a PDF may take of time and room, whatever stands in it, and that it stays within the file.

The reader's own limits bound what one stream unpacks to; the rest is counted here: how often it reads, how
much it searches at once for objects that its table does not name, and how much a slow filter goes through.
Counts, not clocks: a slow machine opens what a quick one does.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from model.limits import MAX_SEARCHED, MAX_WORK, MOST_FILTERS, MOST_READS

END, END_WITHIN = b"%%EOF", 100_000  # bytes; other programs put something behind it now and then


class TooMuchError(Exception):
    """A file asks for more than any working copy needs."""


class CountedStream(BytesIO):
    """The bytes of a file, read neither too often nor too much at once.  Errors: TooMuchError."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._left = MOST_READS
        self._is_large = len(content) > MAX_SEARCHED
        if self._is_large and content.find(END, -END_WITHIN) < 0:
            raise TooMuchError  # the reader would look for it through all of the file

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as ever, within bounds."""
        self._left -= 1
        if self._left < 0 or (self._is_large and (size is None or size < 0)):
            raise TooMuchError
        return super().read(size)


@contextmanager
def bounds(most: int, most_worked: int = MAX_WORK) -> Iterator[None]:
    """Let nothing unpack to more than so many bytes; what the reader thinks of a file is not for the clerk.

    `most_worked` is how many bytes all filters of a stream may go through.  No filter may start a program.
    """
    from pypdf import apply_configuration

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with apply_configuration(
        zlib_maximum_output_length=most,
        lzw_maximum_output_length=most,
        run_length_maximum_output_length=most,
        brotli_maximum_output_length=most,
        zlib_maximum_recovery_input_length=0,
        stream_filters_maximum_length=MOST_FILTERS,
        stream_decoding_work_maximum_length=most_worked,
        jbig2dec_binary=None,
    ):
        yield


def start_no_program() -> None:
    """Tell pypdf's ciphers what machine this is, before it is imported: they would start `file` to ask.

    Any program of that name in the path would do.  The answer only matters to libraries that are not loaded
    from a full path, and theirs all are.
    """
    from Crypto.Util import _raw_api

    if hasattr(_raw_api, "cached_architecture"):  # not where cffi is installed
        _raw_api.cached_architecture[:] = ["64bit", ""]
