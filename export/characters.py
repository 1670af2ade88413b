# SPDX-License-Identifier: MIT
"""Characters that are not printed as they are: what stands for them, and what cannot be seen at all.

Nothing typed vanishes without a word: what a font draws is printed; line ends and blanks of other systems
become ours; a letter with a mark set after it is the one letter of Unicode for both; what cannot be seen is
left out, and the clerk is told; everything else is spelled out, and the clerk is told.
"""

import re
import unicodedata
from itertools import chain

SPELLED_OUT = "〔U+{:04X}〕"
LINE_ENDS = "\r\v\f\x85\u2028\u2029"
BLANKS = (
    "\u1680\u2000\u2001\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"  # other than the fonts have
)
STAND_INS = str.maketrans(dict.fromkeys(LINE_ENDS, "\n") | dict.fromkeys(BLANKS, " ") | {"\t": "    "})

# Source: Unicode 15.0, Default_Ignorable_Code_Point; not the letters among them, which are spelled out.
UNSEEN = (
    range(0xAD, 0xAE),  # where a word may be parted
    range(0x61C, 0x61D),  # which way text runs
    range(0x200B, 0x2010),  # of no width, joiners, which way text runs
    range(0x202A, 0x202F),
    range(0x2060, 0x2070),
    range(0xFE00, 0xFE10),  # variations of the character before
    range(0xFEFF, 0xFF00),
    range(0xE0000, 0xE0080),  # tags
    range(0xE0100, 0xE01F0),
)
_UNSEEN = frozenset(chain.from_iterable(UNSEEN))

_MARKS = frozenset(map(chr, (*range(0x300, 0x370), 0x3099, 0x309A)))
_MARKED = "[^\n\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff][\u0300-\u036f]+|.[\u3099\u309a]"


def is_unseen(code: int) -> bool:
    """Tell whether a character shows nothing itself and takes no room."""
    return code in _UNSEEN


def composed(text: str) -> str:
    """Join letters with the marks set after them: no font here can place a mark upon any letter."""
    if _MARKS.isdisjoint(text):
        return text
    return re.sub(_MARKED, lambda pair: unicodedata.normalize("NFC", pair[0]), text)
