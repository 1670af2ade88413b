# SPDX-License-Identifier: MIT
"""Claims about printing in the background."""

import threading

import pypdfium2
import pytest

from model.edits import SetCell
from model.places import place_of
from tests.ui.hands import golden

NAME = ("project_name",)


@pytest.fixture
def document(qapp):
    return golden("002-2")


def text_of(pdf, page=0):
    return pypdfium2.PdfDocument(pdf)[page].get_textpage().get_text_range()


def exported(press, qtbot, **kind):
    """Return the PDF an export would write now."""
    written = []
    task = press.file_task(press.order(), written.append, **kind)
    qtbot.waitUntil(lambda: task.has_ended)
    return written[0]


def test_a_proof_has_the_pages_of_the_export(press, document, qtbot):
    proof, pdf = press.proof(), exported(press, qtbot)
    assert document.form.project_name in text_of(pdf)
    assert len(proof.sizes) == len(pypdfium2.PdfDocument(pdf)) > 1


def test_the_export_is_a_working_copy_unless_it_is_for_the_public(press, qtbot):
    files = [exported(press, qtbot), exported(press, qtbot, public=True)]
    assert [b"/EmbeddedFile" in pdf for pdf in files] == [True, False]


def test_a_page_is_drawn_exactly_as_in_the_exported_file(press, qtbot):
    proof, pdf = press.proof(), pypdfium2.PdfDocument(exported(press, qtbot))
    for page in range(len(proof.sizes)):
        whole = pdf[page].render(scale=1, prefer_bgrx=True)
        assert bytes(press.picture(proof, page, 72).constBits()) == bytes(whole.buffer)


def test_printing_does_not_happen_in_the_windows_thread(press, qtbot, monkeypatch):
    threads = []
    make = press._make
    monkeypatch.setattr(
        press, "_make", lambda order: threads.append(threading.current_thread()) or make(order)
    )
    with qtbot.waitSignal(press.printed):
        press.print_soon()
    assert threads[0] is not threading.current_thread()


def test_what_was_printed_across_a_change_is_thrown_away(press, document, qtbot, monkeypatch):
    begun, changed = threading.Event(), threading.Event()
    make = press._make
    monkeypatch.setattr(press, "_make", lambda order: (begun.set(), changed.wait(5), make(order))[2])
    with qtbot.assertNotEmitted(press.printed):
        press.print_soon()
        assert begun.wait(5)
        document.do(SetCell(NAME, "另一个"), "")
        changed.set()
        press.proof()


def test_a_fault_while_printing_is_told_not_raised(press, qtbot, monkeypatch):
    monkeypatch.setattr(press, "_make", lambda order: 1 / 0)
    with qtbot.waitSignal(press.failed) as told:
        press.print_soon()
    assert "ZeroDivisionError" in told.args[0]


ROW = "/indicators/0/children/0/children/3"


@pytest.mark.parametrize("where", ["/project_name", "/funds/total/actual", "/goal_actual", f"{ROW}/name"])
def test_every_cell_is_found_again_where_it_was_printed(press, where):
    proof, place = press.proof(), place_of(where)
    box = next(proof.places.of(place))
    assert proof.places.at(box.page, (box.left + box.right) / 2, (box.top + box.bottom) / 2) == place


def test_a_row_is_printed_where_its_cells_are(press):
    places = {box.place for box in press.proof().places.of(place_of(ROW))}
    assert len(places) == 6


def test_nothing_is_in_the_margin(press):
    assert press.proof().places.at(0, 1, 1) is None


def test_a_page_is_drawn_as_large_as_asked_for(press):
    proof = press.proof()
    picture = press.picture(proof, 0, 144)
    assert (picture.width(), picture.height()) == tuple(round(edge * 2 + 0.49) for edge in proof.sizes[0])


def test_a_drawn_page_is_not_empty(press):
    picture = press.picture(press.proof(), 0, 72)
    colours = {picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}
    assert len(colours) > 10


def test_what_is_prepared_has_opened_the_fonts_and_cut_them(press, qtbot):
    press.prepare_soon()
    qtbot.waitUntil(lambda: False in press._shops and len(press._shops[False]._fonts._subsets) == 2)
    subsets = dict(press._shops[False]._fonts._subsets)
    exported(press, qtbot)
    assert press._shops[False]._fonts._subsets == subsets


def test_stopping_twice_does_no_harm(press):
    press.proof()
    press.stop()
    press.stop()
    assert press.proof().sizes  # and it prints again when asked to


def test_a_form_with_errors_or_gaps_is_a_draft(press, document):
    assert not press.proof().is_draft
    document.do(SetCell(NAME, ""), "")
    assert press.proof().is_draft


def test_a_long_form_is_printed_in_a_process_of_its_own(press, monkeypatch):
    here = press.proof()
    monkeypatch.setattr("ui.press.LONG", 0)
    beside = press.proof()
    assert press._shops.keys() == {True, False}
    assert beside.sizes == here.sizes
    assert press.picture(beside, 0, 72) == press.picture(here, 0, 72)


def test_a_process_that_has_died_is_replaced(press, monkeypatch, qtbot):
    monkeypatch.setattr("ui.press.LONG", 0)
    press.proof()
    press._shops[True].close()
    with qtbot.waitSignal(press.failed):
        press.print_soon()
    assert press.proof().sizes


def test_no_process_is_left_when_the_press_stops(press, monkeypatch):
    monkeypatch.setattr("ui.press.LONG", 0)
    press.proof()
    process = press._shops[True]._process
    press.stop()
    assert process.poll() is not None


def test_the_process_goes_with_the_long_form(press, monkeypatch):
    monkeypatch.setattr("ui.press.LONG", 0)
    process = (press.proof(), press._shops[True]._process)[1]
    monkeypatch.undo()
    press.proof()
    assert process.poll() is not None
