# SPDX-License-Identifier: MIT
"""PDFs with something attached, made by another program than ours: whole, damaged and hostile ones."""

from __future__ import annotations

import zlib
from hashlib import md5
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

MEGABYTE = 1 << 20


def blank_pdf(subject: str = "", files: dict[str, bytes] | None = None, **saving: Any) -> bytes:
    """A PDF of one empty page, with these files attached."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    if subject:
        pdf.docinfo["/Subject"] = subject
    for name, content in (files or {}).items():
        attach(pdf, Stream(pdf, content), name)
    return saved(pdf, **saving)


def attach(pdf: Pdf, stream: Stream, name: str = "draft.json", **params: Any) -> None:
    """Attach a file, in the tree of names and as belonging to the document."""
    stream.stream_dict["/Type"] = Name.EmbeddedFile
    if params:
        stream.stream_dict["/Params"] = Dictionary(**params)
    files = Dictionary(F=pdf.make_indirect(stream))
    spec = Dictionary(Type=Name.Filespec, F=String(name), UF=String(name), EF=files)
    described = pdf.make_indirect(spec)
    tree = pdf.Root.get("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([]))))
    tree.EmbeddedFiles.Names.extend([String(name), described])
    pdf.Root.Names = tree
    pdf.Root.AF = Array([*pdf.Root.get("/AF", Array([])), described])


def with_attachment(content: bytes, filters: str = "", **params: Any) -> bytes:
    """A PDF with one attachment whose stream holds exactly these bytes."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    stream = Stream(pdf, content)
    if filters:
        stream.stream_dict["/Filter"] = Array([Name(f"/{one}") for one in filters.split()])
    attach(pdf, stream, **params)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


def saved(pdf: Pdf, **saving: Any) -> bytes:
    """The bytes of a PDF."""
    out = BytesIO()
    pdf.save(out, **saving)
    return out.getvalue()


def resaved(content: bytes, **saving: Any) -> bytes:
    """A PDF as qpdf writes it."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return saved(pdf, **saving)


def updated(content: bytes) -> bytes:
    """A PDF with an object added behind its end, as programs that sign or annotate do."""
    with pikepdf.open(BytesIO(content)) as pdf:
        root, size = pdf.trailer.Root.objgen[0], int(pdf.trailer.Size)
    before = content[content.rindex(b"startxref") + 9 : content.rindex(b"%%EOF")].strip().decode()
    at = len(content) + 1
    added = f"\n{size} 0 obj\n<</Type/Annot>>\nendobj\n"
    table = at + len(added) - 1
    return content + (
        f"{added}xref\n{size} 1\n{at:010d} 00000 n \ntrailer\n"
        f"<</Size {size + 1}/Root {root} 0 R/Prev {before}>>\nstartxref\n{table}\n%%EOF\n"
    ).encode("ascii")


def states(content: bytes) -> dict[str, Any]:
    """What the description of an attachment says of it."""
    return {"Size": len(content), "CheckSum": String(md5(content, usedforsecurity=False).digest())}


def bomb(megabytes: int = 1024) -> bytes:
    """A thousandth of so many megabytes that unpacks to all of them; its sum at the end is wrong."""
    packer, zeros = zlib.compressobj(9), bytes(MEGABYTE)
    first, next_ = (packer.compress(zeros) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + next_ * (megabytes - 1) + packer.flush()


def with_object_stream(packed: bytes) -> bytes:
    """A PDF whose catalogue lies in a packed stream of objects."""
    out = bytearray(b"%PDF-1.7\n")
    first = len(out)
    out += b"3 0 obj\n<</Type/ObjStm/N 2/First 9/Length %d/Filter/FlateDecode>>stream\n" % len(packed)
    out += packed + b"\nendstream\nendobj\n"
    places = [(0, 0, 0), (2, 3, 0), (2, 3, 1), (1, first, 0), (1, len(out), 0)]
    return bytes(out) + _table(4, _rows(places), 5, "", len(out))


def with_many_object_streams(count: int, size: int) -> bytes:
    """A PDF whose catalogue names so many files, each in a stream of objects of so many bytes."""
    out, first, places = bytearray(b"%PDF-1.7\n"), 2 + count, {}
    named = " ".join(f"{first + number} 0 R" for number in range(count))
    places[1] = (1, len(out), 0)
    out += f"1 0 obj<</Type/Catalog/AF[{named}]>>endobj\n".encode("ascii")
    for number in range(count):
        head = f"{first + number} 0 ".encode("ascii")
        packed = zlib.compress(head + b"<</F(x)>>" + b" " * size, 1)
        places[2 + number], places[first + number] = (1, len(out), 0), (2, 2 + number, 0)
        out += f"{2 + number} 0 obj\n<</Type/ObjStm/N 1/First {len(head)}/Length {len(packed)}".encode(
            "ascii"
        )
        out += b"/Filter/FlateDecode>>stream\n" + packed + b"\nendstream\nendobj\n"
    rows = _rows([(0, 0, 0), *(places[number] for number in range(1, first + count))])
    return bytes(out) + _table(first + count, rows, first + count, "", len(out))


def _rows(places: list[tuple[int, int, int]]) -> bytes:
    return b"".join(bytes([kind]) + at.to_bytes(4, "big") + bytes([row]) for kind, at, row in places)


def with_table_of_objects(packed: bytes) -> bytes:
    """A PDF whose table of objects is packed."""
    out = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n"
    return out + _table(4, packed, 5, "/Filter/FlateDecode", len(out))


def _table(number: int, rows: bytes, size: int, more: str, at: int) -> bytes:
    head = f"{number} 0 obj\n<</Type/XRef/Size {size}/W[1 4 1]/Root 1 0 R/Length {len(rows)}{more}>>stream\n"
    return head.encode("ascii") + rows + f"\nendstream\nendobj\nstartxref\n{at}\n%%EOF".encode("ascii")
