# SPDX-License-Identifier: MIT
"""What is whole in a damaged draft: cut short, filled up with zeros, written over, with broken letters in it.

Each cell, row and group is looked for by its own key, so that one broken place costs no more than what
stands there.  Time grows with the size only.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import NamedTuple

from model.drafts import Draft, read
from model.encoding import CHINESE, LOST, MARKS, is_mostly_utf8
from model.errors import DraftError
from model.fields import AMOUNTS, FUND_ROWS, GOAL_FIELDS, HEADER_FIELDS, STATED
from model.form import Form
from model.limits import MOST_MENDED
from model.raw_cells import SETTINGS, Raw
from model.salvaging import Rows, rows_in, texts, value_of
from model.templates import template_ids
from model.tidying import clean

OPTIONAL = ("amount_unit", "orientation", "template")  # the template is looked at by itself
CHECK = "请逐项核对，再另存；原来的文件没有动。"


class Salvage(NamedTuple):
    """What could be read of a damaged draft."""

    draft: Draft
    words: str  # what was read and what was not, in a sentence


def salvage(content: bytes, name: str) -> Salvage | None:
    """Read what is whole in a damaged draft; None when nothing worth it is left."""
    content = _letters(content[:MOST_MENDED])
    with suppress(DraftError):
        return _all_but_the_rest(content, name)
    raw: Raw = {}
    missing = [*_take_head(content, raw), *_take_funds(content, raw)]
    rows = rows_in(content)
    if not rows.number and not raw:
        return None
    if raw.get("template") not in template_ids():
        raw["template"] = template_ids()[0]
        missing.append("“模板”")
    raw["indicators"] = rows.indicators
    remarks = clean(raw)
    return Salvage(
        Draft(Form.model_validate(raw), None, tuple(remarks)), _told(rows, missing, content.decode())
    )


def _letters(content: bytes) -> bytes:
    """Return UTF-8 with a sign for each broken letter and each stretch of zeros."""
    encoding = next((encoding for mark, encoding, _ in MARKS if content.startswith(mark)), "")
    if not encoding:
        content = content.strip(b"\0")
        encoding = "utf-8" if is_mostly_utf8(content) else CHINESE[0]
    return re.sub("\0+", LOST, content.decode(encoding, "replace")).encode("utf-8", "replace")


def _all_but_the_rest(content: bytes, name: str) -> Salvage:
    """Read a draft that is whole but for letters in it and what stands behind it.  Errors: DraftError."""
    text = content.decode()
    try:
        _, end = json.JSONDecoder(strict=False).raw_decode(text)
    except (ValueError, RecursionError) as error:
        raise DraftError(f"“{name}”不完整。") from error
    draft = read(text[:end].encode(), name)
    said = ["整张表都读出来了", *_lost(text[:end])]
    said += ["文件末尾多出来的内容没有读"] if text[end:].strip() else []
    return Salvage(draft, "，".join(said) + f"。{CHECK}")


def _take_head(content: bytes, raw: Raw) -> list[str]:
    """Read what stands beside funds and rows; return the labels of what is missing or broken."""
    labels = SETTINGS | {field.key: field.label for field in (*HEADER_FIELDS, *GOAL_FIELDS)}
    missing = []
    for key, label in labels.items():
        found = value_of(content, key)
        if found is not None and type(found.value) is (int if key == "fiscal_year" else str):
            raw[key] = found.value
        if (found is None and key not in OPTIONAL) or (found is not None and not found.is_whole):
            missing.append(f"“{label}”")
    if stated := value_of(content, "stated"):
        raw["stated"] = texts(stated.value, STATED)
    return missing


def _take_funds(content: bytes, raw: Raw) -> list[str]:
    """Read the rows of the funds; return what is missing or broken."""
    start = max(content.find(b'"funds"'), 0)
    found = {field.key: value_of(content, field.key, start) for field in FUND_ROWS}
    rows = {key: texts(row.value, AMOUNTS) for key, row in found.items() if row is not None}
    if any(rows.values()):
        raw["funds"] = rows
    return [] if all(key in rows and len(rows[key]) == len(AMOUNTS) for key in found) else ["“项目资金”"]


def _told(rows: Rows, missing: list[str], text: str) -> str:
    """Say what was read and what was not."""
    seen = len(re.findall(r'"target"\s*:', text))
    of = f" {seen} 行指标中的 {rows.number} 行" if seen > rows.number else f" {rows.number} 行指标"
    broken = f"（其中 {rows.broken} 行不完整）" if rows.broken else ""
    rest = f"{'、'.join(missing)}没有读全" if missing else "基本信息、项目资金和绩效目标完整"
    said = [f"读出了{of}{broken}", rest, *_lost(text)]
    said += [] if text.rstrip().endswith("}") else ["文件后面的部分没有了"]
    return "，".join(said) + f"。{CHECK}"


def _lost(text: str) -> list[str]:
    return [f"有 {count} 处坏了，用“{LOST}”代替"] if (count := text.count(LOST)) else []
