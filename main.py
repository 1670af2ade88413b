# SPDX-License-Identifier: MIT
"""The command line: open the editor, check drafts, export a page."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

WELL, FAULTY, FAILED = 0, 1, 2
USAGE = """用法：
  main.py [草稿]                               打开编辑器
  main.py check 草稿… [--json]                 检查草稿
  main.py export 草稿 -o 文件.pdf [--public]   导出 PDF，不打开窗口"""


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
    from ui.app import run

    return run(Path(arguments[0]) if arguments else None)


def check(arguments: Sequence[str]) -> int:
    """Check drafts; goes on after a file that cannot be read."""
    files = [word for word in arguments if not word.startswith("-")]
    options = [word for word in arguments if word.startswith("-")]
    if not files or set(options) - {"--json"}:
        return wrong_usage("check 后面要写一个或几个草稿文件" if not files else f"不认识选项 {options[0]}")
    return max(check_one(file, as_json="--json" in options) for file in files)


def check_one(file: str, *, as_json: bool) -> int:
    """Check one draft and print its report."""
    from model import report
    from model.drafts import load
    from model.errors import FormError
    from model.templates import load_template

    try:
        form = load(Path(file)).form
        found = report.report_on(file, form, load_template(form.template))
    except FormError as error:
        say(str(error))
        return FAILED
    if as_json:
        print(json.dumps(report.as_json(found), ensure_ascii=False))
    else:
        print("\n".join(report.as_lines(found)))
    return WELL if found.is_final else FAULTY


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
    from export.pdf import missing_sentences, write_pdf
    from model.drafts import load
    from model.report import counted, report_on
    from model.safe_file import write_verified
    from model.templates import load_template

    form = load(draft).form
    template = load_template(form.template)
    found = report_on(draft.name, form, template)
    page = write_pdf(form, template, figures=found.figures, draft_mark=not found.is_final, public=public)
    write_verified(out, page)
    state = "" if found.is_final else f"，每页标有“草稿”（{counted(found.findings)}）"
    return [*missing_sentences(form, template), f"已导出“{out.name}”{state}。"]


def import_form(arguments: Sequence[str]) -> int:
    """Say that importing is not there yet."""
    say("这个版本还不能导入 xlsx、docx 或 PDF；没有改动任何文件，请在编辑器中新建后填写。")
    return FAILED


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "check": check,
    "export": export,
    "import": import_form,
}


def main(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code."""
    _speak_utf8()
    if arguments and arguments[0] in ("-h", "--help"):
        print(USAGE)
        return WELL
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        return edit(arguments)
    try:
        return command(arguments[1:])
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except Exception as error:
        say(f"程序出错（{type(error).__name__}：{error}）；草稿文件未作改动，请把这句话告诉维护人员。")
        return FAILED


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
