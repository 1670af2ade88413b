# SPDX-License-Identifier: MIT
"""Claims about the command line, tried as another program would call it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from model.drafts import to_bytes
from tests.builders import GOLDEN, complete_form
from tests.working_copies import blank_pdf, with_attachment

ROOT = Path(__file__).parents[1]
QUIET = {
    key: value
    for key, value in os.environ.items()
    if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
}


def run(*arguments, cwd=ROOT):
    call = [sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    return subprocess.run(
        call, cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=QUIET, timeout=60
    )


@pytest.fixture
def faultless(tmp_path):
    path = tmp_path / "好.json"
    path.write_bytes(to_bytes(complete_form()))
    return path


def test_a_faultless_draft_checks_with_exit_code_zero(faultless):
    done = run("check", faultless)
    assert (done.returncode, done.stderr) == (0, "")
    assert "没有问题" in done.stdout


def test_errors_give_exit_code_one_and_a_line_each():
    done = run("check", GOLDEN / "002-1.json")
    assert done.returncode == 1
    assert "“社会反响评价”扣了 1 分" in done.stdout


def test_json_is_one_object_a_file_one_a_line(faultless):
    done = run("check", "--json", GOLDEN / "003-1.json", faultless)
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["template"] == "shanghai-2024"
    assert first["computed"]["execution_rate"] == "77.83"
    assert second["findings"] == []


def test_checking_goes_on_after_a_file_that_cannot_be_read(faultless, tmp_path):
    done = run("check", tmp_path / "none.json", faultless)
    assert done.returncode == 2
    assert "图书馆开放经费" in done.stdout
    assert done.stderr.startswith("找不到文件“none.json”")


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "--jsn", "a.json"],
        ["export"],
        ["export", "a.json"],
        ["export", "a.json", "-o"],
        ["manual"],
        ["manual", "--html"],
        ["--foo"],
        ["a", "b"],
    ],
)
def test_a_wrong_call_says_how_it_goes(arguments):
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "用法：" in done.stderr
    assert "Traceback" not in done.stderr


def test_exporting_writes_a_pdf_and_says_that_it_is_a_draft(tmp_path):
    done = run("export", GOLDEN / "002-1.json", "-o", tmp_path / "a.pdf")
    assert done.returncode == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert "草稿" in done.stderr
    assert "3 错误" in done.stderr


def test_a_final_form_is_exported_without_the_word_draft(faultless, tmp_path):
    done = run("export", faultless, "-o", tmp_path / "a.pdf", "--public")
    assert done.returncode == 0
    assert "草稿" not in done.stderr


@pytest.mark.parametrize(("options", "word"), [([], "工作稿"), (["--public"], "公开稿")])
def test_exporting_says_which_kind_of_copy_was_written(faultless, tmp_path, options, word):
    done = run("export", faultless, "-o", tmp_path / "a.pdf", *options)
    assert done.stderr == f"已导出{word}“a.pdf”。\n"


def test_a_working_copy_is_not_called_public_without_a_word(faultless, tmp_path):
    done = run("export", faultless, "-o", tmp_path / "公开.pdf")
    assert done.returncode == 0
    assert "里面有草稿，不要放到网上" in done.stderr


@pytest.fixture
def copy(tmp_path):
    """A working copy of a faultless form."""
    path = tmp_path / "好.pdf"
    path.write_bytes(with_attachment(to_bytes(complete_form())))
    return path


def test_a_working_copy_is_checked_as_its_draft_is(copy, faultless):
    ours, drafts = (json.loads(run("check", "--json", path).stdout) for path in (copy, faultless))
    assert ours == {**drafts, "file": str(copy)}


def test_a_working_copy_is_exported_as_its_draft_is(copy, faultless, tmp_path):
    for number, path in enumerate((copy, faultless)):
        assert run("export", path, "-o", tmp_path / f"{number}.pdf", "--public").returncode == 0
    assert (tmp_path / "0.pdf").read_bytes() == (tmp_path / "1.pdf").read_bytes()


def test_a_pdf_without_draft_is_told_in_one_sentence(tmp_path):
    (tmp_path / "a.pdf").write_bytes(blank_pdf())
    done = run("check", tmp_path / "a.pdf")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("“a.pdf”不是本程序导出的工作稿")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("kind", ["faultless", "copy"])
def test_the_draft_itself_is_never_overwritten_by_its_page(request, kind):
    path = request.getfixturevalue(kind)
    before = path.read_bytes()
    assert run("export", path, "-o", path).returncode == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("out", ["none/a.pdf", "."])
def test_a_page_that_cannot_be_written_is_told_in_one_sentence(faultless, out, tmp_path):
    done = run("export", faultless, "-o", tmp_path / out)
    assert done.returncode == 2
    assert "没有保存成功" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreadable_draft_is_not_exported(tmp_path):
    (tmp_path / "a.json").write_text("{}", encoding="utf-8")
    done = run("export", tmp_path / "a.json", "-o", tmp_path / "a.pdf")
    assert done.returncode == 2
    assert not (tmp_path / "a.pdf").exists()


def test_importing_says_that_it_is_not_there_yet():
    done = run("import", "a.xlsx", "-o", "a.json")
    assert done.returncode == 2
    assert "不能导入" in done.stderr


def test_a_reader_that_goes_away_ends_the_check_quietly(faultless):
    call = f'"{sys.executable}" main.py check {"tests/drafts/golden/002-2.json " * 50} | head -n 1'
    done = subprocess.run(call, shell=True, cwd=ROOT, capture_output=True, text=True, env=QUIET, timeout=60)
    assert "Traceback" not in done.stderr


def test_many_drafts_give_a_table(faultless):
    done = run("check", faultless, GOLDEN / "002-1.json")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 4


def test_a_template_is_checked_by_its_file(tmp_path):
    assert run("check-template", ROOT / "resources" / "templates" / "ministry.json").returncode == 0
    (tmp_path / "own.json").write_text('{"base": "own"}', encoding="utf-8")
    done = run("check-template", tmp_path / "own.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "own.json" in done.stderr


def test_the_manual_is_written_as_a_folder_of_pages(tmp_path):
    done = run("manual", tmp_path / "手册")
    assert (done.returncode, done.stdout) == (0, "")
    assert "index.html" in done.stderr
    assert (tmp_path / "手册" / "index.html").is_file()


def test_a_manual_that_cannot_be_written_is_told_in_one_sentence(tmp_path):
    (tmp_path / "a").write_text("")
    done = run("manual", tmp_path / "a")
    assert done.returncode == 2
    assert done.stderr.startswith("手册没有写成")


def test_what_reading_has_changed_goes_to_stderr_and_no_exit_code_changes(tmp_path):
    path = tmp_path / "怪.json"
    path.write_bytes(to_bytes(complete_form(project_name="图\u200b书馆")))
    checked, exported = run("check", path, "--json"), run("export", path, "-o", tmp_path / "a.pdf")
    assert (checked.returncode, exported.returncode) == (0, 0)
    assert checked.stderr == "“怪.json”：“项目名称”里去掉了看不见的字符（1 个零宽空格）。\n"
    assert "零宽空格" in exported.stderr
    assert json.loads(checked.stdout)["findings"] == []


def test_a_newer_draft_is_neither_checked_nor_printed(tmp_path):
    path = tmp_path / "新.json"
    path.write_bytes(to_bytes(complete_form()).replace(b'"version": 1', b'"version": 2'))
    done = run("check", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "由较新的版本保存（草稿版本 2" in done.stderr
    assert run("export", path, "-o", tmp_path / "a.pdf").returncode == 2


def test_a_damaged_draft_is_told_in_one_sentence(faultless, tmp_path):
    torn = tmp_path / "断.json"
    torn.write_bytes(faultless.read_bytes()[:900])
    done = run("check", torn)
    assert done.returncode == 2
    assert done.stderr.startswith("“断.json”已经损坏（到第")
    assert done.stderr.count("\n") == 1
