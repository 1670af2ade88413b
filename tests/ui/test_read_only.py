# SPDX-License-Identifier: MIT
"""Claims about a form that may not be changed: whatever the clerk tries, it stays, and says why."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from model.drafts import to_bytes
from model.edits import SetCell
from ui import dialogs
from ui.actions import BY_ID, Needs
from ui.completion import Completing
from ui.offering import CHANGING, offered
from ui.sections import FUNDS, GOALS, HEADER, INDICATORS

WHY = "张三正在修改这个文件"
NAME = ("project_name",)
AMOUNT = ("funds", "fiscal_appropriation", "initial_budget")
ROW = ("indicators", 0, "children", 0, "children", 0)


@pytest.fixture
def rooms(at_work):
    """The rooms of a window whose form was changed once and may not be changed any more."""
    document = at_work.rooms.document
    document.do(SetCell(NAME, "改过的名称"), "输入项目名称")
    document.undo_stack.setClean()
    document.read_only = WHY
    return at_work.rooms


@pytest.fixture
def refused(rooms):
    """What was said."""
    sentences = []
    rooms.document.refused.connect(sentences.append)
    return sentences


@pytest.fixture(autouse=True)
def unchanged(rooms):
    """Whatever a test tries: form and undo stack are as before."""
    stack, before = rooms.document.undo_stack, to_bytes(rooms.document.form)
    yield
    assert to_bytes(rooms.document.form) == before
    assert (stack.count(), stack.index(), stack.isClean()) == (1, 1, True)


def hold(text):
    mime = QMimeData()
    mime.setText(text)
    QGuiApplication.clipboard().setMimeData(mime)


# One place


def test_an_edit_is_refused_with_a_quiet_word(rooms, refused):
    assert not rooms.document.do(SetCell(NAME, "别的"), "")
    assert refused == [WHY]


def test_the_word_stands_in_the_status_line(at_work, rooms):
    rooms.document.do(SetCell(NAME, "别的"), "")
    assert at_work.statusBar().currentMessage() == WHY


def test_an_edit_that_changes_nothing_says_nothing(rooms, refused):
    assert rooms.document.do(SetCell(NAME, "改过的名称"), "")
    assert refused == []


def test_no_step_is_taken_back_or_done_again(rooms, refused):
    for wish in (rooms.desk.undo, rooms.desk.redo, rooms.document.undo, rooms.document.redo):
        wish()
    assert refused == [WHY] * 4


# What is shown


def test_the_title_says_so_until_the_form_is_free(at_work, rooms):
    assert "（只读）" in at_work.windowTitle()
    rooms.document.read_only = None
    assert "（只读）" not in at_work.windowTitle()
    rooms.document.read_only = WHY


def test_actions_that_change_the_form_are_grey(at_work, rooms):
    rooms.desk.show_section(INDICATORS)
    shut = {name for name, action in at_work.actions_by_id.items() if not action.isEnabled()}
    assert shut >= CHANGING
    rooms.document.read_only = None
    assert not {"cut", "paste", "insert", "undo"} & (set(BY_ID) - offered(rooms))
    rooms.document.read_only = WHY


def test_reading_copying_finding_and_printing_stay(at_work, rooms):
    for name in ("copy", "find", "find_next", "export", "print", "save_as", "problems"):
        assert at_work.actions_by_id[name].isEnabled(), name


def test_every_action_on_cells_and_rows_is_told_apart():
    changes_nothing = {"select_all", "expand", "collapse"}
    cells = {action.id for action in BY_ID.values() if action.needs in (Needs.GRID, Needs.INDICATORS)}
    assert cells - changes_nothing <= CHANGING


# Every way to change something


@pytest.mark.parametrize("section", [HEADER, GOALS])
def test_fields_cannot_be_typed_in(rooms, refused, qtbot, section):
    rooms.desk.show_section(section)
    for field in rooms.pages.page(section).fields.values():
        before = field.box.typed()
        qtbot.keyClicks(field.box, "9")
        qtbot.keyClick(field.box, Qt.Key.Key_Backspace)
        field.binding.commit()
        assert field.box.typed() == before
    assert set(refused) == {WHY}


def test_fields_can_be_typed_in_again_when_the_form_is_free(rooms):
    box = rooms.pages.page(HEADER).fields[NAME].box
    assert box.isReadOnly()
    rooms.document.read_only = None
    assert not box.isReadOnly()
    rooms.document.read_only = WHY


@pytest.mark.parametrize("section", [FUNDS, INDICATORS])
def test_no_editor_opens_in_a_table(rooms, refused, qtbot, section):
    rooms.desk.show_section(section)
    view = rooms.pages.page(section).view
    for key in (Qt.Key.Key_7, Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        qtbot.keyClick(view, key)
    view.doubleClicked.emit(view.currentIndex())
    assert view.delegate.editor is None
    assert refused == [WHY] * 5


def test_moving_about_says_nothing(rooms, refused, qtbot):
    rooms.desk.show_section(INDICATORS)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Home):
        qtbot.keyClick(rooms.pages.page(INDICATORS).view, key)
    qtbot.keyClick(rooms.pages.page(INDICATORS).view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert refused == []


WISHES = (
    *(
        ("insert_indicator",),
        ("duplicate_row",),
        ("remove_rows",),
        ("clear_cells",),
        ("add_template_groups",),
    ),
    *(("insert_in_next_group",), ("move_rows", 1), ("add_group", 1), ("add_group", 2)),
)


def test_the_wishes_of_the_tree_are_refused(rooms, refused):
    page = rooms.pages.page(INDICATORS)
    for number, (wish, *arguments) in enumerate(WISHES, start=1):
        rooms.desk.go_to((*ROW, "name"))
        getattr(page, wish)(*arguments)
        assert refused == [WHY] * number, wish


def test_dragged_rows_stay_where_they_were(rooms, refused):
    from ui.drop_goal import DropGoal

    rooms.desk.go_to((*ROW, "name"))
    moves = rooms.pages.page(INDICATORS).grip._moves
    moves.drop([(0, 0, 0)], DropGoal((0, 1), 0, QPoint()))
    assert refused == [WHY]


def test_the_unit_stays_and_the_choice_shows_it(rooms, refused):
    rooms.desk.show_section(FUNDS)
    unit = rooms.pages.page(FUNDS).unit
    other = next(one for one in unit.choices if one != rooms.document.amount_unit)
    unit.choices[other].click()
    assert unit.choices[rooms.document.amount_unit].isChecked()
    assert refused == [WHY]


@pytest.mark.parametrize("section", [FUNDS, INDICATORS])
def test_nothing_is_pasted_into_a_table_or_cut_out_of_it(rooms, refused, section):
    rooms.desk.show_section(section)
    hold("5\t6\n7\t8")
    for wish in ("paste", "paste_into_cell", "cut"):
        getattr(rooms.clipboard, wish)()
    assert refused == [WHY] * 3
    assert QGuiApplication.clipboard().text() == "5\t6\n7\t8"


def test_a_field_is_not_pasted_into(rooms, refused):
    rooms.desk.show_section(HEADER)
    box = rooms.pages.page(HEADER).fields[NAME].box
    box.setFocus()
    box.selectAll()
    hold("别的")
    rooms.clipboard.paste()
    assert (box.typed(), refused) == ("改过的名称", [WHY])


def test_cutting_a_field_copies_it(rooms):
    rooms.desk.show_section(HEADER)
    box = rooms.pages.page(HEADER).fields[NAME].box
    box.setFocus()
    box.selectAll()
    rooms.clipboard.cut()
    assert QGuiApplication.clipboard().text() == "改过的名称"


def test_no_fix_is_offered(rooms, refused, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_fix", lambda *details: pytest.fail("asked"))
    rooms.mending.offer(rooms.document.findings()[0], QPoint())
    assert refused == [WHY]


def test_nothing_is_replaced_though_it_is_found(rooms, refused, qtbot):
    rooms.finding_text.open_replace()
    rooms.finding_text.bar.needle.setText("改过的")
    qtbot.waitUntil(lambda: bool(rooms.finding_text.search.hits))
    rooms.finding_text._replace_every()
    assert refused == [WHY]


def test_the_paper_stays_as_it_lies(rooms, refused):
    rooms.printing.turn()
    assert refused == [WHY]


def test_no_suggestion_comes_up_in_a_field(rooms):
    box = rooms.pages.page(HEADER).fields[NAME].box
    completing = Completing(box, lambda typed: pytest.fail("asked for suggestions"))
    completing.open()
    assert not completing.is_open


def test_a_heavy_edit_is_refused_before_it_begins(rooms, refused):
    from model.edits import Several

    edits = tuple(SetCell((*ROW, "name"), str(number)) for number in range(900))
    assert not rooms.document.do(Several(edits), "")
    assert refused == [WHY]
