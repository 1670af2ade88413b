# SPDX-License-Identifier: MIT
"""Hostile PDFs: bombs, loops, things to happen, and attachments of other names than ours."""

from __future__ import annotations

import zlib
from base64 import a85encode
from collections.abc import Callable
from functools import partial

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from model.drafts import to_bytes
from tests import working_copies as pdfs
from tests.builders import complete_form
from tests.faults.hostile_drafts import MILLION, Making, content

DRAFT = to_bytes(complete_form())
JUNK = 60 * MILLION  # the largest PDF that is looked into
XXE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><x xmlns="adobe:ns:meta/">&b;</x>'
LAUGHS = b"<!DOCTYPE a [<!ENTITY a0 'ha'>%s]><a>&a30;</a>" % b"".join(
    b"<!ENTITY a%d '&a%d;&a%d;'>" % (number + 1, number, number) for number in range(30)
)


def raw_pdf(*objects: str | bytes, tail: str = "") -> bytes:
    """A PDF of these objects, the first of which is the catalogue; `tail` goes into the trailer."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += (
            b"%d 0 obj\n" % number + (one.encode("latin-1") if isinstance(one, str) else one) + b"\nendobj\n"
        )
    return bytes(out) + _table(places, len(out), tail)


def _table(places: list[int], at: int, tail: str) -> bytes:
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(places) + 1
    return (
        f"xref\n0 {size}\n0000000000 65535 f \n{rows}trailer\n<</Size {size}/Root 1 0 R{tail}>>\n"
        f"startxref\n{at}\n%%EOF\n"
    ).encode("ascii")


def stream(head: str, packed: bytes) -> bytes:
    """An object with a stream."""
    return f"<<{head}/Length {len(packed)}>>stream\n".encode("latin-1") + packed + b"\nendstream"


SPEC = "<</Type/Filespec/F(draft.json)/UF(draft.json)/EF<</F 3 0 R>>>>"


def attached(head: str, packed: bytes = DRAFT) -> bytes:
    """A PDF whose draft.json is a stream with anything in its dictionary."""
    return raw_pdf("<</Type/Catalog/AF[2 0 R]>>", SPEC, stream(head, packed))


def table_that_bites_its_tail() -> bytes:
    """A table of objects the one before which is itself."""
    whole = raw_pdf("<</Type/Catalog>>")
    at = whole.rindex(b"xref\n0")
    return raw_pdf("<</Type/Catalog>>", tail=f"/Prev {at}")


def tables_in_a_row(count: int) -> bytes:
    """Tables of objects each of which names another one before it."""
    out = bytearray(b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n")
    before = ""
    for _ in range(count):
        at = len(out)
        out += f"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 2/Root 1 0 R{before}>>\n".encode("ascii")
        before = f"/Prev {at}"
    return bytes(out) + f"startxref\n{at}\n%%EOF\n".encode("ascii")


def with_pages_in_a_circle() -> bytes:
    """A tree of pages that is its own leaf."""
    return raw_pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9/Parent 2 0 R>>")


def table_of(count: int) -> bytes:
    """A table of so many objects, none of which is there."""
    out = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    rows = b"0000000000 65535 f \n0000000009 00000 n \n" + b"0000000009 00000 n \n" * (count - 2)
    tail = f"trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n".encode("ascii")
    return out + b"xref\n0 %d\n" % count + rows + tail


def packed_table_of(count: int) -> bytes:
    """The same as a packed stream."""
    packed = zlib.compress((b"\1" + (9).to_bytes(4, "big") + b"\0") * count, 9)
    out = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"
    head = f"4 0 obj\n<</Type/XRef/Size {count}/W[1 4 1]/Root 1 0 R/Filter/FlateDecode"
    head += f"/Length {len(packed)}>>stream\n"
    return out + head.encode() + packed + f"\nendstream\nendobj\nstartxref\n{len(out)}\n%%EOF".encode()


def junk(piece: bytes) -> bytes:
    """A PDF of nothing but this, over and over."""
    return b"%PDF-1.7\n" + piece * ((JUNK - 100) // len(piece))


def ended(piece: bytes) -> bytes:
    """The same with an end that names a place without a table."""
    return junk(piece) + b"startxref\n99\n%%EOF"


def actions() -> tuple[Dictionary, ...]:
    """What a PDF can ask a careless viewer to do."""
    return (
        Dictionary(S=Name.Launch, F=String("/bin/sh"), NewWindow=True),
        Dictionary(S=Name.URI, URI=String("https://example.org/")),
        Dictionary(S=Name.JavaScript, JS=String("app.launchURL('https://example.org/')")),
        Dictionary(S=Name.SubmitForm, F=String("https://example.org/")),
        Dictionary(S=Name.ImportData, F=String("/etc/passwd")),
    )


def with_actions() -> bytes:
    """A working copy that would start a program, ask for a page, send and run things."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    pdfs.attach(pdf, Stream(pdf, DRAFT))
    launch, ask, run, send, take = (pdf.make_indirect(one) for one in actions())
    pdf.Root.OpenAction = launch
    pdf.Root.AA = Dictionary(WC=ask, WS=run, DS=send, WP=take)
    pdf.Root.Names.JavaScript = Dictionary(Names=Array([String("a"), run]))
    return pdfs.saved(pdf)


def with_xmp(packet: bytes) -> bytes:
    """A PDF without draft that says such things of itself."""
    return raw_pdf("<</Type/Catalog/Metadata 2 0 R>>", stream("/Type/Metadata/Subtype/XML", packet))


def several_drafts() -> bytes:
    """A PDF with many attachments of our name; only the first is a draft."""
    pdf = Pdf.new()
    pdf.add_blank_page()
    for body in (DRAFT, *[b"{}"] * 50):
        pdfs.attach(pdf, Stream(pdf, body))
    return pdfs.saved(pdf)


def chain(filters: str, pack: Callable[[bytes], bytes], times: int, body: bytes = DRAFT) -> bytes:
    """A draft packed many times over."""
    for _ in range(times):
        body = pack(body)
    return pdfs.with_attachment(body, " ".join([filters] * times))


def lzw_bomb() -> bytes:
    """LZW codes each of which says the longest string so far once more: 9 to 12 bits, without end."""
    bits, out, width, known = 0, 0, 9, 258
    codes = [256, 0]
    while len(codes) < 3800:
        codes.append(known)
        known += 1
    for code in codes * 1:
        out, bits = (out << width) | code, bits + width
        width = 12 if code > 2045 else 11 if code > 1021 else 10 if code > 509 else 9
    out <<= -bits % 8
    return out.to_bytes((bits + 7) // 8, "big") * 60


def encrypted() -> bytes:
    """A working copy under a password."""
    return pdfs.blank_pdf(files={"draft.json": DRAFT}, encryption=pikepdf.Encryption(owner="a", user="b"))


def hexed(body: bytes) -> bytes:
    return body.hex().encode() + b">"


def named(name: str) -> Making:
    """An attachment of another name than ours."""
    return content(partial(pdfs.blank_pdf, files={name: DRAFT}), "a.pdf")


def predicted(columns: int, predictor: int = 12, colors: int = 1) -> bytes:
    """A packed draft that claims lines of so many bytes."""
    parms = f"/Filter/FlateDecode/DecodeParms<</Predictor {predictor}/Columns {columns}/Colors {colors}>>"
    return attached(parms, zlib.compress(DRAFT))


def length_in_a_circle() -> bytes:
    """A stream whose length is the stream itself."""
    body = b"<</Length 3 0 R>>stream\n" + DRAFT + b"\nendstream"
    return raw_pdf("<</Type/Catalog/AF[2 0 R]>>", SPEC, body)


PDFS: dict[str, Callable[[], bytes]] = {
    "tables of objects in a circle": table_that_bites_its_tail,
    "70,000 tables of objects in a row": partial(tables_in_a_row, 70_000),
    "pages in a circle": with_pages_in_a_circle,
    "a table of a million objects": partial(table_of, MILLION),
    "a packed table of a million objects": partial(packed_table_of, MILLION),
    "a packed table of 20 million objects": partial(packed_table_of, 20 * MILLION),
    "a bomb of objects": lambda: pdfs.with_object_stream(pdfs.bomb()),
    "a bomb of a table": lambda: pdfs.with_table_of_objects(pdfs.bomb()),
    "a bomb of an attachment": lambda: pdfs.with_attachment(pdfs.bomb(), "FlateDecode"),
    "a bomb within a bomb": lambda: pdfs.with_attachment(
        zlib.compress(zlib.compress(pdfs.bomb())), "FlateDecode FlateDecode FlateDecode"
    ),
    "32 streams of objects": lambda: pdfs.with_many_object_streams(32, 3_000_000),
    "packed a hundred times": partial(chain, "FlateDecode", zlib.compress, 100),
    "packed ten thousand times": lambda: pdfs.with_attachment(DRAFT, "FlateDecode " * 10_000),
    "in hexadecimal ten times over": partial(chain, "ASCIIHexDecode", hexed, 10),
    "in base 85 twenty times over": partial(chain, "ASCII85Decode", lambda body: a85encode(body) + b"~>", 20),
    "run lengths of 60 MB": lambda: pdfs.with_attachment(b"\x81 " * 470_000, "RunLengthDecode"),
    "run lengths packed": lambda: pdfs.with_attachment(
        zlib.compress(b"\x81 " * 9 * MILLION), "FlateDecode RunLengthDecode"
    ),
    "an LZW bomb": lambda: pdfs.with_attachment(lzw_bomb(), "LZWDecode"),
    "hexadecimal of 40 MB": lambda: pdfs.with_attachment(b"20" * 20 * MILLION, "ASCIIHexDecode"),
    "base 85 of 40 MB": lambda: pdfs.with_attachment(b"z" * 40 * MILLION, "ASCII85Decode"),
    "bytes no table fits": lambda: pdfs.with_attachment(bytes(range(1, 256)) * 19_000, "FlateDecode"),
    "a picture that asks for a program": lambda: attached("/Filter/JBIG2Decode", b"\x97JB2" + DRAFT),
    "a picture of 4 GB": lambda: attached(
        "/Filter/CCITTFaxDecode/DecodeParms<</Columns 65000/Rows 65000/K -1>>", bytes(1000)
    ),
    "a filter nobody knows": lambda: attached("/Filter/../../x", DRAFT),
    "a stream in a file outside": lambda: attached("/F(/etc/passwd)/FFilter/FlateDecode", DRAFT),
    "lines of 2 GB": partial(predicted, 2_000_000_000),
    "lines of 2 GB, TIFF": partial(predicted, 2_000_000_000, 2, 32),
    "lines of less than nothing": partial(predicted, -5),
    "a length in a circle": length_in_a_circle,
    "objects of 300,000 brackets": lambda: raw_pdf("<</Type/Catalog/AF " + "[" * 300_000 + ">>"),
    "objects of 300,000 dictionaries": lambda: raw_pdf("<</Type/Catalog/AF " + "<</A" * 300_000 + ">>"),
    "a string of 40 MB of brackets": lambda: raw_pdf("<</Type/Catalog/AF (" + "(" * 40 * MILLION + ")>>"),
    "a name of 40 MB": lambda: raw_pdf("<</Type/Catalog/AF /" + "#41" * 13 * MILLION + ">>"),
    "a number of a million digits": lambda: raw_pdf("<</Type/Catalog/AF " + "7" * MILLION + ">>"),
    "a remark of 50 MB": lambda: raw_pdf("<</Type/Catalog/AF %" + "x" * 50 * MILLION + "\n[]>>"),
    "an array of a million": lambda: raw_pdf("<</Type/Catalog/AF[" + "2 0 R " * MILLION + "]>>", "<<>>"),
    "60 MB of junk": partial(junk, b"\x00\xff%x\n"),
    "60 MB of zeros": partial(junk, b"\0"),
    "60 MB of line ends": partial(junk, b"\n"),
    "60 MB of objects": partial(junk, b"1 0 obj<<>>endobj\n"),
    "60 MB of beginnings of objects": partial(junk, b"1 0 obj\n"),
    "60 MB of trailers": partial(junk, b"trailer<</Root 1 0 R>>\n"),
    "60 MB of ends": partial(junk, b"%%EOF\n"),
    "60 MB of objects with an end": partial(ended, b"1 0 obj<<>>endobj\n"),
    "60 MB of junk with an end": partial(ended, b"\x00\xff%x\n"),
    "60 MB of digits": partial(junk, b"1 "),
    "60 MB of startxref": partial(ended, b"startxref\n"),
    "a program to start and a page to ask for": with_actions,
    "XMP that reads a file": partial(with_xmp, XXE),
    "XMP of a billion laughs": partial(with_xmp, LAUGHS),
    "XMP of 30 MB": partial(with_xmp, b"<a>" * 10 * MILLION),
    "many drafts": several_drafts,
    "a password": encrypted,
}
NAMES = ("../../x.json", "/etc/cron.d/x", "C:\\x.json", "\\\\server\\x", "draft.json/../../x", "\0draft.json")
HOSTILE_PDFS: dict[str, Making] = {name: content(make, "a.pdf") for name, make in PDFS.items()} | {
    f"attached as {name!r}": named(name) for name in NAMES
}
