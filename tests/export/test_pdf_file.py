# SPDX-License-Identifier: MIT
"""Claims about assembling a file: any number of objects is found again, each where the table says."""

import io

import pikepdf
import pytest

from export.pdf_file import MANY_STREAMS, PACKED_TOGETHER, PdfFile, array, dictionary, name, reference


@pytest.fixture
def file():
    """A file of one page."""
    made = PdfFile()
    made.add_page({"Contents": made.add_stream({}, b"0 0 m 9 9 l S"), "MediaBox": b"[0 0 9 9]"})
    return made


def opened(file):
    return pikepdf.open(io.BytesIO(file.finished()))


def test_other_programs_find_no_fault(file, tool):
    file.catalogue["Many"] = file.add(b"[]")
    checked = tool("qpdf", "--check", pdf=file.finished())
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("count", [1, PACKED_TOGETHER - 5, PACKED_TOGETHER, 3 * PACKED_TOGETHER + 1])
def test_every_one_of_many_objects_is_found_under_its_number(file, count):
    first = file.reserve(count)
    file.fill(first, [b"<</Number %d>>" % number for number in range(first, first + count)])
    pdf = opened(file)
    numbers = range(first, first + count)
    assert [pdf.get_object(number, 0).Number for number in numbers] == list(numbers)


def test_a_page_may_have_a_number_known_before(file):
    number = file.reserve()
    file.catalogue["OpenAction"] = b"[%b /Fit]" % reference(number)
    file.add_page({"MediaBox": b"[0 0 9 9]", "StructParents": 7}, number)
    pdf = opened(file)
    assert (len(pdf.pages), pdf.pages[1].objgen) == (2, (number, 0))
    assert pdf.Root.OpenAction[0].StructParents == 7


def test_a_stream_comes_back_as_it_was_added(file):
    file.catalogue["Packed"] = file.add_stream({"Kind": name("a b")}, b"abc" * 100)
    file.catalogue["Plain"] = file.add_raw_stream({}, b"endstream")
    with opened(file) as pdf:
        assert (pdf.Root.Packed.read_bytes(), pdf.Root.Packed.Kind) == (b"abc" * 100, "/a b")
        assert pdf.Root.Plain.read_raw_bytes() == b"endstream"


@pytest.mark.parametrize("count", [2, 3 * MANY_STREAMS])
def test_every_one_of_many_streams_comes_back_as_it_was_added(file, count):
    contents = [b"%d" % number * number for number in range(count)]
    file.catalogue["Many"] = array([file.add_stream({}, content) for content in contents])
    with opened(file) as pdf:
        assert [stream.read_bytes() for stream in pdf.Root.Many] == contents


def test_a_last_byte_that_is_half_a_line_end_is_counted(file):
    file.catalogue["Plain"] = file.add_raw_stream({}, b"abc\r")
    assert b"abc\r" + b"\r\n" + b"endstream" in file.finished()


def test_a_number_without_its_object_is_a_fault_of_ours(file):
    file.reserve()
    with pytest.raises(KeyError):
        file.finished()


def test_the_mark_of_a_file_changes_with_what_is_in_it():
    files = [PdfFile() for _ in range(3)]
    for file, content in zip(files, (b"a", b"a", b"b"), strict=True):
        file.catalogue["Inside"] = file.add_stream({}, content)
    one, same, other = [[*map(bytes, opened(file).trailer.ID)] for file in files]
    assert one == same == one[::-1] != other


def test_a_dictionary_may_lie_in_another(file):
    file.catalogue["Outer"] = file.add_dictionary({"Inner": dictionary({"Size": 3})})
    with opened(file) as pdf:
        assert pdf.Root.Outer.Inner.Size == 3
