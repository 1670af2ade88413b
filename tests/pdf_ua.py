# SPDX-License-Identifier: MIT
"""What keeps a PDF from being PDF/UA-1, as far as a program can tell.

The conditions are those of the Matterhorn Protocol 1.1 that need no human eye, and that concern files without
pictures, links, fields and lists; its numbers stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.tagged_pdf import TaggedPdf, grid, to_unicode

PARTS = {  # of an element, by its type: what may be in it
    "Document": {"H1", "P", "Table"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "TH": {"P"},
    "TD": {"P"},
    "H1": set(),
    "P": set(),
}
PAGINATION = {"Header", "Footer", "Watermark"}


def complaints(content: bytes) -> list[str]:
    """What keeps a file from being PDF/UA-1, as far as a program can tell."""
    pdf = TaggedPdf(content)
    found = [*_about_the_file(pdf), *_about_the_tree(pdf), *_about_the_way_back(pdf), *_about_fonts(pdf)]
    return [*found, *pdf.faults, *(fault for page in pdf.pages for fault in page.faults)]


def _about_the_file(pdf: TaggedPdf) -> Iterator[str]:
    root = pdf.root
    if not root.get("/MarkInfo", {}).get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "the file does not say that it is tagged"  # 06-001, 02-003
    if not str(root.get("/Lang", "")):
        yield "no language"  # 11-006
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a viewer shows the file's name, not its title"  # 07-001, 07-002
    with pdf.pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "no title in the metadata"  # 06-003
    if "/RoleMap" in root.StructTreeRoot or "/OCProperties" in root or pdf.pdf.is_encrypted:
        yield "own types, layers or a key"  # 02, 20, 26
    for page in pdf.pdf.pages:
        if page.get("/Tabs") != "/S" or "/Annots" in page:
            yield "the tabulator does not follow the tree"  # 28-008, 28-009
    for attached in pdf.root.get("/AF", []):
        if not {"/F", "/UF"} <= set(attached.keys()):
            yield "an attached file without a name"  # 21-001


def _about_the_tree(pdf: TaggedPdf) -> Iterator[str]:
    for element in pdf.document.walk():
        odd = [kid.name for kid in element.elements if kid.name not in PARTS[element.name]]
        if odd:
            yield f"{odd} stand in {element.name}"  # 09-004 ff.
        if element.name == "TH" and element.attributes.get("Scope") not in ("/Row", "/Column", "/Both"):
            yield "a head that stands for nothing"  # 15-003
    headings = [one.name for one in pdf.document.walk() if one.name[0] == "H"]
    if headings != ["H1"]:
        yield f"headings {headings}"  # 14-002, 14-003, 14-006
    for table in pdf.tables():
        try:
            grid(pdf, table)
        except ValueError as error:
            yield str(error)  # 09-004, 15
    wrong = [
        kind
        for page in pdf.pages
        for kind, _ in page.artifacts
        if kind not in {*PAGINATION, "Pagination", "Layout"}
    ]
    yield from (f"an artifact of the kind {kind}" for kind in wrong)


def _about_the_way_back(pdf: TaggedPdf) -> Iterator[str]:
    """Every content leads to its element, and no element asks for what is not there."""
    entries = list(pdf.root.StructTreeRoot.ParentTree.Nums)
    parents = {int(key): array for key, array in zip(entries[::2], entries[1::2], strict=True)}
    contents = {(number, mark) for number, page in enumerate(pdf.pages) for mark in page.texts}
    assert pdf.document  # fills the owners
    if contents != set(pdf.owners):
        yield "content without an element, or an element without its content"
    for number, page in enumerate(pdf.pdf.pages):
        array = parents.get(int(page.get("/StructParents", -1)), [])
        back = {(number, mark): owner.objgen for mark, owner in enumerate(array)}
        if back != {place: owner for place, owner in pdf.owners.items() if place[0] == number}:
            yield f"page {number + 1} does not lead back to its elements"
    if int(pdf.root.StructTreeRoot.ParentTreeNextKey) != len(parents):
        yield "the next key is not free"


def _about_fonts(pdf: TaggedPdf) -> Iterator[str]:
    fonts = {font.objgen: font for page in pdf.pdf.pages for font in page.obj.Resources.Font.values()}
    for font in fonts.values():
        (descendant,) = font.DescendantFonts
        if "/FontFile2" not in descendant.FontDescriptor or descendant.get("/CIDToGIDMap") != "/Identity":
            yield "a font that is not embedded, or without a way to its glyphs"  # 31-009, 31-004 ff.
        if {"\0", "\ufeff", "\ufffe"} & set("".join(to_unicode(font).values())):
            yield "a code that leads to no character"  # 31-029
