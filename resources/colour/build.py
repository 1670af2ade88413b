# SPDX-License-Identifier: MIT
"""Write the colour profile of sRGB that exported PDFs carry, from published numbers.

Source: IEC 61966-2-1:1999 (primaries, white, curve), ICC.1:2001-04 (file format, D50, tags),
the Bradford matrix for the change of white.  Run by hand: python resources/colour/build.py
"""

import struct
from pathlib import Path

FILE = Path(__file__).with_name("srgb.icc")
RED, GREEN, BLUE, WHITE = (0.64, 0.33), (0.30, 0.60), (0.15, 0.06), (0.3127, 0.3290)  # x and y
D50 = (0.9642, 1.0, 0.8249)
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
CURVE_POINTS = 256  # between them a straight line is off by less than one in 65,535
DESCRIPTION = b"sRGB IEC61966-2.1"
COPYRIGHT = b"Made from published numbers; no copyright is claimed."
PUBLISHED = (1999, 10, 18, 0, 0, 0)  # a date is demanded; that of the standard stays as it is
HEADER = ">L4xL4s4s4s6H4s28x3l48x"

Vector = tuple[float, ...]
Matrix = tuple[Vector, ...]


def profile() -> bytes:
    """Return the profile; a tag's place and size are told in a table after the header."""
    curve = _curve()
    columns = tuple(zip(*_adapted_colours(), strict=True))
    tags = {
        b"desc": _description(),
        b"cprt": b"text\0\0\0\0" + COPYRIGHT + b"\0",
        b"wtpt": _xyz(D50),
        b"chad": b"sf32\0\0\0\0" + _fixed(number for row in _to_d50() for number in row),
        b"rXYZ": _xyz(columns[0]),
        b"gXYZ": _xyz(columns[1]),
        b"bXYZ": _xyz(columns[2]),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    body = b""
    for tag in tags.values():
        if tag not in places:
            places[tag] = start + len(body)
            body += tag + bytes(-len(tag) % 4)
    table = b"".join(struct.pack(">4s2L", name, places[tag], len(tag)) for name, tag in tags.items())
    return _header(start + len(body)) + struct.pack(">L", len(tags)) + table + body


def _header(size: int) -> bytes:
    white = [round(one * 65536) for one in D50]
    return struct.pack(HEADER, size, 0x02400000, b"mntr", b"RGB ", b"XYZ ", *PUBLISHED, b"acsp", *white)


def _description() -> bytes:
    """Return the name as version 2 has it: in ASCII, and room for Unicode and Macintosh left empty."""
    name = DESCRIPTION + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">L", len(name)) + name + bytes(8 + 3 + 67)


def _xyz(colour: Vector) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(colour)


def _fixed(numbers: object) -> bytes:
    return b"".join(struct.pack(">l", round(number * 65536)) for number in numbers)


def _curve() -> bytes:
    """Return how much light each of 256 values gives, in 65,535ths."""
    steps = [step / (CURVE_POINTS - 1) for step in range(CURVE_POINTS)]
    light = [step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps]
    values = [round(one * 65535) for one in light]
    return b"curv\0\0\0\0" + struct.pack(f">L{CURVE_POINTS}H", CURVE_POINTS, *values)


def _adapted_colours() -> Matrix:
    """Return the matrix from red, green and blue light to XYZ under D50."""
    primaries = tuple(zip(*(_colour(*one) for one in (RED, GREEN, BLUE)), strict=True))
    shares = _times(_inverse(primaries), ((one,) for one in _colour(*WHITE)))
    scaled = tuple(tuple(one * share for one, (share,) in zip(row, shares, strict=True)) for row in primaries)
    return _times(_to_d50(), scaled)


def _to_d50() -> Matrix:
    """Return the change of white from that of sRGB to D50, by the cones' answers to both."""
    before, after = (_times(BRADFORD, ((one,) for one in white)) for white in (_colour(*WHITE), D50))
    gains = [end[0] / start[0] for start, end in zip(before, after, strict=True)]
    scaled = tuple(tuple(one * gain for one in row) for row, gain in zip(BRADFORD, gains, strict=True))
    return _times(_inverse(BRADFORD), scaled)


def _colour(x: float, y: float) -> Vector:
    return x / y, 1.0, (1 - x - y) / y


def _times(left: Matrix, right: object) -> Matrix:
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(sum(map(float.__mul__, row, column)) for column in columns) for row in left)


def _inverse(matrix: Matrix) -> Matrix:
    """Invert three rows of three by their cofactors."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    whole = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    cofactors = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return tuple(tuple(one / whole for one in row) for row in cofactors)


if __name__ == "__main__":
    FILE.write_bytes(profile())
