# SPDX-License-Identifier: MIT
"""Mark-up that a web form left in a text: <p>, &nbsp;."""

import re

from model.values.spelling import any_of
from model.values.words import ENTITIES, TAGS

# A tag of HTML or of Word (<o:p>); 0.1<A<0.9 and “x<y 且 z>w” are none.
_TAG = re.compile(
    rf"</?(?:(?:{any_of(TAGS.split())})|[a-z][a-z0-9]{{0,5}}:[a-z]{{1,20}})(?:\s[^<>]*)?/?>|<!--|-->|<!\[[a-z]{{1,8}}\]>",
    re.IGNORECASE | re.ASCII,
)
_ENTITY = re.compile(
    rf"&(?:(?P<name>{any_of(ENTITIES)})|#(?P<number>[0-9]{{1,7}}|x[0-9a-f]{{1,6}}));",
    re.IGNORECASE | re.ASCII,
)
_MOST_LAYERS = 8  # &amp;lt; is two


def has_markup(text: str) -> bool:
    """Tell whether a text holds literal mark-up."""
    return bool(_TAG.search(text) or _ENTITY.search(text))


def strip_markup(text: str) -> str:
    """Drop tags and write what entities stand for, until no mark-up is left."""
    for _ in range(_MOST_LAYERS):
        if not has_markup(text):
            return text
        text = _ENTITY.sub(_character, _TAG.sub("", text))
    return text.replace("<", "").replace(">", "").replace("&", "") if has_markup(text) else text


def _character(entity: re.Match[str]) -> str:
    if entity["name"]:
        return ENTITIES[entity["name"].lower()]
    number = entity["number"].lower()
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
