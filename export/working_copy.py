# SPDX-License-Identifier: MIT
"""Working copies: the draft inside a PDF read back; what a hostile file can take of time and room is bounded.

Source: ISO 32000-1, 7.11.4 (embedded files) and 7.9.6 (name trees).
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import md5
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from export.copies import PUBLIC, WORKING
from export.reading_bounds import CountedStream, bounds, start_no_program
from model.drafts import Draft, load, read, read_file, too_large
from model.errors import DraftError
from model.limits import (
    MAX_BYTES,
    MAX_COPY_BYTES,
    MAX_PART,
    MAX_TABLE,
    MAX_WORK,
    MOST_LOOKED_AT,
    MOST_OBJECTS,
)
from model.reading import SAFE, SUFFIX

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.generic import DictionaryObject, PdfObject, StreamObject

ATTACHMENT = "draft.json"
MARK, MARK_WITHIN = b"%PDF-", 1024  # bytes; other programs put something before it now and then
QUICK = frozenset({"/FlateDecode", "/Fl"})  # filters that unpack as fast as a disk reads


def load_draft(path: Path) -> Draft:
    """Read a draft of any version, from its own file or out of a working copy; the content tells which.

    Errors: DraftError if the file cannot be read, is too large, or holds no draft of this form.
    """
    if not is_pdf(path):
        return load(path)
    content = read_file(path, MAX_COPY_BYTES)
    return read(draft_in(content, path.name), _inside(path.name))


def is_pdf(path: Path) -> bool:
    """Tell whether a file begins as a PDF does; one that cannot be read does not."""
    try:
        if not path.is_file():  # opening a pipe waits for somebody to write
            return False
        with path.open("rb") as file:
            return MARK in file.read(MARK_WITHIN)
    except (OSError, ValueError):
        return False


def draft_in(content: bytes, name: str) -> bytes:
    """Return the bytes of the draft in a PDF; `name` is what messages call it.  Errors: DraftError."""
    start_no_program()
    from pypdf import PdfReader  # here, as it takes longer than to read a draft
    from pypdf.errors import DependencyError, FileNotDecryptedError

    try:
        with bounds(MAX_TABLE):
            reader = PdfReader(CountedStream(content), xref_stream_maximum_entries=MOST_OBJECTS)
        with bounds(MAX_PART):
            return _unpacked(reader, name)
    except DraftError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise DraftError(f"“{name}”加了密，读不出里面的草稿；{SAFE}，请去掉密码后再打开。") from error
    except Exception as error:  # whatever a hostile file makes the reader stumble over
        raise DraftError(
            f"“{name}”不是完好的 PDF，读不出里面的草稿；{SAFE}，请找回原来的 {SUFFIX} 草稿或完好的工作稿。"
        ) from error


def _unpacked(reader: PdfReader, name: str) -> bytes:
    """Return the attachment, checked against the size and sum it is stated to have."""
    stream = _attached(reader.root_object)
    if stream is None:
        raise DraftError(_without_draft(reader, name))
    draft = _content_of(stream, name)
    for stated in _all(stream.get("/Params")):
        size, check_sum = _at(stated, "/Size"), _at(stated, "/CheckSum")
        found = md5(draft, usedforsecurity=False).digest()
        if size not in (None, len(draft)) or getattr(check_sum, "original_bytes", found) != found:
            raise DraftError(_damaged(name))
    return draft


def _attached(root: DictionaryObject) -> StreamObject | None:
    """Return the first embedded file that is called as ours is; what else is attached is left alone."""
    from pypdf.generic import StreamObject

    for part in islice(_parts(root), MOST_LOOKED_AT):
        if ATTACHMENT in (_at(part, "/UF"), _at(part, "/F")):
            for files in _all(part.get("/EF")):
                stream = _at(files, "/F") or _at(files, "/UF")
                return stream if isinstance(stream, StreamObject) else None
    return None


def _parts(root: DictionaryObject) -> Iterator[DictionaryObject]:
    """Go through the files that belong to the document, then the tree of all that are embedded in it."""
    waiting = [root.get("/AF"), *(names.get("/EmbeddedFiles") for names in _all(root.get("/Names")))]
    while waiting:
        for part in _all(waiting.pop(0)):
            yield part
            waiting += [part.get("/Names"), part.get("/Kids")]


def _all(part: PdfObject | None) -> Iterator[DictionaryObject]:
    """Go through the dictionaries in an array, or give the one dictionary; anything else holds none."""
    from pypdf.generic import ArrayObject, DictionaryObject

    found = part.get_object() if part is not None else None
    for one in found if isinstance(found, ArrayObject) else (found,):
        inner = one.get_object() if one is not None else None
        if isinstance(inner, DictionaryObject):
            yield inner


def _at(part: DictionaryObject, key: str) -> object:
    found = part.get(key)
    return None if found is None else found.get_object()


def _content_of(stream: StreamObject, name: str) -> bytes:
    """Unpack the draft.  Errors: DraftError when it is too large or cannot be unpacked."""
    from pypdf.errors import LimitReachedError

    work = 3 * MAX_BYTES if _filters(stream) <= QUICK else MAX_WORK
    try:
        with bounds(MAX_BYTES, work):
            draft = stream.get_data()
    except LimitReachedError as error:
        sentence = _damaged(name) if error.__cause__ else too_large(_inside(name), MAX_BYTES)
        raise DraftError(sentence) from error
    except Exception as error:
        raise DraftError(_damaged(name)) from error
    if len(draft) > MAX_BYTES:
        raise DraftError(too_large(_inside(name), MAX_BYTES))
    return draft


def _filters(stream: StreamObject) -> set[object]:
    from pypdf.generic import ArrayObject

    found = _at(stream, "/Filter")
    return {one.get_object() for one in found} if isinstance(found, ArrayObject) else {found} - {None}


def _inside(name: str) -> str:
    """Return what messages call the draft in a PDF; they put it between quotation marks."""
    return f"{name}”里的“{ATTACHMENT}"


def _damaged(name: str) -> str:
    return f"“{name}”里的草稿已经损坏；{SAFE}，请找回原来的 {SUFFIX} 草稿或另一份工作稿。"


def _without_draft(reader: PdfReader, name: str) -> str:
    """Say why there is no draft: a public copy, a page of ours that lost it, or something else."""
    subject = (reader.metadata and reader.metadata.subject) or ""
    if f"（{PUBLIC.word}" in subject:
        return f"“{name}”是公开稿，里面没有草稿；{SAFE}，请打开工作稿或原来的 {SUFFIX} 草稿。"
    if f"（{WORKING.word}" in subject:
        return (
            f"“{name}”里没有草稿（由较早的版本导出，或附件已被别的程序去掉）；"
            f"{SAFE}，请打开原来的 {SUFFIX} 草稿。"
        )
    return f"“{name}”不是本程序导出的工作稿，里面没有草稿；{SAFE}，请选择 {SUFFIX} 草稿或工作稿。"
