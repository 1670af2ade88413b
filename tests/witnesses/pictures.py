# SPDX-License-Identifier: MIT
"""Pages as other people's programs draw them, and whether two of them drew the same.

The tolerance: both pictures, at 144 pixels an inch and softened by 0.7 pixels, lie nowhere more than 75 of
255 grey levels beyond the darkest and the lightest that the other shows within one pixel (half a point). That
lets rules fall on the next pixel and edges be smoothed in other ways, but no glyph be missing or a point away
(only a dash moved along itself passes).
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

DPI, SOFTENED, GREY_LEVELS = 144, 0.7, 75
Pictures = list[Image.Image]


def by_pdfium(pdf: Path) -> Pictures:
    """The pages as pdfium draws them; the editor's preview does so too."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L") for page in document]


def by_poppler(pdf: Path, folder: Path) -> Pictures:
    """The pages as Poppler draws them."""
    return _drawn(["pdftoppm", "-gray", "-r", str(DPI), str(pdf), str(folder / "poppler")], folder)


def by_mupdf(pdf: Path, folder: Path) -> Pictures:
    """The pages as MuPDF draws them."""
    out = str(folder / "mupdf%04d.pgm")
    return _drawn(["mutool", "draw", "-q", "-c", "gray", "-r", str(DPI), "-o", out, str(pdf)], folder)


def _drawn(call: list[str], folder: Path) -> Pictures:
    subprocess.run(call, check=True, capture_output=True, timeout=60)
    pictures = []
    for path in sorted(folder.glob("*.pgm")):
        with Image.open(path) as picture:
            pictures.append(picture.copy())
        path.unlink()
    return pictures


def is_same(one: Pictures, other: Pictures) -> bool:
    """Tell whether two programs drew the same pages."""
    return len(one) == len(other) > 0 and all(map(_is_same_page, one, other))


def _is_same_page(one: Image.Image, other: Image.Image) -> bool:
    size = (
        0,
        0,
        min(one.width, other.width),
        min(one.height, other.height),
    )  # a fraction of a pixel is cut or not
    first, second = (_softened(picture.crop(size)) for picture in (one, other))
    return max(one.width - other.width, one.height - other.height, key=abs) in (-1, 0, 1) and not (
        _beyond(first, second) or _beyond(second, first)
    )


def _softened(picture: Image.Image) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(SOFTENED))


def _beyond(picture: Image.Image, other: Image.Image) -> bool:
    """Tell whether a picture is somewhere darker or lighter than the other around that place."""
    lighter = ImageChops.subtract(picture, _of_neighbours(other, ImageChops.lighter))
    darker = ImageChops.subtract(_of_neighbours(other, ImageChops.darker), picture)
    return max(ImageChops.lighter(lighter, darker).getextrema()) > GREY_LEVELS


def _of_neighbours(
    picture: Image.Image, choose: Callable[[Image.Image, Image.Image], Image.Image]
) -> Image.Image:
    """Return of each pixel and the eight around it the one chosen; edges do not matter, margins are empty."""
    for across, down in ((1, 0), (0, 1)):
        before, after = (ImageChops.offset(picture, sign * across, sign * down) for sign in (1, -1))
        picture = choose(picture, choose(before, after))
    return picture
