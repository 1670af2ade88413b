# SPDX-License-Identifier: MIT
"""Drafts: a form as one JSON file; reading any version, refusing what is no draft, writing verified bytes."""

from __future__ import annotations

import os
import stat
from functools import partial
from pathlib import Path
from typing import NamedTuple

from model.backups import keep
from model.errors import DraftError, SaveError, cause_of, shortened
from model.form import Form
from model.limits import MAX_BYTES, MEGABYTE
from model.migrations import VERSION, too_new, version_of
from model.reading import FORMAT, SAFE, SUFFIX, may_be_odd, object_of
from model.safe_file import Stamp, Written, stamp_of, write_verified
from model.shaping import ShapeError, form_of, refuse_too_many_rows, unknown_in, with_quotes

HEAD = f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},'.encode()
LeftOut = dict[str, bool | dict[str, bool]]
UNREADABLE = "“{name}”没有保存，因为保存后会打不开：{cause}"
MEND = "；原文件完好，填写的内容仍在，请改正后再保存。"


class Draft(NamedTuple):
    """A form as read from a file, with the stamp that tells whether the file changes later."""

    form: Form
    stamp: Stamp | None  # None: read out of a working copy, so that there is no draft file yet
    remarks: tuple[str, ...] = ()  # what was changed or is not shown, a sentence each
    read_only: str | None = None  # why it may not be changed: a newer version wrote it
    is_mended: bool = False  # the form is not quite what the file holds: the remarks say why


def load(path: Path) -> Draft:
    """Read a draft of any version.

    Errors: DraftError if the file cannot be read, is too large, or is no draft of this form; TornFileError
    if it is one, but damaged.
    """
    content = read_file(path, MAX_BYTES)
    return read(content, shortened(path.name), stamp_of(path, content))


def read(content: bytes, name: str, stamp: Stamp | None = None) -> Draft:
    """Read a draft from bytes, whatever wrote them; what has no place in a form is taken out, and told.

    Errors: as `load`.
    """
    found = object_of(content, name)
    version, raw = version_of(found.raw, name)
    remarks = [found.remark] if found.remark else []
    if may_be_odd(found.content):
        from model.tidying import clean

        refuse_too_many_rows(raw, name)
        remarks += clean(raw)
    try:
        form = form_of(raw, found.content, name)
    except DraftError as error:
        if version > VERSION:
            raise DraftError(f"“{name}”{too_new(version)}；{SAFE}，请升级程序后再打开。") from error
        if not isinstance(error, ShapeError):
            raise
        form, said = with_quotes(raw, found.content, name, error)
        remarks += said
    unknown = unknown_in(form)
    read_only = f"这份草稿{too_new(version)}，只能查看；要修改，请升级程序。" if version > VERSION else None
    return Draft(form, stamp, (*remarks, *unknown), read_only, is_mended=bool(remarks))


def parse(content: bytes, name: str) -> Form:
    """Read a draft of this program from bytes, to the letter; `name` is what messages call the file.

    Errors: DraftError.
    """
    found = object_of(content, name)
    version, raw = version_of(found.raw, name)
    if version > VERSION:
        raise DraftError(f"“{name}”{too_new(version)}；{SAFE}，请升级程序后再打开。")
    return form_of(raw, found.content, name)


def to_bytes(form: Form) -> bytes:
    """Write a form as the bytes of a draft file; the same form gives the same bytes."""
    computed = {key: True for key, value in form.stated if value is None}
    left_out: LeftOut = {key: True for key in ("amount_unit", "orientation") if getattr(form, key) is None}
    left_out["stated"] = computed
    body = form.__pydantic_serializer__.to_json(form, indent=2, exclude=left_out)
    return HEAD + body.removeprefix(b"{") + b"\n"


def save(form: Form, path: Path, expected: Stamp | None = None, backups: Path | None = None) -> Written:
    """Write a draft, whole or not at all, and return the new file's stamp with what is to be said of it.

    `expected` is the stamp of the file the form was read from; None overwrites whatever is there.
    `backups` is the folder where the version it replaces is kept.  Errors: SaveError, ChangedOnDiskError.
    """
    content = checked_bytes(form, path.name)
    return write_verified(path, content, expected, partial(keep, backups, path) if backups else None)


def checked_bytes(form: Form, name: str) -> bytes:
    """Write a form as bytes that give the same form again.  Errors: SaveError if there are none."""
    try:
        content = to_bytes(form)
        if len(content) > MAX_BYTES:
            cause = f"超过 {MAX_BYTES // MEGABYTE} MB{MEND}"
        elif parse(content, name) == form:
            return content
        else:
            cause = f"读回的内容不一样{MEND}"
    except DraftError as error:
        cause = str(error)
    except ValueError:  # what UTF-8 cannot say
        cause = f"里面有半个字符{MEND}"
    raise SaveError(UNREADABLE.format(name=name, cause=cause))


def read_file(path: Path, most: int) -> bytes:
    """Return what is in a file of at most so many bytes.  Errors: DraftError."""
    name = shortened(path.name)
    if os.path.isdir(path):  # never raises, unlike Path.is_dir
        raise DraftError(f"“{name}”是文件夹，不是草稿；请选择一个 {SUFFIX} 文件。")
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise DraftError(f"“{name}”是设备或管道，不是草稿；请选择一个 {SUFFIX} 文件。")
            content = file.read(most + 1)
    except FileNotFoundError as error:
        raise DraftError(f"找不到文件“{name}”；请检查文件名和所在文件夹。") from error
    except (OSError, ValueError) as error:
        raise DraftError(f"打不开“{name}”（{cause_of(error)}）；{SAFE}，请检查权限后再试。") from error
    if len(content) > most:
        raise DraftError(too_large(name, most))
    return content


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; a pipe would else wait for somebody to write into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def too_large(name: str, most: int) -> str:
    """Say that a file has more than so many bytes."""
    return f"“{name}”超过 {most // MEGABYTE} MB，不是自评表草稿；{SAFE}，请另选文件。"
