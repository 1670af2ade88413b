# SPDX-License-Identifier: MIT
"""Claims about what is read into a form, what is changed on the way and told, and what is refused."""

import json
import re
import time
from contextlib import suppress

import pytest

from model.drafts import Draft, parse, read, to_bytes
from model.errors import DraftError, TornFileError
from model.limits import MAX_CHARACTERS, MAX_NESTING, MAX_ROWS, MAX_VALUES, MOST_REMARKS
from tests.builders import complete_form, found, indicator, tree

DRAFT = to_bytes(complete_form()).decode()


def refusal(content):
    with pytest.raises(DraftError) as refused:
        read(content if isinstance(content, bytes) else content.encode(), "a.json")
    return str(refused.value)


def with_extra(written):
    """A draft with a key of another program's."""
    return DRAFT.replace('"stated"', f'"extra": {written}, "stated"').encode()


@pytest.mark.parametrize(
    "content",
    [
        DRAFT.replace('"project_name"', '"project_name": "旧", "project_name"'),
        DRAFT.replace('"points": "20"', '"points":"10","points" : "20"', 1),
        DRAFT.replace('"template"', '"version": 1, "template"'),
        with_extra('{"a": 1, "a": 1}').decode(),
    ],
)
def test_a_key_that_stands_twice_is_refused_and_named(content):
    assert "写了两遍" in refusal(content)


def test_the_key_that_stands_twice_is_named():
    assert "“score”在同一处" in refusal(DRAFT.replace('"score": "20"', '"score": "20", "score": "1"', 1))


def test_colons_within_texts_are_no_keys():
    form = complete_form(goal_actual='开放时间 8:30–17:00，"通知": http://x.cn')
    assert read(to_bytes(form), "a.json") == Draft(form, None)


@pytest.mark.parametrize("key", ["project_name", "goal_expected", "competent_department"])
def test_odd_characters_are_removed_and_their_place_is_named(key):
    form = complete_form(**{key: "图\u200b书\u202e馆"})
    draft = read(to_bytes(form), "a.json")
    assert getattr(draft.form, key) == "图书馆"
    assert "1 个零宽空格、1 个文字方向控制符" in draft.remarks[0]


def test_a_cell_of_an_indicator_is_called_by_the_indicators_name():
    rows = tree(产出指标_数量指标=[indicator("讲座\ufeff场次", reason="\x7f下雨")])
    remarks = read(to_bytes(complete_form(indicators=rows)), "a.json").remarks
    assert remarks[1].startswith("指标“讲座场次”的“偏差原因分析及改进措施”里去掉了")


def test_a_number_with_an_odd_character_in_it_is_a_number():
    content = DRAFT.replace('"points": "20"', '"points": "2\\u200b0"', 1).encode()
    draft = read(content, "a.json")
    assert draft.form == complete_form()
    assert "“分值”" in draft.remarks[0]


@pytest.mark.parametrize("half", ["\\ud800", "\\udfff", "\\uD834x", "\\udd1e\\ud834"])
def test_half_a_pair_is_removed_and_told(half):
    draft = read(DRAFT.replace("图书馆开放", f"图书馆{half}开放").encode(), "a.json")
    assert "个残缺的字" in draft.remarks[0]
    assert read(to_bytes(draft.form), "a.json").remarks == ()


def test_half_a_pair_in_bytes_is_removed_and_told():
    content = DRAFT.replace("图书馆", "图书\ud83d馆").encode("utf-8", "surrogatepass")
    assert "个残缺的字" in read(content, "a.json").remarks[0]


def test_half_a_pair_in_what_another_program_wrote_does_not_keep_the_draft_from_being_saved():
    draft = read(with_extra('{"\\ud800a": ["\\udc00b"]}'), "a.json")
    assert json.loads(to_bytes(draft.form))["extra"] == {"a": ["b"]}
    assert "本程序不认识的内容里去掉了 2 个残缺的字。" in draft.remarks


def test_a_whole_pair_stays():
    draft = read(DRAFT.replace("图书馆开放", "\\ud842\\udfb7馆\\\\ud800开放").encode(), "a.json")
    assert draft.form.project_name == "\U00020bb7馆\\ud800开放经费"
    assert draft.remarks == ()


def test_very_many_odd_characters_are_told_in_few_sentences():
    rows = tree(产出指标_数量指标=[indicator(f"{row}\u200b") for row in range(100)])
    remarks = read(to_bytes(complete_form(indicators=rows)), "a.json").remarks
    assert len(remarks) == MOST_REMARKS + 1
    assert remarks[-1] == "另有 88 格里也去掉了这样的字符，共 88 个。"


def test_numbers_without_quotes_are_read_digit_by_digit_and_told():
    content = DRAFT.replace('"points": "20"', '"points": 20.10', 1).replace(
        '"score": "20"', '"score": 1e2', 1
    )
    draft = read(content.encode(), "a.json")
    row = draft.form.indicators[0].children[0].children[0]
    assert (str(row.points), row.score) == ("20.10", "1e2")
    assert draft.remarks == (
        "指标“场次”的“分值”的 20.10等 2 处在文件里没有加引号，已逐位照原样读入；保存后改为通用的写法。",
    )


@pytest.mark.parametrize("written", ["true", "[]", "{}", "[1]"])
def test_what_no_cell_holds_is_refused_and_the_cell_is_named(written):
    content = DRAFT.replace('"points": "20"', f'"points": {written}', 1)
    assert "指标“场次”的“分值”即“indicators/0/children/0/children/0/points”" in refusal(content)


@pytest.mark.parametrize(
    "text", ["1e999999999", "1_000", "+5", "１６１．０５", "1，000", "98％", "0x10", "٣"]
)
def test_a_text_that_is_no_plain_decimal_stays_as_it_stands_and_is_marked(text):
    form = complete_form(indicators=tree(产出指标_数量指标=[indicator(points=text)]))
    draft = read(to_bytes(form), "a.json")
    assert draft.form == form
    assert draft.remarks == ()
    assert found(draft.form, "number.invalid")


def test_what_another_program_wrote_stays_and_is_told():
    draft = read(with_extra('{"经办": ["王芳", null, true, 1.5]}'), "a.json")
    assert json.loads(to_bytes(draft.form))["extra"] == {"经办": ["王芳", None, True, 1.5]}
    assert draft.remarks == ("文件里有本程序不认识的内容（“extra”），表上看不到，保存时原样留着。",)


@pytest.mark.parametrize("key", ["one\ntwo", "one\u2028two", "one\x7ftwo"])
def test_a_key_nobody_knows_breaks_no_sentence(key):
    raw = json.loads(to_bytes(complete_form())) | {key: 1}
    draft = read(json.dumps(raw).encode(), "a.json")
    assert draft.remarks == ("文件里有本程序不认识的内容（“one two”），表上看不到，保存时原样留着。",)


def test_a_key_that_stands_twice_breaks_no_sentence():
    content = to_bytes(complete_form()).replace(b'"version"', b'"a\\nb": 1, "a\\nb": 2, "version"', 1)
    with pytest.raises(DraftError, match="里的“a b”在同一处写了两遍"):
        read(content, "a.json")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (with_extra("1e400"), "大得存不下的数"),
        (with_extra("[" * MAX_NESTING + "]" * MAX_NESTING), "括号套了"),
        (with_extra("[" * 5000 + "]" * 5000), "括号套得太深"),
        (with_extra("9" * 5000), "有一个数太长"),
        (with_extra("[" + "0," * MAX_VALUES + "0]"), "数据项太多"),
        (b"\0" * 5000, "里面全是空字节"),
        (b"", "是空文件"),
        (DRAFT.encode()[:-30], "已经损坏（到第"),
        (DRAFT.replace('"stated"', "stated").encode(), "行起不合写法"),
    ],
)
def test_what_goes_beyond_a_limit_or_is_damaged_is_refused_in_one_sentence(content, words):
    sentence = refusal(content)
    assert words in sentence
    assert re.fullmatch(r"“a\.json”[^\n]*。", sentence)


def test_more_rows_than_can_be_checked_in_time_are_refused_at_once():
    head = DRAFT.partition('"indicators"')[0].encode()
    content = head + b'"indicators": [{"children": [{"children": ['
    row = b'{"name": "\\u200b"},'
    begin = time.process_time()
    assert f"超过 {MAX_ROWS:,} 行" in refusal(content + row * (MAX_ROWS * 10) + row[:-1] + b"]}]}]}")
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    "odd", ['"goal_actual": "%s"' % ("\u200b" * 2_000_000), '"x": ["%s"]' % ("\\ud800" * 500_000)]
)
def test_very_many_odd_characters_take_little_time(odd):
    begin = time.process_time()
    with suppress(DraftError):
        read(DRAFT.replace('"stated": {}', f'{odd}, "y": 1').encode(), "a.json")
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("more", ['字"', "字"])
def test_a_cell_beyond_its_limit_is_refused_and_one_within_is_not(more):
    text = (more * MAX_CHARACTERS)[:MAX_CHARACTERS]
    read(to_bytes(complete_form(goal_actual=text)), "a.json")
    assert "超过 100,000 个字" in refusal(to_bytes(complete_form(goal_actual=text + more)))


def test_a_cut_draft_says_that_it_is_damaged_and_hands_on_what_there_is():
    with pytest.raises(TornFileError) as torn:
        read(DRAFT.encode()[:500], "a.json")
    assert torn.value.content == DRAFT.encode()[:500]


def test_reading_to_the_letter_changes_nothing():
    form = complete_form(project_name="图\u200b书馆")
    assert parse(to_bytes(form), "a.json") == form


def test_a_newer_draft_is_read_only_and_keeps_what_only_it_knows():
    draft = read(with_extra('"新"').replace(b'"version": 1', b'"version": 7'), "a.json")
    assert draft.form.project_name == "图书馆开放经费"
    assert draft.form.model_extra == {"extra": "新"}
    assert "草稿版本 7" in draft.read_only


def test_a_newer_draft_that_cannot_be_understood_is_refused():
    content = DRAFT.replace('"version": 1', '"version": 7').replace('"indicators": [', '"indicators": [1,')
    assert "升级程序后再打开" in refusal(content)
