# SPDX-License-Identifier: MIT
"""Claims about the manual's small Markdown."""

import pytest

from ui.manual.markup import as_html


def html(source):
    return as_html(source, lambda reference: f"<{reference}>")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## 插入 {#insert}", '<h2 id="insert">插入</h2>'),
        ("一\n二", "<p>一二</p>"),
        ("- 甲\n- 乙", "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>"),
        ("1. 甲\n2. 乙", "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        ("> 注意", "<blockquote>注意</blockquote>"),
        ("**粗**和「按钮」", "<p><b>粗</b>和<b>按钮</b></p>"),
        ("`a<b` & c", "<p><code>a&lt;b</code> &amp; c</p>"),
        ("按 {key:save}", "<p>按 <key:save></p>"),
        ("[去](save#leave)", '<p><a href="save.html#leave">去</a></p>'),
        ("[此页](#leave)", '<p><a href="#leave">此页</a></p>'),
        ("[检查](rule:points.total)", '<p><a href="checks.html#points.total">检查</a></p>'),
        ("![窗口](window.png)", '<p class="picture"><img src="window.png" alt="窗口"></p>'),
    ],
)
def test_each_mark_has_its_html(source, expected):
    assert html(source) == expected


def test_a_table_has_heads_and_rows():
    made = html("| 键 | 做什么 |\n|---|---|\n| {key:save} | 保存 |")
    assert "<tr><th>键</th><th>做什么</th></tr>" in made
    assert "<tr><td><key:save></td><td>保存</td></tr>" in made


def test_what_is_typed_holds_no_references():
    assert html("`{year}` `{key:save}`") == "<p><code>{year}</code> <code>{key:save}</code></p>"


def test_blocks_follow_each_other_in_order():
    assert html("# 题\n\n文\n\n- 项").split("\n")[0:2] == ['<h1 id="题">题</h1>', "<p>文</p>"]
