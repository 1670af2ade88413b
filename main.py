# SPDX-License-Identifier: MIT
"""The command line: open the editor, check drafts, export a page."""

from __future__ import annotations

import atexit
import gc
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from model.form import Form
    from model.report import Report

Checked: TypeAlias = "Report | str"
"""What checking a file came to: a report, or the name of a file that could not be read."""

WELL, FAULTY, FAILED = 0, 1, 2
NEW_OBJECTS = 100_000  # before garbage is looked for; for Python itself 700
USAGE = """用法：
  main.py [草稿]                               打开编辑器
  main.py check 草稿… [--json]                 检查草稿
  main.py check-template 模板                  检查自己编写的模板
  main.py export 草稿 -o 文件.pdf [--public]   导出 PDF，不打开窗口；--public 导出公开稿，里面没有草稿
  main.py manual 文件夹                        把手册写成网页，放进文件夹
草稿是 .json 文件，也可以是内含草稿的工作稿 PDF。"""


def say(sentence: str) -> None:
    """Tell a person."""
    print(sentence, file=sys.stderr)


def wrong_usage(what: str) -> int:
    """Say what was wrong with the call and how it goes."""
    say(f"{what}；没有改动任何文件，请按下面的用法重试。\n{USAGE}")
    return FAILED


def edit(arguments: Sequence[str]) -> int:
    """Open the editor, with a draft if one is named."""
    if len(arguments) > 1 or any(word.startswith("-") for word in arguments):
        return wrong_usage("一次只能打开一个草稿")
    from ui.quick_start import pass_over_features

    pass_over_features()
    from ui.app import run

    path = Path(arguments[0]).absolute() if arguments else None
    with suppress(OSError):
        os.chdir(os.path.abspath(os.sep))  # a share the call came from may go, and must be free to
    return run(path)


def check(arguments: Sequence[str]) -> int:
    """Check drafts; goes on after a file that cannot be read."""
    files = [word for word in arguments if not word.startswith("-")]
    options = [word for word in arguments if word.startswith("-")]
    if not files or set(options) - {"--json"}:
        return wrong_usage("check 后面要写一个或几个草稿文件" if not files else f"不认识选项 {options[0]}")
    show = show_json if options else show_lines if len(files) == 1 else show_table
    return max(exit_code(report) for report in show(map(checked, files)))


def checked(file: str) -> Checked:
    """Check one draft; one that cannot be read is told at once and stays a mere name."""
    from model.errors import FormError
    from model.report import report_on
    from model.templates import load_template

    try:
        form = form_in(Path(file))
        return report_on(file, form, load_template(form.template))
    except FormError as error:
        say(str(error))
        return file


def form_in(path: Path) -> Form:
    """Return the form of a draft; say what reading has changed in it or does not understand.

    Errors: DraftError, also for a draft of a newer version: what is not known cannot be checked or printed.
    """
    from export.working_copy import load_draft
    from model.errors import DraftError

    draft = load_draft(path)
    if draft.read_only:
        raise DraftError(f"“{path.name}”没有处理：{draft.read_only}")
    for remark in draft.remarks:
        say(f"“{path.name}”：{remark}")
    return draft.form


def show_json(reports: Iterable[Checked]) -> Iterable[Checked]:
    """Print an object a draft, each as soon as it is checked."""
    from model.report import as_json

    for report in reports:
        if not isinstance(report, str):
            print(json.dumps(as_json(report), ensure_ascii=False), flush=True)
        yield report


def show_lines(reports: Iterable[Checked]) -> Iterable[Checked]:
    """Print the findings of a draft, one a line."""
    from model.report import as_lines

    for report in reports:
        if not isinstance(report, str):
            print("\n".join(as_lines(report)))
        yield report


def show_table(reports: Iterable[Checked]) -> Iterable[Checked]:
    """Print a table of drafts."""
    from model.report import as_table

    shown = list(reports)
    print("\n".join(as_table(shown)))
    print("逐条的问题：一次检查一个文件，或加 --json。")
    return shown


def exit_code(report: Checked) -> int:
    """Return what a checked draft adds to the exit code."""
    if isinstance(report, str):
        return FAILED
    return WELL if report.is_final else FAULTY


def export(arguments: Sequence[str]) -> int:
    """Write the PDF of a draft."""
    words = [word for word in arguments if word != "--public"]
    if "-o" not in words[:-1]:
        return wrong_usage("export 要用 -o 写明 PDF 文件名")
    mark = words.index("-o")
    out, files = Path(words[mark + 1]), words[:mark] + words[mark + 2 :]
    if len(files) != 1 or files[0].startswith("-"):
        return wrong_usage("export 一次导出一个草稿")
    return export_one(Path(files[0]), out, public="--public" in arguments)


def export_one(draft: Path, out: Path, *, public: bool) -> int:
    """Write one PDF, whole or not at all, and say what was written."""
    from model.errors import FormError

    if os.path.realpath(draft) == os.path.realpath(out):
        return wrong_usage("PDF 不能写在草稿自己的文件上")
    try:
        for sentence in _written(draft, out, public):
            say(sentence)
    except FormError as error:
        say(str(error))
        return FAILED
    return WELL


def _written(draft: Path, out: Path, public: bool) -> list[str]:
    from export.copies import COPIES, doubt_about
    from export.fonts import Fonts
    from export.pdf import missing_sentences, write_pdf
    from model.report import counted, report_on
    from model.safe_file import write_verified
    from model.templates import load_template

    form = form_in(draft)
    template = load_template(form.template)
    found, fonts = report_on(draft.name, form, template), Fonts()
    page = write_pdf(
        form, template, figures=found.figures, draft_mark=not found.is_final, public=public, fonts=fonts
    )
    warnings = write_verified(out, page).warnings
    state = "" if found.is_final else f"，每页标有“草稿”（{counted(found.findings)}）"
    written = f"已导出{COPIES[public].word}“{out.name}”{state}。"
    doubts = [sentence for sentence in (doubt_about(out.name, public=public),) if sentence]
    return [*missing_sentences(form, template, fonts, found.figures), written, *doubts, *warnings]


def check_template(arguments: Sequence[str]) -> int:
    """Check a template file of a finance office's own."""
    if len(arguments) != 1:
        return wrong_usage("check-template 后面要写一个模板文件")
    from model.errors import FormError
    from model.templates import read_template

    try:
        template = read_template(Path(arguments[0]))
    except FormError as error:
        say(str(error))
        return FAILED
    print(f"模板“{template.name}”（{template.id}）可以使用。")
    return WELL


def write_manual(arguments: Sequence[str]) -> int:
    """Write the manual as a folder of HTML."""
    if len(arguments) != 1 or arguments[0].startswith("-"):
        return wrong_usage("manual 后面要写一个文件夹")
    from model.errors import FormError, cause_of
    from ui.manual.folder import HOME_FILE, write_folder

    folder = Path(arguments[0])
    try:
        count = write_folder(folder)
    except FormError as error:
        say(str(error))
        return FAILED
    except OSError as error:
        say(f"手册没有写成（{cause_of(error)}）；草稿文件未受影响，请换一个文件夹。")
        return FAILED
    say(f"手册共 {count} 页，已写入“{folder}”；用浏览器打开其中的 {HOME_FILE}。")
    return WELL


def import_form(arguments: Sequence[str]) -> int:
    """Say that importing is not there yet."""
    say("这个版本还不能导入 xlsx、docx 或 PDF；没有改动任何文件，请在编辑器中新建后填写。")
    return FAILED


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "check": check,
    "check-template": check_template,
    "export": export,
    "import": import_form,
    "manual": write_manual,
}


def main(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code."""
    stand_on_firm_ground()
    _speak_utf8()
    pass_over_plugins()
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE)
        return WELL
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        return edit(arguments) if command is None else command(arguments[1:])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        say(f"程序出错（{type(error).__name__}：{error}）；草稿文件未作改动，请把这句话告诉维护人员。")
        return FAILED


def stand_on_firm_ground() -> None:
    """Have a current folder and the three streams: libraries ask for the one, and write to the others.

    Where a stream is closed the next file opened would take its number, and what is meant for it.
    """
    try:
        os.getcwd()
    except OSError:
        os.chdir(os.sep)
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def name_files_as_qt_does() -> None:
    """Begin again where Python would name files in another encoding than Qt, which knows but UTF-8."""
    if os.name == "posix" and sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


def seldom_look_for_garbage() -> None:
    """Spare a short run a sixth of its time: all it makes is needed to the end."""
    gc.set_threshold(NEW_OBJECTS)
    atexit.register(gc.freeze)  # else it is all walked once more to leave


def pass_over_plugins() -> None:
    """Keep pydantic from searching all installed packages for plugins: we have none, and it takes 50 ms."""
    name = "pydantic.plugin._loader"
    loader = ModuleType(name)
    setattr(loader, "get_plugins", tuple)  # noqa: B010  a module made here has no stubs
    sys.modules.setdefault(name, loader)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    name_files_as_qt_does()
    seldom_look_for_garbage()
    sys.exit(main(sys.argv[1:]))
