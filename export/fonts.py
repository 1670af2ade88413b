# SPDX-License-Identifier: MIT
"""The bundled fonts: the first that has a character draws it; a character that none has is spelled out."""

import unicodedata
from functools import cached_property
from itertools import groupby
from pathlib import Path

from export.characters import SPELLED_OUT, STAND_INS, composed, is_unseen
from export.embedding import Subset, subset_of
from export.mark_pairs import narrowed
from export.truetype import NO_GLYPH, FontFile
from export.typesetting import Typesetter
from model.errors import FormError

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "fonts"
REGULAR, BOLD, RARE = "zpb-serif-regular", "zpb-serif-bold", "zpb-rare"
SIGNS = "zpb-signs"  # small digits, fractions, ticks: what offices use and the free fonts lack

MAX_SUBSETS = 12


class FontError(FormError):
    """A bundled font is missing or damaged."""


class Typeface:
    """One weight of type: fonts tried in turn, character by character."""

    def __init__(self, fonts: "Fonts", *names: str) -> None:
        self._fonts = fonts
        self._names = names
        self._strangers: dict[str, str] = {}  # characters the first font lacks, with the font that has them
        self.typesetter = Typesetter(_Advances(self))

    def has(self, character: str) -> bool:
        """Tell whether any of the fonts draws a character."""
        return any(self._fonts.file(name).glyph(character) != NO_GLYPH for name in self._names)

    def advance(self, character: str) -> int:
        """Return how far a character moves the pen, in thousandths of the type size."""
        for name in self._names:
            font = self._fonts.file(name)
            if glyph := font.glyph(character):
                if name != self._names[0]:
                    self._strangers[character] = name
                return font.advance(glyph)
        return self._fonts.file(self._names[0]).advance(NO_GLYPH)

    def runs(self, text: str) -> list[tuple[str, str]]:
        """Cut a text that has been measured into what one font draws each: the font's name and the part."""
        first, text = self._names[0], narrowed(text)
        if not self._strangers or self._strangers.keys().isdisjoint(text):
            return [(first, text)]
        named = groupby(text, lambda character: self._strangers.get(character, first))
        return [(name, "".join(part)) for name, part in named]


class _Advances(dict[str, int]):
    """Advances of characters, each looked up in the fonts once."""

    def __init__(self, typeface: Typeface) -> None:
        super().__init__()
        self._typeface = typeface

    def __missing__(self, character: str) -> int:
        self[character] = advance = self._typeface.advance(character)
        return advance


class Fonts:
    """The fonts of the page, opened as they are needed; one object serves any number of exports."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder
        self._files: dict[str, FontFile] = {}
        self._plain: set[str] = {"\n"}  # characters printed as they are
        self._spelling: dict[int, str] = dict(STAND_INS)
        self._missing: set[str] = set()
        self._unseen: set[str] = set()
        self._subsets: dict[tuple[str, frozenset[str]], Subset] = {}  # of the latest exports

    @cached_property
    def regular(self) -> Typeface:
        """The face of text and numbers."""
        return Typeface(self, REGULAR, SIGNS, RARE)

    @cached_property
    def bold(self) -> Typeface:
        """The face of the title and the heads."""
        return Typeface(self, BOLD, REGULAR, SIGNS, RARE)

    def file(self, name: str) -> FontFile:
        """Return a font file.  Errors: FontError if the bundled file is missing or damaged."""
        if name not in self._files:
            self._files[name] = _opened(self._folder / f"{name}.ttf")
        return self._files[name]

    def subset(self, name: str, characters: frozenset[str]) -> Subset:
        """Return a font of just these characters; the latest are remembered, as cutting takes longest."""
        key = (name, characters)
        subset = self._subsets.pop(key, None) or subset_of(self.file(name), characters)
        self._subsets[key] = subset
        if len(self._subsets) > MAX_SUBSETS:
            del self._subsets[next(iter(self._subsets))]
        return subset

    def printable(self, text: str) -> str:
        """Return a text as printed: 〔U+1F600〕 for what no font draws, nothing for what cannot be seen."""
        if self._plain.issuperset(text):
            return text
        text = composed(text)
        for character in set(text) - self._plain:
            self._learn(character)
        return text.replace("\r\n", "\n").translate(self._spelling)

    def missing(self, text: str) -> str:
        """Return the characters of a text that no font draws, each once, in order."""
        return self._among(self._missing, text)

    def unseen(self, text: str) -> str:
        """Return the characters of a text that cannot be seen, each once, in order."""
        return self._among(self._unseen, text)

    def _among(self, known: set[str], text: str) -> str:
        if self._plain.issuperset(text):
            return ""
        self.printable(text)
        return "".join(dict.fromkeys(character for character in composed(text) if character in known))

    def _learn(self, character: str) -> None:
        code = ord(character)
        if code in self._spelling:
            return
        if is_unseen(code):
            self._spelling[code] = ""
            self._unseen.add(character)
        elif not self.regular.has(character):
            self._spelling[code] = SPELLED_OUT.format(code)
            self._missing.add(character)
        elif not unicodedata.combining(character):  # what follows a letter is looked at each time
            self._plain.add(character)


def _opened(path: Path) -> FontFile:
    try:
        return FontFile(path)
    except (OSError, ValueError) as error:
        sentence = f"字体文件 {path.name} 缺失或已损坏，无法排版；草稿未受影响，请重新安装本程序。"
        raise FontError(sentence) from error
