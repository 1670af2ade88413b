# SPDX-License-Identifier: MIT
"""Checks, loading and saving: against the bare work they cannot do without."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path

from model.drafts import load, read, save, to_bytes
from model.edits import SetCell
from model.judge import Judge
from model.templates import load_template
from tests.bench.clock import Line, in_turn, p95, ratio, seconds
from tests.bench.forms import long_form

SIZES = (70, 1_000, 10_000)


def lines() -> Iterator[Line]:
    """Measure."""
    for rows in SIZES:
        yield from _checks(rows)
    for rows in SIZES[:2]:
        yield from _drafts(rows)


def _checks(rows: int) -> Iterator[Line]:
    form = long_form(rows)
    template = load_template(form.template)
    judge = Judge(form, template)
    full = min(seconds(judge.judge_all) for _ in range(5))
    yield Line(f"full check, {rows} rows", f"{full * 1000:.1f} ms", f"{full / rows * 1e6:.0f} µs a row")
    single = p95([seconds(lambda turn=turn: _edit(judge, turn)) for turn in range(300)])
    less = f"{full / single:.0f} × less than full"
    yield Line(f"check after one edit (p95), {rows} rows", f"{single * 1000:.2f} ms", less)


def _edit(judge: Judge, turn: int) -> None:
    first = judge.form.indicators[0].children
    group = max(range(len(first)), key=lambda row: len(first[row].children))
    place = ("indicators", 0, "children", group, "children", turn % len(first[group].children), "score")
    edit = SetCell(place, Decimal(turn % 7))
    judge.after(edit, edit.apply(judge.form))


def _drafts(rows: int) -> Iterator[Line]:
    content = to_bytes(long_form(rows))
    reading, bare = in_turn([lambda: read(content, "a"), lambda: json.loads(content)], 9)
    yield ratio(f"reading a draft, {rows} rows", reading, bare, "json.loads")
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "a.json", Path(folder) / "b.json"
        path.write_bytes(content)
        form, stamp, *_ = load(path)
        turns = count(1)

        def save_again() -> None:
            nonlocal stamp
            form.project_name = f"第 {next(turns)} 次保存"  # so that there is a version to keep
            stamp = save(form, path, stamp, Path(folder) / "backups").stamp

        writing, synced = in_turn([save_again, lambda: _plain_write(plain, content)], 25)
    yield ratio(f"verified save with backup, {rows} rows", writing, synced, "write + fsync")


def _plain_write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
