# SPDX-License-Identifier: MIT
"""What a file says of itself, as document information and as XMP: both say the same.

Source: ISO 16684-1 (XMP), ISO 19005-2 and -3, 6.6 (metadata of PDF/A), ISO 14289-1, 5 (of PDF/UA).
No dates are told, so that the same form gives the same bytes.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from export.copies import COPIES
from export.paper import Paper
from model.program import NAME, VERSION

LANGUAGE = "zh-CN"
WORKING_PART, PUBLIC_PART = 3, 2  # of ISO 19005
TOOL = f"{NAME} {VERSION}"
PRODUCER = f"{TOOL} (reportlab)"

IN_XML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
PROPERTIES: dict[str, str] = {
    "Title": '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:title>',
    "Subject": '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>',
    "Author": "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    "Creator": "<xmp:CreatorTool>{}</xmp:CreatorTool>",
    "Producer": "<pdf:Producer>{}</pdf:Producer>",
}
"""The key of the document information → the property of XMP that says the same."""

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
{properties}
</rdf:Description>
{further}</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

UNIVERSAL = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
"""
"""The claim of PDF/UA, after the description that PDF/A asks for of what it does not know itself."""


class Enclosure(NamedTuple):
    """What a file holds besides its pages: the draft and its author; nothing if it is to be published."""

    draft: bytes | None = None
    author: str = ""
    is_whole: bool = True  # all pages of the form in order; some of them have no structure

    @property
    def is_public(self) -> bool:
        """Whether the file is for everyone."""
        return self.draft is None


def document_information(
    paper: Paper, enclosure: Enclosure, printable: Callable[[str], str]
) -> dict[str, str]:
    """Return what the file says of itself, in printable characters."""
    kinds = (COPIES[enclosure.is_public].word, paper.draft_mark)
    told = {
        "Title": paper.title,
        "Subject": f"{paper.subject}（{'·'.join(filter(None, kinds))}）",
        "Author": enclosure.author,
        "Creator": TOOL,
        "Producer": PRODUCER,
    }
    return {key: words for key, text in told.items() if (words := " ".join(printable(text).split()))}


def xmp(information: Mapping[str, str], enclosure: Enclosure, *, universal: bool) -> bytes:
    """Return the same as XMP, with the standard kept; `universal` claims PDF/UA besides."""
    properties = [PROPERTIES[key].format(text.translate(IN_XML)) for key, text in information.items()]
    properties += [
        f"<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>",
        "<dc:format>application/pdf</dc:format>",
        f"<pdfaid:part>{PUBLIC_PART if enclosure.is_public else WORKING_PART}</pdfaid:part>",
        "<pdfaid:conformance>B</pdfaid:conformance>",
    ]
    further = UNIVERSAL if universal else ""
    return PACKET.format(properties="\n".join(properties), further=further).encode("utf-8")
