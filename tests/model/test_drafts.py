# SPDX-License-Identifier: MIT
"""Claims about reading and writing drafts."""

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from model.backups import backups_of
from model.drafts import load, parse, save, to_bytes
from model.errors import ChangedOnDiskError, DraftError, SaveError
from model.form import Stated
from model.limits import MAX_BYTES
from tests.builders import GOLDEN_DRAFTS, complete_form, indicator, tree

ROOT = Path(__file__).parents[2]


def raw(**changes):
    return json.loads(to_bytes(complete_form())) | changes


def content(**changes):
    return json.dumps(raw(**changes), ensure_ascii=False).encode()


@pytest.mark.parametrize("path", GOLDEN_DRAFTS, ids=lambda path: path.stem)
def test_a_published_form_loaded_and_saved_gives_the_same_bytes(path, tmp_path):
    save(load(path).form, tmp_path / "copy.json")
    assert (tmp_path / "copy.json").read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        (b"", "空文件"),
        (b"  \n", "空文件"),
        (b"not json", "不是完整的 JSON"),
        (b'{"format": "zipingbiao-draft"', "已经损坏（到第 1 行就断了）"),
        (b"[1, 2]", "不是自评表草稿"),
        (b'{"format": "other"}', "不是自评表草稿"),
        ("财政".encode("gbk"), "不是 UTF-8"),
        (b'{"format": "zipingbiao-draft"}', "版本"),
        (content(version=99), "较新的版本"),
        (content(version="1"), "版本"),
        (content(template=None), "template"),
        (content(fiscal_year="2024"), "fiscal_year"),
        (content(indicators={}), "indicators"),
        (content(funds={"total": {"actual": 12.5}}), "funds/total/actual"),
        (content(children=[]), "children"),
        (b"[" * 100_000, "括号套得太深"),
        (b'{"format": "zipingbiao-draft", "version": NaN}', "已经损坏（第 1 行起不合写法）"),
    ],
)
def test_what_is_no_draft_is_refused_in_one_sentence(bad, words):
    with pytest.raises(DraftError, match=re.escape(words)) as refused:
        parse(bad, "a.json")
    assert str(refused.value).startswith("“a.json”")
    assert str(refused.value).endswith("。")


def test_a_draft_with_a_byte_order_mark_is_read():
    assert parse(b"\xef\xbb\xbf" + content(), "a.json") == complete_form()


def test_a_fourth_level_is_refused_and_not_hidden():
    row = {"name": "甲", "children": [{"name": "乙"}]}
    rows = [{"name": "产出指标", "children": [{"name": "数量指标", "children": [row]}]}]
    with pytest.raises(DraftError, match="children"):
        parse(content(indicators=rows), "a.json")


def test_keys_of_other_programs_survive_loading_and_saving():
    form = parse(content(project_manager="王芳"), "a.json")
    assert json.loads(to_bytes(form))["project_manager"] == "王芳"


def test_a_draft_of_ten_thousand_rows_is_read():
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator(str(row)) for row in range(10_000)]))
    assert parse(to_bytes(form), "a.json") == form


def test_a_folder_a_missing_file_and_a_huge_file_are_refused(tmp_path):
    huge = tmp_path / "huge.json"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    for path, words in ((tmp_path, "文件夹"), (tmp_path / "none.json", "找不到"), (huge, "超过 20 MB")):
        with pytest.raises(DraftError, match=words):
            load(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="not run: this system has no pipes")
def test_a_pipe_and_a_device_are_refused_without_waiting(tmp_path):
    os.mkfifo(tmp_path / "a.json")
    for path in (tmp_path / "a.json", Path(os.devnull)):
        with pytest.raises(DraftError, match="设备或管道"):
            load(path)


def test_a_long_name_is_cut_in_sentences(tmp_path):
    with pytest.raises(DraftError) as refused:
        load(tmp_path / ("甲" * 5000))
    assert len(str(refused.value)) < 150


LOAD_AS_NOBODY = """
import os, sys
from decimal import Decimal
from pathlib import Path
from model.drafts import load
from model.errors import DraftError
if os.geteuid() == 0:
    os.setuid(65534)
try:
    load(Path(sys.argv[1]))
except DraftError as error:
    print(error)
"""


@pytest.mark.skipif(os.name == "nt", reason="not run: Windows knows no such modes")
def test_an_unreadable_file_is_refused(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(content())
    path.chmod(0)
    call = [sys.executable, "-X", "utf8", "-c", LOAD_AS_NOBODY, str(path)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    assert "打不开“a.json”（没有权限）" in done.stdout


def test_a_file_changed_by_another_program_is_not_overwritten(tmp_path):
    path = tmp_path / "a.json"
    stamp = save(complete_form(), path).stamp
    path.write_bytes(content(project_name="别人改的"))
    with pytest.raises(ChangedOnDiskError):
        save(complete_form(), path, stamp)
    assert "别人改的" in path.read_text(encoding="utf-8")


def test_a_file_written_again_with_the_same_bytes_has_not_changed(tmp_path):
    path = tmp_path / "a.json"
    stamp = save(complete_form(), path).stamp
    path.write_bytes(path.read_bytes())
    assert save(complete_form(goal_actual="新"), path, stamp).stamp.sha256 != stamp.sha256


@pytest.mark.parametrize(
    ("form", "cause"),
    [
        (complete_form(goal_actual="半个\ud83d字"), "有半个字符"),
        (complete_form(stated=Stated(total_score=Decimal("NaN"))), "读回的内容不一样"),
        (complete_form(goal_actual="长" * (MAX_BYTES // 3)), "超过 20 MB"),
        (complete_form(of_another_program=("1", "2")), "读回的内容不一样"),
    ],
    ids=["half", "other", "long", "another shape"],
)
def test_what_could_not_be_opened_again_is_not_saved(tmp_path, form, cause):
    save(complete_form(), tmp_path / "a.json")
    with pytest.raises(SaveError, match=f"保存后会打不开：.*{cause}"):
        save(form, tmp_path / "a.json")
    assert load(tmp_path / "a.json").form == complete_form()


def test_the_version_a_save_replaces_is_kept(tmp_path):
    path, folder = tmp_path / "a.json", tmp_path / "backups"
    old = complete_form(goal_actual="旧")
    save(old, path, backups=folder)
    assert backups_of(folder, path) == []
    assert save(complete_form(goal_actual="新"), path, backups=folder).warnings == ()
    assert [load(backup.file).form for backup in backups_of(folder, path)] == [old]


def test_saving_the_same_again_keeps_no_second_copy(tmp_path):
    path, folder = tmp_path / "a.json", tmp_path / "backups"
    for _ in range(3):
        save(complete_form(), path, backups=folder)
    assert backups_of(folder, path) == []


def test_a_backup_that_cannot_be_made_is_a_warning(tmp_path):
    path, no_folder = tmp_path / "a.json", tmp_path / "file"
    no_folder.touch()
    save(complete_form(), path)
    written = save(complete_form(goal_actual="新"), path, backups=no_folder)
    assert load(path).form.goal_actual == "新"
    assert "“a.json”已保存，但保存前的版本没能留作备份" in written.warnings[0]


def test_a_save_that_fails_names_its_cause(tmp_path):
    with pytest.raises(SaveError, match=r"文件或文件夹不存在.*另存"):
        save(complete_form(), tmp_path / "none" / "a.json")
