# SPDX-License-Identifier: MIT
"""TrueType: what a page needs of a font file, and a small font of just the glyphs it uses.

Source: OpenType 1.9, tables cmap (format 12), head, hhea, hmtx, loca, glyf, maxp.  A font is read where it
lies, so that opening one takes less than a millisecond, however many characters it has.
"""

import mmap
import struct
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, chain
from pathlib import Path

UNITS_PER_EM = 1000
NO_GLYPH = 0
LONG_OFFSETS = 1
UNICODE_TABLES = ((3, 10), (0, 4))  # platform and encoding of a cmap with all of Unicode
GROUP_SIZE = 12  # bytes of a run of characters in cmap
HEAD_SIZE, HHEA_SIZE, MAXP_SIZE = 54, 36, 32
CHECKSUM_MAGIC = 0xB1B0AFBA
EMPTY_CHECKSUM = bytes(4)


class FontFile:
    """A TrueType font of 1000 units per em, without composite glyphs, on disk."""

    def __init__(self, path: Path) -> None:
        """Open a font.  Errors: OSError if it cannot be read, ValueError if it is none of this kind."""
        self.name = path.stem
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._tables = dict(self._directory())
            self._firsts, self._lasts, self._glyphs = self._groups()
            units, offsets = self._read("head", 18, ">H30xh") if "head" in self._tables else (0, 0)
        except (struct.error, KeyError, StopIteration) as error:
            raise ValueError(f"{path} is no TrueType font") from error
        if (units, offsets) != (UNITS_PER_EM, LONG_OFFSETS):
            raise ValueError(f"{path} has not 1000 units per em, or short offsets")

    def glyph(self, character: str) -> int:
        """Return the glyph of a character; 0 when the font lacks it."""
        code = ord(character)
        group = bisect_right(self._firsts, code) - 1
        inside = group >= 0 and code <= self._lasts[group]
        return self._glyphs[group] + code - self._firsts[group] if inside else NO_GLYPH

    def advance(self, glyph: int) -> int:
        """Return how far a glyph moves the pen, in thousandths of the type size."""
        return self._metrics(glyph)[0]

    @cached_property
    def bounds(self) -> tuple[int, ...]:
        """The box all glyphs fit in: left, bottom, right, top."""
        return self._read("head", 36, ">4h")

    @cached_property
    def ascent_and_descent(self) -> tuple[int, ...]:
        """How far the font reaches above and, negative, below the line."""
        return self._read("hhea", 4, ">2h")

    def subset(self, glyphs: Sequence[int], advances: Sequence[int] | None = None) -> bytes:
        """Return a font of these glyphs, in this order after the one for missing characters.

        `advances` are theirs in the new font, if they are not the same.
        """
        kept = [NO_GLYPH, *glyphs]
        outlines = [self._outline(glyph) for glyph in kept]
        offsets = [0, *accumulate(len(outline) for outline in outlines)]
        metrics = [self._metrics(glyph) for glyph in kept]
        moving = [metrics[0][0], *(advances or (advance for advance, _ in metrics[1:]))]
        numbers = chain.from_iterable(
            (advance, side) for advance, (_, side) in zip(moving, metrics, strict=True)
        )
        head, maxp = self._start_of("head", HEAD_SIZE), self._start_of("maxp", MAXP_SIZE)
        count = struct.pack(">H", len(kept))
        tables = {
            "glyf": b"".join(outlines),
            "head": head[:8] + EMPTY_CHECKSUM + head[12:],
            "hhea": self._start_of("hhea", HHEA_SIZE)[:-2] + count,
            "hmtx": struct.pack(">" + "Hh" * len(kept), *numbers),
            "loca": struct.pack(f">{len(offsets)}L", *offsets),
            "maxp": maxp[:4] + count + maxp[6:],
        }
        return _font_of(tables)

    def _read(self, table: str, at: int, form: str) -> tuple[int, ...]:
        return struct.unpack_from(form, self._bytes, self._tables[table] + at)

    def _start_of(self, table: str, size: int) -> bytes:
        return self._slice(self._tables[table], size)

    def _slice(self, start: int, size: int) -> bytes:
        return self._bytes[start : start + size]

    def _directory(self) -> Iterator[tuple[str, int]]:
        """Go through the tables, each with where it begins."""
        (count,) = struct.unpack_from(">4xH", self._bytes)
        for tag, offset in struct.iter_unpack(">4s4xL4x", self._slice(12, 16 * count)):
            yield tag.decode("latin-1"), offset

    def _groups(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        """Return the runs of characters with glyphs: their first and last code, and the first's glyph."""
        start = self._tables["cmap"]
        (count,) = self._read("cmap", 2, ">H")
        records = struct.iter_unpack(">2HL", self._slice(start + 4, 8 * count))
        offset = next(offset for *known, offset in records if tuple(known) in UNICODE_TABLES)
        (count,) = self._read("cmap", offset + 12, ">L")
        numbers = array("I", self._slice(start + offset + 16, GROUP_SIZE * count))
        if sys.byteorder == "little":
            numbers.byteswap()
        return numbers[0::3], numbers[1::3], numbers[2::3]

    def _metrics(self, glyph: int) -> tuple[int, ...]:
        """Return a glyph's advance and the room at its left."""
        (wide,) = self._read("hhea", HHEA_SIZE - 2, ">H")  # glyphs after these share the last one's advance
        if glyph < wide:
            return self._read("hmtx", 4 * glyph, ">Hh")
        return (*self._read("hmtx", 4 * (wide - 1), ">H"), *self._read("hmtx", 2 * (wide + glyph), ">h"))

    def _outline(self, glyph: int) -> bytes:
        start, end = self._read("loca", 4 * glyph, ">2L")
        outline = self._slice(self._tables["glyf"] + start, end - start)
        if outline[:1] >= b"\x80":
            raise ValueError(f"{self.name} has composite glyphs")
        return _padded(outline)


def _font_of(tables: Mapping[str, bytes]) -> bytes:
    """Put tables together to a font file, with the checksums that belong there."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    search = (power * 16, power.bit_length() - 1, (count - power) * 16)
    directory = struct.pack(">L4H", 0x00010000, count, *search)
    place, total, places = len(directory) + 16 * count, 0, {}
    for tag, content in tables.items():
        checksum = _checksum(content)
        directory += struct.pack(">4s3L", tag.encode("ascii"), checksum, place, len(content))
        places[tag], total = place, total + checksum
        place += len(content) + -len(content) % 4
    font = bytearray(b"".join([directory, *map(_padded, tables.values())]))
    adjustment = (CHECKSUM_MAGIC - total - _checksum(directory)) % 2**32
    struct.pack_into(">L", font, places["head"] + 8, adjustment)
    return bytes(font)


def _padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % 4)


def _checksum(content: bytes) -> int:
    words = array("I", _padded(content))
    if sys.byteorder == "little":
        words.byteswap()
    return sum(words) % 2**32
