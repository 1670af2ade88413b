# SPDX-License-Identifier: MIT
"""Write the initials of the library's words anew, one line for each word; run by hand after a change."""

import json
import sys
from pathlib import Path

LIBRARY = Path(__file__).with_name("library.json")
ROOT = LIBRARY.parents[2]


SHORT_LISTS = {"measures": "unit", "reasons": "case"}


def main() -> None:
    """Read the library, spell its words, write it."""
    library = json.loads(LIBRARY.read_text(encoding="utf-8"))
    groups = ",\n".join(group_lines(library["indicators"]))
    parts = [f'  "indicators": {{\n{groups}\n  }}']
    parts += [f'  "{name}": [\n{word_lines(library[name], key)}\n  ]' for name, key in SHORT_LISTS.items()]
    LIBRARY.write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def group_lines(groups: dict[str, list[dict[str, str]]]) -> list[str]:
    """Write the indicators, group by group."""
    return [f'    "{name}": [\n{word_lines(words, "name")}\n    ]' for name, words in groups.items()]


def word_lines(words: list[dict[str, str]], key: str) -> str:
    """Write words, each with the spelling of what stands under a key."""
    return ",\n".join(f"      {json.dumps(spelt(word, word[key]), ensure_ascii=False)}" for word in words)


def spelt(word: dict[str, str], text: str) -> dict[str, str]:
    """Give a word its initials and first syllables."""
    sys.path.insert(0, str(ROOT))
    from model.pinyin import initials, syllables

    return {**word, "initials": initials(text), "pinyin": syllables(text)}


if __name__ == "__main__":
    main()
