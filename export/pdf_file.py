# SPDX-License-Identifier: MIT
"""Assembling a PDF file: objects get numbers, small ones are packed, a table tells where each of them is.

Source: ISO 32000-1, 7.5.7 (object streams), 7.5.8 (cross-reference streams), 7.4.4.4 (predictors).
To be imported late: reportlab takes longer to load than a page to set.
"""

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import md5
from itertools import accumulate, chain, count
from operator import add

from reportlab.pdfbase.pdfdoc import DummyDoc, PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfbase.pdfdoc import format as formatted

HEADER = b"%PDF-1.7\n%\xe7\xbb\xa9\xe6\x95\x88\n"  # the second line says that this is no text
PACKED_TOGETHER = 256  # objects in a stream; a place among them takes one byte
ENTRY = struct.Struct(">xBLB")  # room for the predictor; kind, offset or stream, place in the stream
FREE, PLAIN, PACKED = 0, 1, 2
PLACES = [bytes([place]) for place in range(PACKED_TOGETHER)]
ROW_ABOVE = 2  # the predictor that takes from every byte the one above it
LEVEL, QUICK_LEVEL = 5, 1  # the one a hundredth longer than the next, in five sixths of its time
MANY_STREAMS = 60  # from here on a second thread takes part, and time counts for more than length
COMPRESSED = {"Filter": PDFName("FlateDecode")}
NOT_ENCRYPTED = DummyDoc()

array, dictionary, name, text = PDFArray, PDFDictionary, PDFName, PDFString


def body(value: object) -> bytes:
    """Return an object as it is written."""
    written: bytes = formatted(value, NOT_ENCRYPTED)
    return written


def reference(number: int) -> bytes:
    """Return what stands for an object in others."""
    return b"%d 0 R" % number


class PdfFile:
    """The objects of a file; they are reportlab's, numbers, or bytes that stand for themselves."""

    def __init__(self) -> None:
        self.catalogue: dict[str, object] = {"Type": name("Catalog")}
        self.trailer: dict[str, object] = {}
        self.pages: list[bytes] = []
        self._bodies: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._waiting: dict[int, tuple[Mapping[str, object], bytes]] = {}  # to be compressed
        self._count = 0
        self._page_tree = self.reserve()

    def reserve(self, count: int = 1) -> int:
        """Return the first of so many numbers, whose objects are to be filled in."""
        first = self._count + 1
        self._count += count
        return first

    def fill(self, first: int, bodies: Sequence[bytes]) -> None:
        """Give reserved numbers their objects; the quick way for very many."""
        self._bodies.update(enumerate(bodies, first))

    def add(self, value: object) -> bytes:
        """Add an object that is no stream and return its reference."""
        number = self.reserve()
        self._bodies[number] = body(value)
        return reference(number)

    def add_dictionary(self, entries: Mapping[str, object]) -> bytes:
        """Add a dictionary and return its reference."""
        return self.add(dictionary(entries))

    def add_stream(self, entries: Mapping[str, object], content: bytes) -> bytes:
        """Add a stream, to be compressed, and return its reference."""
        number = self.reserve()
        self._waiting[number] = (entries, content)
        return reference(number)

    def add_compressed(self, entries: Mapping[str, object], content: bytes) -> bytes:
        """Add a stream that is compressed already and return its reference."""
        return self.add_raw_stream({**entries, **COMPRESSED}, content)

    def add_raw_stream(self, entries: Mapping[str, object], content: bytes) -> bytes:
        """Add a stream as it is and return its reference."""
        number = self.reserve()
        self._streams[number] = _written_stream(number, entries, content)
        return reference(number)

    def add_page(self, entries: Mapping[str, object], number: int | None = None) -> None:
        """Add the next page, with a number of its own if one was reserved."""
        number = number or self.reserve()
        page = {"Type": b"/Page", "Parent": reference(self._page_tree), **entries}
        written = [b"/%b %b" % (key.encode("ascii"), body(value)) for key, value in page.items()]
        self.fill(
            number, [b"<<%b>>" % b"".join(written)]
        )  # without reportlab, which takes seven times as long
        self.pages.append(reference(number))

    def finished(self) -> bytes:
        """Return the file; the same objects give the same bytes."""
        tree = {"Type": name("Pages"), "Kids": array(self.pages), "Count": len(self.pages)}
        self.fill(self._page_tree, [body(dictionary(tree))])
        self.catalogue["Pages"] = reference(self._page_tree)
        root = self.add_dictionary(self.catalogue)
        rows = {0: ENTRY.pack(FREE, 0, 0)} | self._packed()
        self._compress()
        parts = [HEADER, *self._streams.values()]
        for number, start in zip(self._streams, accumulate(map(len, parts)), strict=False):
            rows[number] = ENTRY.pack(PLAIN, start, 0)
        return b"".join([*parts, *self._table(rows, b"".join(parts), root)])

    def _compress(self) -> None:
        """Compress the streams that wait for it, two at a time where there are many."""
        contents = [content for _, content in self._waiting.values()]
        for (number, (entries, _)), packed in zip(self._waiting.items(), _all_packed(contents), strict=True):
            self._streams[number] = _written_stream(number, {**entries, **COMPRESSED}, packed)

    def _packed(self) -> dict[int, bytes]:
        """Put all objects into streams and return the table's rows that lead to them."""
        rows: dict[int, bytes] = {}
        numbers = sorted(self._bodies)
        for start in range(0, len(numbers), PACKED_TOGETHER):
            packed = numbers[start : start + PACKED_TOGETHER]
            bodies = list(map(self._bodies.__getitem__, packed))
            ends = map(add, accumulate(map(len, bodies), initial=0), count())
            pairs = tuple(chain.from_iterable(zip(packed, ends, strict=False)))
            index = b"%d %d " * len(packed) % pairs
            row = ENTRY.pack(PACKED, self._count + 1, 0)[:-1]
            rows.update(zip(packed, map(row.__add__, PLACES), strict=False))
            entries = {"Type": name("ObjStm"), "N": len(packed), "First": len(index)}
            self.add_stream(entries, index + b"\n".join(bodies))
        return rows

    def _table(self, rows: dict[int, bytes], before: bytes, root: bytes) -> tuple[bytes, bytes]:
        """Return the cross-reference stream and the file's end."""
        number = self.reserve()
        rows[number] = ENTRY.pack(PLAIN, len(before), 0)
        mark = b"<%b>" % md5(before, usedforsecurity=False).hexdigest().encode("ascii")
        columns = {"Predictor": 10 + ROW_ABOVE, "Columns": ENTRY.size - 1}
        entries = {
            "Type": name("XRef"),
            "Size": number + 1,
            "W": array([1, 4, 1]),
            "Root": root,
            "ID": array([mark, mark]),
            "DecodeParms": dictionary(columns),
            **COMPRESSED,
            **self.trailer,
        }
        table = b"".join(map(rows.__getitem__, range(number + 1)))
        stream = _written_stream(number, entries, zlib.compress(_predicted(table)))
        return stream, b"startxref\n%d\n%%%%EOF\n" % len(before)


def _all_packed(contents: Sequence[bytes]) -> Iterable[bytes]:
    if len(contents) < MANY_STREAMS:
        return [zlib.compress(content, LEVEL) for content in contents]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(max_workers=2) as workers:
        return workers.map(partial(zlib.compress, level=QUICK_LEVEL), contents)


def _written_stream(number: int, entries: Mapping[str, object], content: bytes) -> bytes:
    head = body(dictionary({**entries, "Length": len(content)}))
    # CR and LF: after a last byte that is CR, a bare LF would be taken for the second half of a line end
    return b"%d 0 obj\n%b\nstream\n%b\r\nendstream\nendobj\n" % (number, head, content)


def _predicted(rows: bytes) -> bytes:
    """Take the row above away from every row, byte by byte: what repeats becomes zeros.

    Both are one long number each; the highest bit of every byte stays out of it, to hold what is borrowed.
    """
    size, count = len(rows), len(rows) // ENTRY.size
    high = int.from_bytes(b"\x80" * size)
    kinds = int.from_bytes(ENTRY.pack(0, 0, 0).replace(b"\0", bytes([ROW_ABOVE]), 1) * count)
    these = int.from_bytes(rows)
    above = these >> 8 * ENTRY.size
    less = ((these | high) - (above & ~high)) ^ ((these ^ ~above) & high)
    return (less | kinds).to_bytes(size)
