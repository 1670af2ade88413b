# SPDX-License-Identifier: MIT
"""Tells whether two pictures show the same, letter edges apart."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageChops, ImageFilter

BLUR = 1  # px; edges of letters fall a little differently from machine to machine
SHADE = 14  # of 255; a smaller difference is none
TILE = 32  # px, side of the squares that are looked at one by one
SHARE = 0.02  # of a tile's pixels; a moved button, another mark or ground is more than that
RED = (255, 0, 0)


def difference(first: Image.Image, second: Image.Image) -> Image.Image:
    """Return white where two pictures of one size differ by more than a shade, black elsewhere."""
    apart = ImageChops.difference(
        *(one.convert("RGB").filter(ImageFilter.BoxBlur(BLUR)) for one in (first, second))
    )
    bands = apart.split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return most.point(lambda shade: 255 if shade > SHADE else 0)


def largest_share(marked: Image.Image) -> float:
    """Return how much of the worst tile differs, 0…1."""
    width, height = marked.size
    tiles = marked.resize((-(-width // TILE), -(-height // TILE)), Image.Resampling.BOX)
    return float(tiles.getextrema()[1]) / 255


def complaint(kept: Path, fresh: Path, folder: Path) -> str:
    """Say how a fresh picture differs from the one kept, and where that is shown; empty where it does not."""
    with Image.open(kept) as first, Image.open(fresh) as second:
        if first.size != second.size:
            return f"{kept.name}: {second.size} instead of {first.size}, see {fresh}"
        marked = difference(first, second)
        share = largest_share(marked)
        if share <= SHARE:
            return ""
        shown = folder / f"differs-{kept.name}"
        second = second.convert("RGB")
        second.paste(RED, mask=marked)
        second.save(shown)
    return f"{kept.name}: {share:.0%} of a spot differs, see {shown} and {fresh}"
