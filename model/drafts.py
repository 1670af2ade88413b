# SPDX-License-Identifier: MIT
"""Drafts: a form as one JSON file; reading any version, refusing what is no draft, writing verified bytes."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json, to_json

from model.backups import keep
from model.errors import DraftError, cause_of
from model.form import Form, FundRow, Funds, Indicator, Level1Group, Level2Group, Part, Stated
from model.safe_file import Stamp, Written, stamp_of, write_verified

FORMAT = "zipingbiao-draft"
VERSION = 1
MAX_BYTES = 20_000_000  # about 100,000 indicators
MAX_COPY_BYTES = 60_000_000  # of a PDF that holds a draft with its pages
SUFFIX = ".json"

Raw = dict[str, object]
MIGRATIONS: dict[int, Callable[[Raw], Raw]] = {}
"""Version → the step that makes a draft of the next version of it."""

SAFE = "文件未作改动"
_MODELS: tuple[type[BaseModel], ...] = (Form, Funds, FundRow, Stated, Level1Group, Level2Group, Indicator)


class Draft(NamedTuple):
    """A form as read from a file, with the stamp that tells whether the file changes later."""

    form: Form
    stamp: Stamp | None  # None: read out of a working copy, so that there is no draft file yet


def load(path: Path) -> Draft:
    """Read a draft of any version.

    Errors: DraftError if the file cannot be read, is too large, or is no draft of this form.
    """
    content = read_file(path, MAX_BYTES)
    return Draft(parse(content, path.name), stamp_of(path, content))


def parse(content: bytes, name: str) -> Form:
    """Read a draft from bytes; `name` is what messages call the file.  Errors: DraftError."""
    raw = _migrated(_object_of(content, name), name)
    try:
        form = Form.model_validate(raw)
    except ValidationError as error:
        first = error.errors()[0]
        key = "/".join(str(step) for step in first["loc"])
        raise DraftError(
            f"“{name}”不是完好的自评表草稿（“{key}”的内容不合格式）；{SAFE}，请检查该处。"
        ) from error
    if stray := next(_misplaced(form), None):
        raise DraftError(f"“{name}”不是完好的自评表草稿（“{stray}”放错了位置）；{SAFE}，请检查该处。")
    return form


def to_bytes(form: Form) -> bytes:
    """Write a form as the bytes of a draft file; the same form gives the same bytes."""
    raw: Raw = {"format": FORMAT, "version": VERSION, **form.model_dump()}
    stated = raw["stated"]
    for key in ("amount_unit", "orientation"):
        if raw[key] is None:
            del raw[key]
    if isinstance(stated, dict):
        raw["stated"] = {key: value for key, value in stated.items() if value is not None}
    return to_json(raw, indent=2) + b"\n"


def save(form: Form, path: Path, expected: Stamp | None = None, backups: Path | None = None) -> Written:
    """Write a draft, whole or not at all, and return the new file's stamp with what is to be said of it.

    `expected` is the stamp of the file the form was read from; None overwrites whatever is there.
    `backups` is the folder where the version it replaces is kept.  Errors: SaveError, ChangedOnDiskError.
    """
    content = to_bytes(form)
    if parse(content, path.name) != form:
        raise AssertionError("the bytes of a draft do not give the same form again")
    return write_verified(path, content, expected, partial(keep, backups, path) if backups else None)


def read_file(path: Path, most: int) -> bytes:
    """Return what is in a file of at most so many bytes.  Errors: DraftError."""
    if os.path.isdir(path):  # never raises, unlike Path.is_dir
        raise DraftError(f"“{path.name}”是文件夹，不是草稿；请选择一个 {SUFFIX} 文件。")
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise DraftError(f"找不到文件“{path.name}”；请检查文件名和所在文件夹。") from error
    except (OSError, ValueError) as error:
        raise DraftError(f"打不开“{path.name}”（{cause_of(error)}）；{SAFE}，请检查权限后再试。") from error
    if len(content) > most:
        raise DraftError(too_large(path.name, most))
    return content


def too_large(name: str, most: int) -> str:
    """Say that a file has more than so many bytes."""
    return f"“{name}”超过 {most // 1_000_000} MB，不是自评表草稿；{SAFE}，请另选文件。"


def _object_of(content: bytes, name: str) -> Raw:
    content = content.removeprefix(b"\xef\xbb\xbf")
    if not content.strip():
        raise DraftError(f"“{name}”是空文件，里面没有草稿；{SAFE}，请另选文件。")
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DraftError(f"“{name}”不是 UTF-8 文本，不是自评表草稿；{SAFE}，请另选文件。") from error
    try:
        raw = from_json(content, allow_inf_nan=False)
    except ValueError as error:
        raise DraftError(
            f"“{name}”不是完整的 JSON 文件（{error}）；{SAFE}，请另选文件或找回备份。"
        ) from error
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        raise DraftError(f"“{name}”不是自评表草稿；{SAFE}，请选择由本程序保存的 {SUFFIX} 文件。")
    return raw


def _migrated(raw: Raw, name: str) -> Raw:
    raw = dict(raw)
    del raw["format"]
    version = raw.pop("version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DraftError(f"“{name}”没有写明草稿的版本；{SAFE}，请另选文件。")
    if version > VERSION:
        raise DraftError(
            f"“{name}”由较新的版本保存（草稿版本 {version}，本程序支持到 {VERSION}）；"
            f"{SAFE}，请升级程序后再打开。"
        )
    for step in range(version, VERSION):
        raw = MIGRATIONS[step](raw)
    return raw


def _misplaced(form: Form) -> Iterator[str]:
    """Find keys of the format that stand where they mean nothing: they would be invisible to the clerk."""
    known = {key for model in _MODELS for key in model.model_fields}
    groups = [*form.indicators, *(level2 for _, level2 in form.level2_groups())]
    funds = form.funds
    parts: list[Part] = [form, funds, form.stated, *groups, *(row for _, row in form.all_indicators())]
    parts += [funds.total, funds.fiscal_appropriation, funds.carryover_funds, funds.other_funds]
    for part in parts:
        yield from known & set(part.model_extra or ())
