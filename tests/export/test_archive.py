# SPDX-License-Identifier: MIT
"""Claims about the two kinds of copy: what each holds, says of itself, and keeps to itself."""

import runpy
from hashlib import md5
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Stream
from PIL import Image, ImageCms

from export import archive
from export.pdf import write_pdf
from model.arithmetic import figures
from model.drafts import load, parse, to_bytes
from model.form import Form, Level2Group
from model.program import NAME, VERSION
from model.templates import load_template
from tests.builders import GOLDEN, complete_form

PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"
SECRET = "机密甲乙丙"


def written(form, fonts, *, public=False, template=None):
    template = template or load_template(form.template)
    computed = figures(form, template)
    return write_pdf(form, template, figures=computed, draft_mark=False, public=public, fonts=fonts)


def opened(form, fonts, **options):
    return pikepdf.open(BytesIO(written(form, fonts, **options)))


@pytest.fixture
def working(fonts):
    with opened(complete_form(), fonts) as pdf:
        yield pdf


@pytest.fixture
def public(fonts):
    with opened(complete_form(), fonts, public=True) as pdf:
        yield pdf


def test_the_draft_is_in_the_working_copy_byte_by_byte(fonts):
    form = load(GOLDEN / "002-2.json").form
    with opened(form, fonts) as pdf:
        draft = pdf.attachments["draft.json"].get_file().read_bytes()
    assert draft == to_bytes(form)
    assert parse(draft, "draft.json") == form


def test_the_draft_is_the_source_of_the_page(working):
    (spec,) = working.Root.AF
    assert spec == working.Root.Names.EmbeddedFiles.Names[1]
    assert [str(spec[key]) for key in ("/Type", "/F", "/UF", "/AFRelationship")] == [
        "/Filespec", "draft.json", "draft.json", "/Source",
    ]  # fmt: skip


def test_the_draft_is_told_with_type_size_and_sum_but_no_date(working):
    stream, draft = working.Root.AF[0].EF.F, to_bytes(complete_form())
    assert stream == working.Root.AF[0].EF.UF
    assert (stream.Type, stream.Subtype) == ("/EmbeddedFile", "/application/json")
    assert set(stream.Params) == {"/Size", "/CheckSum"}
    assert stream.Params.Size == len(draft)
    assert bytes(stream.Params.CheckSum) == md5(draft).digest()


def test_a_working_copy_is_pdf_a_3b_and_a_public_one_2b(working, public):
    for pdf, part in ((working, "3"), (public, "2")):
        with pdf.open_metadata() as xmp:
            assert (xmp[f"{PDFA}part"], xmp[f"{PDFA}conformance"]) == (part, "B")


def test_both_records_of_the_file_say_the_same(working, public):
    for pdf, kind, author in ((working, "工作稿", "图书馆"), (public, "公开稿", None)):
        told = {key: str(value) for key, value in pdf.docinfo.items()}
        with pdf.open_metadata() as xmp:
            assert told["/Title"] == xmp[f"{DC}title"] == "图书馆开放经费（2024年度）"
            assert told["/Subject"] == xmp[f"{DC}description"] == f"项目支出绩效自评表（{kind}）"
            assert told["/Creator"] == xmp["xmp:CreatorTool"] == f"{NAME} {VERSION}"
            assert told["/Producer"] == xmp["pdf:Producer"]
            assert told.get("/Author") == next(iter(xmp.get(f"{DC}creator", [])), None) == author


def test_nothing_in_a_file_tells_a_date(working, public):
    for pdf in (working, public):
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
        assert b"Date" not in pdf.Root.Metadata.read_bytes()


def test_what_is_said_of_the_file_can_be_read_without_unpacking(working):
    assert "/Filter" not in working.Root.Metadata
    assert working.Root.Metadata.read_raw_bytes().startswith(b"<?xpacket begin=")


@pytest.mark.parametrize("name", ["A&B<公司>]]>", "𠮷\x01\x7f\ufffe\n\t乙"])
def test_any_name_can_be_told(fonts, name):
    form = complete_form(project_name=name, implementing_unit=name)
    with opened(form, fonts) as pdf, pdf.open_metadata() as xmp:
        assert pdf.docinfo["/Title"] == xmp[f"{DC}title"]
        assert [str(pdf.docinfo["/Author"])] == xmp[f"{DC}creator"]
        assert "\x01" not in str(pdf.docinfo["/Title"])


def test_a_file_without_project_is_called_by_its_form(fonts):
    with opened(complete_form(project_name="", fiscal_year=None), fonts) as pdf:
        assert pdf.docinfo["/Title"] == "项目支出绩效自评表"


def test_the_viewer_shows_the_title_and_knows_the_language(working):
    assert working.Root.ViewerPreferences.DisplayDocTitle
    assert working.Root.Lang == "zh-CN"


def test_colours_are_those_of_srgb(working):
    (intent,) = working.Root.OutputIntents
    assert (intent.S, intent.DestOutputProfile.N) == ("/GTS_PDFA1", 3)
    assert intent.DestOutputProfile.read_bytes() == archive.PROFILE.read_bytes()


def test_every_glyph_of_a_font_is_in_its_list(working):
    fonts = [font.DescendantFonts[0].FontDescriptor for font in working.pages[0].Resources.Font.values()]
    for font in fonts:
        count = int.from_bytes(_table(font.FontFile2.read_bytes(), b"maxp")[4:6], "big")
        listed = int.from_bytes(font.CIDSet.read_bytes(), "big")
        assert f"{listed:b}".rstrip("0") == "1" * count


def _table(font, tag):
    at = font.index(tag)
    start, length = (int.from_bytes(font[at + place : at + place + 4], "big") for place in (8, 12))
    return font[start : start + length]


def test_the_colour_profile_is_what_its_script_writes():
    script = runpy.run_path(str(archive.PROFILE.with_name("build.py")))
    assert archive.PROFILE.read_bytes() == script["profile"]()


def test_another_program_takes_the_colour_profile_for_srgb():
    ours, known = ImageCms.getOpenProfile(str(archive.PROFILE)), ImageCms.createProfile("sRGB")
    steps = range(0, 256, 15)
    colours = bytes(one for red in steps for green in steps for blue in steps for one in (red, green, blue))
    picture = Image.frombytes("RGB", (len(steps), len(steps) ** 2), colours)
    shown = ImageCms.profileToProfile(
        picture, ours, known, renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC
    )
    assert shown.tobytes() == colours


def test_without_the_colour_profile_one_sentence_says_so(fonts, monkeypatch, tmp_path):
    monkeypatch.setattr(archive, "PROFILE", tmp_path / "srgb.icc")
    with pytest.raises(archive.ProfileError, match="草稿未受影响"):
        written(complete_form(), fonts)


# The public copy


def with_secrets(**changes):
    """A form with words in every part that no template prints."""
    raw = complete_form(**changes).model_dump()
    raw["note"] = raw["funds"]["note"] = raw["stated"]["note"] = SECRET
    raw["history"] = [{"author": SECRET, "path": f"/home/{SECRET}"}]
    level1 = raw["indicators"][0]
    level1["note"] = level1["children"][0]["note"] = level1["children"][0]["children"][0]["note"] = SECRET
    return Form.model_validate(raw)


def test_keys_of_other_versions_are_not_in_the_public_copy(fonts):
    assert to_bytes(with_secrets()).count(SECRET.encode()) == 8
    assert written(with_secrets(), fonts, public=True) == written(complete_form(), fonts, public=True)


def test_cells_that_the_template_does_not_print_are_not_in_the_public_copy(fonts):
    template = load_template("ministry")
    header = template.header.model_copy(update={"rows": (template.header.rows[1][:1],)})
    totals = template.totals.model_copy(update={"rating": None})
    bare = template.model_copy(update={"header": header, "totals": totals, "year_line": "（年度）"})
    secret = complete_form(project_name=SECRET, implementing_unit=SECRET, stated={"rating": SECRET})
    plain = complete_form(project_name="", implementing_unit="", fiscal_year=2031)
    public = [written(form, fonts, public=True, template=bare) for form in (secret, plain)]
    assert public[0] == public[1]


def test_groups_that_are_not_printed_are_not_in_the_public_copy(fonts):
    plain, secret = complete_form(), complete_form()
    secret.indicators[0].children.append(Level2Group(name=SECRET))
    assert not load_template(plain.template).indicators.print_empty_groups
    assert written(secret, fonts, public=True) == written(plain, fonts, public=True)


def test_nothing_is_attached_to_the_public_copy(public):
    assert not {"/AF", "/Names", "/PieceInfo"} & set(public.Root)
    assert not [
        one for one in public.objects if isinstance(one, Stream) and one.get("/Type") == "/EmbeddedFile"
    ]
