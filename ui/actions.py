# SPDX-License-Identifier: MIT
"""Every action of the window in one table; menus, toolbar, shortcuts and the sheet of keys come from it."""

from __future__ import annotations

from enum import Enum, auto
from typing import Literal, NamedTuple

Target = Literal[
    "window",
    "desk",
    "filing",
    "exporting",
    "printing",
    "problems",
    "indicators",
    "grid",
    "finding_text",
    "manual",
    "memory",
    "problem_filter",
    "preferences",
    "clipboard",
    "history",
]


class Needs(Enum):
    """What must be there for an action to be offered."""

    NOTHING = auto()
    FORM = auto()
    FILE = auto()  # a form that has a draft file
    INDICATORS = auto()  # the indicator page in front
    GRID = auto()  # a page of cells in front: funds or indicators
    PROBLEMS = auto()  # at least one finding
    UNDO = auto()  # a step to take back
    REDO = auto()  # a step to do again


class Action(NamedTuple):
    """One action: its name, its words, its keys, and who does it by which method."""

    id: str
    text: str
    keys: tuple[str, ...]
    icon: str
    target: Target
    method: str
    needs: Needs = Needs.FORM
    arguments: tuple[int | str, ...] = ()
    checkable: bool = False
    tip: str = ""

    @property
    def plain(self) -> str:
        """Return the words without mnemonic and dots, for the toolbar and the sheet of keys."""
        return self.text.split("(&")[0].removesuffix("…")


class Menu(NamedTuple):
    """A menu: the ids of its actions, "-" for a line; an id in brackets is a menu inside."""

    id: str
    text: str
    actions: tuple[str, ...]


ALWAYS, ROWS, CELLS, FINDINGS = Needs.NOTHING, Needs.INDICATORS, Needs.GRID, Needs.PROBLEMS
INSERT_KEYS = ("Ins", "Ctrl+Return", "Ctrl+Enter")
INSERT_NEXT_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")

ACTIONS: tuple[Action, ...] = (
    Action(
        "new", "新建(&N)…", ("Ctrl+N",), "new", "desk", "show_start", ALWAYS, tip="选一个模板，开始一张新表"
    ),
    Action(
        "open", "打开(&O)…", ("Ctrl+O",), "open", "filing", "ask_and_open", ALWAYS, tip="打开草稿或工作稿"
    ),
    Action("save", "保存(&S)", ("Ctrl+S",), "save", "filing", "save"),
    Action("save_as", "另存为(&A)…", ("Ctrl+Shift+S",), "", "filing", "save_as"),
    Action(
        "history",
        "历史版本(&H)…",
        (),
        "",
        "history",
        "show",
        Needs.FILE,
        tip="看看以前保存的版本改了什么，恢复其中一个",
    ),
    Action("export", "导出 PDF(&E)…", ("Ctrl+E",), "export", "exporting", "export", tip="导出工作稿或公开稿"),
    Action("print", "打印(&P)…", ("Ctrl+P",), "print", "printing", "preview", tip="先看页面，再打印"),
    Action(
        "landscape",
        "横向页面(&L)",
        (),
        "landscape",
        "printing",
        "turn",
        checkable=True,
        tip="把这张表印在横放的纸上，文字多时行数少；再选一次恢复纵向",
    ),
    Action("settings", "设置(&T)…", ("Ctrl+,",), "", "preferences", "show", ALWAYS),
    Action("quit", "退出(&Q)", ("Ctrl+Q",), "quit", "window", "close", ALWAYS),
    Action("undo", "撤销(&U)", ("Ctrl+Z",), "undo", "desk", "undo", Needs.UNDO),
    Action("redo", "重做(&R)", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo", "desk", "redo", Needs.REDO),
    Action("cut", "剪切(&X)", ("Ctrl+X",), "", "clipboard", "cut"),
    Action(
        "copy",
        "复制(&C)",
        ("Ctrl+C",),
        "",
        "clipboard",
        "copy",
        tip="复制选中的单元格，可以粘贴到 Excel、WPS",
    ),
    Action("paste", "粘贴(&V)", ("Ctrl+V",), "", "clipboard", "paste", tip="粘贴单元格，或整张指标表"),
    Action(
        "paste_into_cell",
        "粘贴到一格(&I)",
        ("Ctrl+Shift+V",),
        "",
        "clipboard",
        "paste_into_cell",
        tip="全部文字连同换行放进当前一格",
    ),
    Action("clear", "清空单元格(&E)", ("Del",), "", "grid", "clear_cells", CELLS),
    Action("fill_down", "向下填充(&D)", ("Ctrl+D",), "", "grid", "fill_down", CELLS),
    Action("select_all", "全选(&A)", ("Ctrl+A",), "", "grid", "select_all", CELLS),
    Action(
        "find", "查找(&F)…", ("Ctrl+F",), "find", "finding_text", "open_find", tip="在整张表里查找文字和数字"
    ),
    Action("replace", "替换(&H)…", ("Ctrl+H",), "", "finding_text", "open_replace"),
    Action("find_next", "查找下一处(&N)", ("F3",), "", "finding_text", "step", arguments=(1,)),
    Action("find_previous", "查找上一处(&P)", ("Shift+F3",), "", "finding_text", "step", arguments=(-1,)),
    Action(
        "remember",
        "记住输入过的内容(&M)",
        (),
        "",
        "memory",
        "switch",
        ALWAYS,
        checkable=True,
        tip="打开、保存草稿时记住其中的单位、指标和原因，以后填写时提示；只存在本机",
    ),
    Action(
        "forget", "清除输入记录(&L)…", (), "", "memory", "clear", ALWAYS, tip="清除记住的单位、指标和原因"
    ),
    Action("insert", "在下方插入指标(&I)", INSERT_KEYS, "insert", "indicators", "insert_indicator", ROWS),
    Action(
        "insert_next",
        "在下一组插入指标(&N)",
        INSERT_NEXT_KEYS,
        "insert-next",
        "indicators",
        "insert_in_next_group",
        ROWS,
    ),
    Action("duplicate", "复制本行(&D)", ("Ctrl+Shift+D",), "duplicate", "indicators", "duplicate_row", ROWS),
    Action("move_up", "上移(&U)", ("Alt+Up",), "move-up", "indicators", "move_rows", ROWS, (-1,)),
    Action("move_down", "下移(&W)", ("Alt+Down",), "move-down", "indicators", "move_rows", ROWS, (1,)),
    Action("accept", "采用建议得分(&G)", ("F4",), "", "indicators", "accept_score", ROWS),
    Action("accept_all", "采用全部建议得分(&H)", ("Shift+F4",), "", "indicators", "accept_all_scores", ROWS),
    Action("remove", "删除行(&R)", ("Ctrl+Del",), "remove", "indicators", "remove_rows", ROWS),
    Action("add_level1", "添加一级指标(&1)", (), "add-group", "indicators", "add_group", ROWS, (1,)),
    Action("add_level2", "添加二级指标(&2)", (), "", "indicators", "add_group", ROWS, (2,)),
    Action("expand", "全部展开(&E)", ("Ctrl++", "Ctrl+="), "expand", "indicators", "expand_all", ROWS),
    Action("collapse", "全部收起(&L)", ("Ctrl+-",), "collapse", "indicators", "collapse_all", ROWS),
    Action("section_1", "基本信息(&1)", ("Ctrl+1",), "header", "desk", "show_section", arguments=(0,)),
    Action("section_2", "项目资金(&2)", ("Ctrl+2",), "funds", "desk", "show_section", arguments=(1,)),
    Action("section_3", "总体目标(&3)", ("Ctrl+3",), "goals", "desk", "show_section", arguments=(2,)),
    Action("section_4", "绩效指标(&4)", ("Ctrl+4",), "indicators", "desk", "show_section", arguments=(3,)),
    Action("problems", "检查(&C)", ("F7",), "check", "desk", "toggle_dock", Needs.FORM, ("problems",), True),
    Action("preview", "预览(&P)", ("F9",), "preview", "desk", "toggle_dock", Needs.FORM, ("preview",), True),
    Action("next_problem", "下一个问题(&X)", ("F8",), "next", "problems", "step", FINDINGS, (1,)),
    Action(
        "previous_problem", "上一个问题(&V)", ("Shift+F8",), "previous", "problems", "step", FINDINGS, (-1,)
    ),
    Action(
        "fix",
        "快速修正(&M)…",
        ("Ctrl+.",),
        "",
        "problems",
        "offer_fixes",
        FINDINGS,
        tip="列出这个问题的修正办法",
    ),
    Action(
        "only_problems",
        "只看有问题的行(&O)",
        ("Ctrl+Shift+F",),
        "filter",
        "problem_filter",
        "toggle",
        checkable=True,
        tip="只显示检查清单列出了问题的指标",
    ),
    Action("next_pane", "下一窗格(&F)", ("F6",), "", "desk", "next_pane", arguments=(1,)),
    Action("previous_pane", "上一窗格(&G)", ("Shift+F6",), "", "desk", "next_pane", arguments=(-1,)),
    Action("look_system", "跟随系统(&S)", (), "", "window", "set_appearance", ALWAYS, ("system",), True),
    Action("look_light", "浅色(&L)", (), "", "window", "set_appearance", ALWAYS, ("light",), True),
    Action("look_dark", "深色(&D)", (), "", "window", "set_appearance", ALWAYS, ("dark",), True),
    Action(
        "manual", "手册(&M)", ("F1",), "manual", "manual", "show_here", ALWAYS, tip="翻到讲眼前这个地方的一页"
    ),
    Action("handbook", "检查说明(&H)", ("Shift+F1",), "", "manual", "show_check", ALWAYS),
    Action("keys", "快捷键(&K)", ("Ctrl+/",), "keys", "window", "show_keys", ALWAYS),
    Action("show_hints", "重新显示提示(&T)", (), "", "manual", "show_hints_again", ALWAYS),
    Action("about", "关于(&A)", (), "about", "window", "show_about", ALWAYS),
)

MENUS: tuple[Menu, ...] = (
    Menu(
        "file",
        "文件(&F)",
        (
            "new",
            "open",
            "[recent]",
            "-",
            "save",
            "save_as",
            "history",
            "-",
            "export",
            "print",
            "landscape",
            "-",
            "settings",
            "-",
            "quit",
        ),
    ),
    Menu(
        "edit",
        "编辑(&E)",
        (
            *("undo", "redo", "-", "cut", "copy", "paste", "paste_into_cell", "-"),
            *("clear", "fill_down", "-", "select_all", "-"),
            *("find", "replace", "find_next", "find_previous", "-"),
            *("remember", "forget"),
        ),
    ),
    Menu(
        "indicators",
        "指标(&I)",
        (
            *("insert", "insert_next", "duplicate", "-", "move_up", "move_down", "-", "remove", "-"),
            *("accept", "accept_all", "-"),
            *("add_level1", "add_level2", "-", "expand", "collapse"),
        ),
    ),
    Menu(
        "view",
        "视图(&V)",
        (
            *("section_1", "section_2", "section_3", "section_4", "-"),
            *("problems", "preview", "next_pane", "previous_pane", "-"),
            *("next_problem", "previous_problem", "fix", "only_problems", "-", "[appearance]"),
        ),
    ),
    Menu("help", "帮助(&H)", ("manual", "handbook", "keys", "-", "show_hints", "about")),
)
INNER_MENUS: tuple[Menu, ...] = (
    Menu("recent", "最近的表(&R)", ()),  # filled when it opens
    Menu("appearance", "外观(&A)", ("look_system", "look_light", "look_dark")),
)
TOOLBAR: tuple[str, ...] = (
    *("new", "open", "save", "-", "undo", "redo", "-", "export", "print", "+", "problems", "preview"),
)
"""The toolbar's actions; "-" is a line, "+" the stretch that pushes the rest to the right."""

BY_ID: dict[str, Action] = {action.id: action for action in ACTIONS}
