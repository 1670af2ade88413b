# SPDX-License-Identifier: MIT
"""Two long texts that differ: the first passage in which they do, with a little around it."""

LONGEST = 40  # characters that are shown whole
AROUND = 8  # characters before and after the passage
MOST = 30  # characters of the passage
BREAK = "↵"  # for a line break


def passages(old: str, new: str) -> tuple[str, str]:
    """Return two texts short enough for a line; quoted where they are cut, or differ by spaces only."""
    if all(_is_short(text) for text in (old, new)) and old.split() != new.split():
        return old, new
    start, end = _ends(old, new)
    return _passage(old, start, len(old) - end), _passage(new, start, len(new) - end)


def opening(text: str) -> str:
    """Return a text short enough for a line, from its beginning on."""
    return text if _is_short(text) else _passage(text, 0, len(text))


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST and "\n" not in text and text == text.strip()


def _ends(old: str, new: str) -> tuple[int, int]:
    """Count the characters that are the same at the beginning, and at the end."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    most = shorter - head
    tail = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    return head, tail


def _passage(text: str, start: int, end: int) -> str:
    """Quote what lies between, with what is around it."""
    left, right = max(0, start - AROUND), min(len(text), min(end, start + MOST) + AROUND)
    cut = text[left:right].replace("\r\n", BREAK).replace("\n", BREAK)
    return f"“{'…' if left else ''}{cut}{'…' if right < len(text) else ''}”"
