# SPDX-License-Identifier: MIT
"""Cut the bundled fonts out of the free fonts they come from; run by hand with `sh run.sh fonts`."""

import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.ttLib.tables._l_o_c_a import table__l_o_c_a

from charsets import everyday_hanzi, hanzi_among, is_hanzi
from outlines import add_composed, level_digits, thin_out
from signs import SIGNS, add_signs

HERE = Path(__file__).parent
UNITS_PER_EM = 1000
VERSION = "Version 1.000"
# Hanazono draws curves as polygons of short sides: 2 of 1000 units are 7 µm at 10.5 pt, and save a fifth.
TOLERANCE = 2.0
OPEN_FONT_LICENSE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
# Debian package fonts-hanazono, version 20170904
HANAZONO = Path("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf")
HANAZONO_SHA256 = "829543436cdf7b4c6730e2af5806fa406f8ddf0d4b656e0cd49c58d4db1c8d3c"
# Glyph substitution, positioning and vertical setting: neither reportlab nor the screen uses them here.
DROPPED_TABLES = ["BASE", "FFTM", "GDEF", "GPOS", "GSUB", "STAT", "gasp", "vhea", "vmtx"]

Charset = Callable[[frozenset[int]], frozenset[int]]  # what to keep of all codes of the source


@dataclass(frozen=True)
class Package:
    """One npm package with a font, pinned by the hash of its tarball."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True)
class Recipe:
    """One font to build."""

    output: str
    family: str
    style: str
    package: Package | None  # None: taken from HANAZONO
    member: str
    charset: Charset
    heavier: str = ""  # the weight that small signs are drawn from, where there are any


class LongOffsets(table__l_o_c_a):
    """Where outlines begin, in four bytes each even in a small font."""

    def compile(self, font: TTFont) -> bytes:
        font["head"].indexToLocFormat = 1
        return struct.pack(f">{len(self.locations)}L", *self.locations)


def all_signs(codes: Iterable[int]) -> frozenset[int]:
    return frozenset(code for code in codes if not is_hanzi(code))


def everything(codes: frozenset[int]) -> frozenset[int]:
    return codes


def everyday(codes: frozenset[int]) -> frozenset[int]:
    return all_signs(codes) | (codes & everyday_hanzi())


def signs(codes: frozenset[int]) -> frozenset[int]:
    return codes & frozenset(map(ord, SIGNS))


def lacking_in_body(codes: frozenset[int]) -> frozenset[int]:
    """Hanzi that the body font, built just before, does not have."""
    with TTFont(HERE / BODY, lazy=True) as body:
        return hanzi_among(codes) - frozenset(body.getBestCmap())


SERIF = Package(
    "@expo-google-fonts/noto-serif-sc",
    "0.4.3",
    "ff6bcf5ba68d92dfecc05544bb150f9e724741a932354a0dd97e7289c40a3f5e",
)
SANS = Package(
    "@expo-google-fonts/noto-sans-sc",
    "0.4.3",
    "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59",
)
BODY = "zpb-serif-regular.ttf"
RECIPES = (
    Recipe(BODY, "ZPB Serif", "Regular", SERIF, "400Regular/NotoSerifSC_400Regular.ttf", everything),
    Recipe("zpb-serif-bold.ttf", "ZPB Serif", "Bold", SERIF, "700Bold/NotoSerifSC_700Bold.ttf", everyday),
    Recipe(
        "zpb-sans-regular.ttf", "ZPB Sans", "Regular", SANS, "400Regular/NotoSansSC_400Regular.ttf", everyday
    ),
    Recipe("zpb-rare.ttf", "ZPB Rare", "Regular", None, HANAZONO.name, lacking_in_body),
    Recipe(
        "zpb-signs.ttf",
        "ZPB Signs",
        "Regular",
        SERIF,
        "400Regular/NotoSerifSC_400Regular.ttf",
        signs,
        heavier="600SemiBold/NotoSerifSC_600SemiBold.ttf",
    ),
)


def main(arguments: Sequence[str]) -> int:
    """Build the fonts named, or all."""
    recipes = [recipe for recipe in RECIPES if recipe.output in arguments or not arguments]
    if len(recipes) < len(arguments):
        names = "、".join(recipe.output for recipe in RECIPES)
        print(f"可以重建的字体是 {names}；现有字体未改动。", file=sys.stderr)
        return 2
    rare = any(recipe.package is None for recipe in recipes)
    if (rare and not HANAZONO.exists()) or not shutil.which("npm"):
        print("重建字体需要 npm 和 Debian 软件包 fonts-hanazono，请先安装；现有字体未改动。", file=sys.stderr)
        return 2
    if rare:
        verify(HANAZONO, HANAZONO_SHA256)
    with tempfile.TemporaryDirectory() as workplace:
        packages = dict.fromkeys(recipe.package for recipe in recipes if recipe.package)
        folders = {package: unpack(package, Path(workplace)) for package in packages}
        for recipe in recipes:
            build(recipe, folders[recipe.package] if recipe.package else HANAZONO.parent)
    return 0


def unpack(package: Package, workplace: Path) -> Path:
    """Download a package with npm's own client and unpack it.

    Errors: SystemExit if the tarball cannot be had or is not the pinned one.
    """
    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    npm = subprocess.run(command, cwd=workplace, capture_output=True, text=True)
    if npm.returncode:
        raise SystemExit(f"npm 取不到 {package.name}，现有字体未改动：{npm.stderr.strip()[-200:]}")
    tarball = workplace / npm.stdout.split()[-1]
    verify(tarball, package.sha256)
    folder = workplace / tarball.stem
    with tarfile.open(tarball) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def verify(source: Path, expected: str) -> None:
    """Make sure that a source is the one the bundled fonts were built from.

    Errors: SystemExit if it is not.
    """
    if (found := sha256(source.read_bytes()).hexdigest()) != expected:
        raise SystemExit(f"{source.name} 的校验值不符（{found}），现有字体未改动。")


def build(recipe: Recipe, folder: Path) -> None:
    font = TTFont(folder / recipe.member, recalcTimestamp=False)  # the same packages give the same bytes
    scale_upem(font, UNITS_PER_EM)
    if recipe.package:
        add_composed(font)
        level_digits(font)
    if recipe.heavier:
        with TTFont(folder / recipe.heavier, lazy=True) as heavier:
            add_signs(font, heavier)
    cut(font, recipe.charset(frozenset(font.getBestCmap())))
    if not recipe.package:
        thin_out(font, TOLERANCE)
    rename(font, recipe)
    write_wide(font)
    output = HERE / recipe.output
    font.save(output)
    print(f"{output.name}: {font['maxp'].numGlyphs} glyphs, {output.stat().st_size / 1e6:.3f} MB")


def cut(font: TTFont, codes: frozenset[int]) -> None:
    options = Options(
        hinting=False, layout_features=[], notdef_outline=True, name_IDs=[0], name_languages=["*"]
    )
    options.bidi_closure = False  # ∼ does not ask for ∽
    options.drop_tables += DROPPED_TABLES
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def rename(font: TTFont, recipe: Recipe) -> None:
    """Give the font a name of its own, as its licence asks (Reserved Font Names), and keep its copyright."""
    full = f"{recipe.family} {recipe.style}"
    records = {
        0: f"{font['name'].getDebugName(0)} Modified for zipingbiao.",
        1: recipe.family,
        2: recipe.style,
        3: f"{VERSION};ZPB;{full}",
        4: full,
        5: VERSION,
        6: full.replace(" ", ""),
        13: OPEN_FONT_LICENSE,
    }
    font["name"].names = []
    for name_id, text in records.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    font["OS/2"].achVendID = "ZPB "


def write_wide(font: TTFont) -> None:
    """Write the tables of a small font as those of a large one: the page reads no others."""
    font["loca"] = LongOffsets("loca")
    if font["cmap"].getcmap(3, 10) is None:
        codes = CmapSubtable.newSubtable(12)
        codes.platformID, codes.platEncID, codes.language, codes.cmap = 3, 10, 0, font.getBestCmap()
        font["cmap"].tables.append(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
