# SPDX-License-Identifier: MIT
"""Claims about references of the manual to the window's tables."""

import pytest

from ui.manual.references import UnknownReferenceError, resolved


@pytest.mark.parametrize(
    ("reference", "html"),
    [
        ("key:save", "<kbd>Ctrl+S</kbd>"),
        ("keys:redo", "<kbd>Ctrl+Y</kbd> 或 <kbd>Ctrl+Shift+Z</kbd>"),
        ("cell:next", "<kbd>Tab</kbd>"),
        ("name:export", "<b>导出 PDF</b>"),
        ("menu:export", "<b>文件 › 导出 PDF</b>"),
        ("menu:look_dark", "<b>视图 › 外观 › 深色</b>"),
        ("in:insert", "<b>指标</b>"),
        ("section:funds", "<b>项目资金</b>"),
        ("severity:error", "● 错误"),
    ],
)
def test_a_reference_becomes_the_windows_own_words(reference, html):
    assert resolved(reference) == html


def test_an_action_without_a_key_is_named_by_its_menu():
    assert resolved("key:about") == "<b>帮助 › 关于</b>"


@pytest.mark.parametrize(
    "reference", ["key:none", "cell:none", "section:none", "severity:none", "menu:none", "none:save"]
)
def test_an_unknown_reference_is_refused(reference):
    with pytest.raises(UnknownReferenceError):
        resolved(reference)
