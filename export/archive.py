# SPDX-License-Identifier: MIT
"""What makes a PDF file one to keep: PDF/A-3b with the draft inside, or PDF/A-2b to publish.

Source: ISO 19005-2, 6.2.3 (output intent), 6.6 (metadata); ISO 19005-3, 6.8 (associated files);
ISO 32000-1, 7.11.4 (embedded files), 12.2 (viewer preferences).
"""

from collections.abc import Mapping
from hashlib import md5
from pathlib import Path
from typing import TYPE_CHECKING

from export.metadata import LANGUAGE, Enclosure, xmp
from export.working_copy import ATTACHMENT
from model.errors import FormError

if TYPE_CHECKING:
    from export.pdf_file import PdfFile

PROFILE = Path(__file__).resolve().parent.parent / "resources" / "colour" / "srgb.icc"
CONDITION = "sRGB IEC61966-2.1"
JSON = b"/application#2Fjson"
WHAT_IT_IS = "本表的草稿，可用绩效自评表编辑器继续填写"


class ProfileError(FormError):
    """The bundled colour profile is missing."""


def make_archival(
    file: "PdfFile", information: Mapping[str, str], enclosure: Enclosure, *, universal: bool = False
) -> None:
    """Add what PDF/A asks for; `universal` claims PDF/UA besides.

    Errors: ProfileError if the colour profile is missing.
    """
    from export.pdf_file import name, text

    entries = {"Type": name("Metadata"), "Subtype": name("XML")}
    file.catalogue["Metadata"] = file.add_raw_stream(
        entries, xmp(information, enclosure, universal=universal)
    )
    file.catalogue["Lang"] = text(LANGUAGE)
    file.catalogue["ViewerPreferences"] = b"<</DisplayDocTitle true>>"
    file.trailer["Info"] = file.add_dictionary({key: text(words) for key, words in information.items()})
    _add_output_intent(file)
    if enclosure.draft is not None:
        _attach(file, enclosure.draft)


def _add_output_intent(file: "PdfFile") -> None:
    from export.pdf_file import array, name, text

    intent = {
        "Type": name("OutputIntent"),
        "S": name("GTS_PDFA1"),
        "OutputConditionIdentifier": text(CONDITION),
        "Info": text(CONDITION),
        "DestOutputProfile": file.add_stream({"N": 3}, _profile()),
    }
    file.catalogue["OutputIntents"] = array([file.add_dictionary(intent)])


def _profile() -> bytes:
    try:
        return PROFILE.read_bytes()
    except OSError as error:
        sentence = f"颜色文件 {PROFILE.name} 缺失，无法导出 PDF；草稿未受影响，请重新安装本程序。"
        raise ProfileError(sentence) from error


def _attach(file: "PdfFile", draft: bytes) -> None:
    """Put the draft into the file, as the source it was made from."""
    from export.pdf_file import array, dictionary, name, text

    sum_of_it = b"<%b>" % md5(draft, usedforsecurity=False).hexdigest().encode("ascii")
    params = dictionary({"Size": len(draft), "CheckSum": sum_of_it})
    entries = {"Type": name("EmbeddedFile"), "Subtype": JSON, "Params": params}
    stream = file.add_stream(entries, draft)
    attachment = {
        "Type": name("Filespec"),
        "F": text(ATTACHMENT),
        "UF": text(ATTACHMENT),
        "Desc": text(WHAT_IT_IS),
        "AFRelationship": name("Source"),
        "EF": dictionary({"F": stream, "UF": stream}),
    }
    named = file.add_dictionary(attachment)
    tree = dictionary({"Names": array([text(ATTACHMENT), named])})
    file.catalogue["Names"] = dictionary({"EmbeddedFiles": tree})
    file.catalogue["AF"] = array([named])
