# SPDX-License-Identifier: MIT
"""Claims about the ways to the printer: a file for the print service, a file on disk, pictures."""

from collections import Counter
from itertools import chain, pairwise

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from export.print_service import PrintJob
from export.print_shop import Picture
from model.errors import SaveError
from model.orientation import turned
from tests.own_cups import FILTERS
from tests.ui.hands import golden
from ui.press import Press, image
from ui.print_ways import PrintError, draw, hand_over, send_pictures, write_file
from ui.printing import printer_for
from ui.progress import CancelledError, wait

GOLDEN = ("002-2", "003-1", "000-1")
MOST_OFF = 0.3  # points, by which a letter may move where the filters round the paper: a tenth of a mm


def nothing(done, count):
    pass


def pages_of(proof):
    return range(len(proof.sizes))


@pytest.fixture
def document(qapp):
    return golden("002-2")


@pytest.fixture
def proof(press):
    return press.proof()


@pytest.fixture
def printer(proof, tmp_path):
    printer = printer_for(proof, "表")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    return printer


def test_all_pages_come_out_on_their_paper(proof, printer, press, tmp_path):
    assert draw(proof, pages_of(proof), printer, press, lambda done, count: None)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert len(printed) == len(proof.sizes)
    assert printed[0].get_size() == pytest.approx(proof.sizes[0], abs=1.5)


def test_the_picture_fills_the_page_at_300_dots_an_inch(proof, printer, press, tmp_path):
    draw(proof, [0], printer, press, lambda done, count: None)
    page = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0]
    parts = list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    assert all(part.get_px_size()[0] >= proof.sizes[0][0] / 72 * 300 - 1 for part in parts)
    lefts, bottoms, rights, tops = zip(*(part.get_bounds() for part in parts), strict=True)
    edges = (min(lefts), min(bottoms), max(rights), max(tops))
    assert edges == pytest.approx((0, 0, *page.get_size()), abs=3)


def test_the_parts_of_a_page_leave_no_gap(proof, printer, press, tmp_path):
    draw(proof, [0], printer, press, lambda done, count: None)
    page = pypdfium2.PdfDocument(tmp_path / "printed.pdf")[0]
    parts = [part.get_bounds() for part in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    for (_, above, _, _), (_, _, _, below) in pairwise(sorted(parts, key=lambda edges: -edges[3])):
        assert below > above


def test_cancelled_printing_sends_no_further_page(proof, printer, press):
    def tell(done, count):
        if done == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        draw(proof, pages_of(proof), printer, press, tell)
    assert printer.printerState() is not QPrinter.PrinterState.Active


def job(printer="raw", *options):
    return PrintJob(printer, "表", 1, (("media", "A4"), ("print-scaling", "none"), *options))


def pictures(pdf):
    """Draw all pages of a file, in grey."""
    return [page.render(scale=1.5).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf)]


def is_same(one, other):
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


def apart(one, other):
    """Return how far two pictures of pages are apart, in steps of grey on the average."""
    return ImageStat.Stat(ImageChops.difference(one.resize((300, 400)), other.resize((300, 400)))).mean[0]


def signs(page):
    """Count the characters of a page but blanks, wherever they stand."""
    return Counter("".join(page.get_textpage().get_text_range().split()))


def letters(pdf):
    """Return where every letter of a file stands, page by page, in points."""
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(pdf)]
    return [[text.get_charbox(number) for number in range(text.count_chars())] for text in texts]


def exported(press):
    """Return the file as it would be exported."""
    contents = []
    task = press.file_task(press.order(), contents.append)
    wait(task, "", QWidget())
    return contents[0]


@pytest.fixture(params=GOLDEN)
def golden_press(request, qapp):
    press = Press(golden(request.param))
    yield press
    press.stop()


def test_what_comes_to_the_printer_looks_like_the_exported_file(cups, golden_press, qtbot):
    proof = golden_press.proof()
    hand_over(proof, pages_of(proof), job(), golden_press, nothing)
    printed, file = pictures(cups.next_job().content), pictures(exported(golden_press))
    assert len(printed) == len(file) == len(proof.sizes)
    assert all(is_same(*pair) for pair in zip(printed, file, strict=True))


def test_what_comes_to_the_printer_looks_like_the_preview(cups, golden_press):
    proof = golden_press.proof()
    hand_over(proof, pages_of(proof), job(), golden_press, nothing)
    for number, page in enumerate(pypdfium2.PdfDocument(cups.next_job().content)):
        bitmap = page.render(scale=2, prefer_bgrx=True)
        drawn = Picture(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
        assert image(drawn) == golden_press.picture(proof, number, 144)


def test_through_the_filters_of_cups_every_letter_stays_where_it_is(cups, proof, press):
    if not FILTERS.exists():
        pytest.skip(f"not run: {FILTERS} is not installed")
    hand_over(proof, pages_of(proof), job("filtered"), press, nothing)
    printed, file = letters(cups.next_job().content), letters(press.part(proof, pages_of(proof), nothing))
    assert [len(page) for page in printed] == [len(page) for page in file]
    for here, there in zip(chain(*printed), chain(*file), strict=True):
        assert here == pytest.approx(there, abs=MOST_OFF)


def test_through_the_filters_a_page_on_its_side_stays_whole(cups, document, press):
    if not FILTERS.exists():
        pytest.skip(f"not run: {FILTERS} is not installed")
    document.do(turned(document.form, document.template), "")
    proof = press.proof()
    hand_over(proof, [0], job("filtered"), press, nothing)
    content = cups.next_job().content
    page = pypdfium2.PdfDocument(content)[0]
    width, height = page.get_size()
    assert signs(page) == signs(pypdfium2.PdfDocument(press.part(proof, [0], nothing))[0])
    for left, low, right, high in letters(content)[0]:
        assert 0 <= left <= right <= width
        assert 0 <= low <= high <= height


def test_only_the_pages_chosen_are_handed_over_with_their_own_numbers(cups, proof, press):
    hand_over(proof, [2, 0], job(), press, nothing)
    printed = pypdfium2.PdfDocument(cups.next_job().content)
    words = [page.get_textpage().get_text_bounded() for page in printed]
    assert ["第 3 页 共 3 页" in words[0], "第 1 页 共 3 页" in words[1], len(words)] == [True, True, 2]


def test_nothing_of_the_draft_travels_to_the_printer(cups, proof, press):
    hand_over(proof, [0], job(), press, nothing)
    content = cups.next_job().content
    assert pypdfium2.PdfDocument(content).count_attachments() == 0
    assert b"EmbeddedFile" not in content


def test_it_is_said_where_the_pages_went(cups, proof, press):
    words = hand_over(proof, [0, 1], job()._replace(copies=2), press, nothing)
    assert words == "已交给打印机“raw”：2 页，2 份"
    cups.next_job()


def test_a_paused_printer_is_an_error_that_says_not_to_print_again(cups, proof, press):
    cups.run("cupsdisable", "raw")
    with pytest.raises(PrintError, match="恢复后会自动打印，请不要重复打印"):
        hand_over(proof, [0], job(), press, nothing)
    cups.run("cupsenable", "raw")
    cups.next_job()


def test_the_pages_are_told_as_they_are_made(cups, proof, press):
    told = []
    hand_over(proof, [1, 2], job(), press, lambda *done: told.append(done))
    assert told[:3] == [(1, 2), (2, 2), (0, 0)]
    cups.next_job()


def test_printing_into_a_file_writes_letters_and_no_pictures(proof, press, tmp_path):
    words = write_file(proof, [1, 0], tmp_path / "a.pdf", press, nothing)
    assert words == "已打印到文件“a.pdf”：2 页"
    assert (tmp_path / "a.pdf").read_bytes() == press.part(proof, [1, 0], nothing)


def test_a_file_that_cannot_be_written_is_told(proof, press, tmp_path):
    with pytest.raises(SaveError, match="文件或文件夹不存在"):
        write_file(proof, [0], tmp_path / "没有" / "a.pdf", press, nothing)


def test_the_pictures_go_out_in_the_order_chosen(proof, printer, press, tmp_path):
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    send_pictures(proof, [1, 2], printer, press, nothing)
    first = pictures((tmp_path / "printed.pdf").read_bytes())[0]
    second_page, third_page = pictures(press.part(proof, [1, 2], nothing))
    assert apart(first, third_page) < apart(first, second_page)
