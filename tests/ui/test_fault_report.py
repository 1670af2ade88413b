# SPDX-License-Identifier: MIT
"""Claims about the report of a fault: it helps the maintainers and tells nothing of the form."""

import pytest

from model.drafts import load
from tests.builders import GOLDEN_DRAFTS
from ui.fault_report import report_of, short_path, short_paths, spot_of, texts_of

HOME = "/home/zhangsan/下载/自评表/2024 经费.json"


def caught(error, cause=None):
    try:
        raise error from cause
    except Exception as raised:
        return raised


def typed_in(path):
    form = load(path).form
    return [text for text in texts_of(form.model_dump()) if len(text) > 1]


def test_it_names_the_fault_its_place_and_the_versions():
    report = report_of(caught(ZeroDivisionError("a fault of ours")))
    assert "ZeroDivisionError: a fault of ours" in report
    assert "Python 3" in report
    assert 'File "tests/ui/test_fault_report.py"' in report


@pytest.mark.parametrize("path", GOLDEN_DRAFTS[:20], ids=lambda path: path.stem)
def test_no_text_of_the_form_is_in_it(path):
    typed = typed_in(path)
    for text in typed:
        bare, quoted = caught(ValueError(text)), caught(KeyError(text), ValueError(f"bad '{text}'"))
        for error in (bare, quoted, caught(ValueError(f"input_value='{text[:9]}...', {text}"))):
            words = report_of(error, typed).rpartition("Error: ")[2]
            assert text not in words


@pytest.mark.parametrize("figure", ["1234567.89", "1,234.50", "2024", "98.5"])
def test_no_figure_is_in_it(figure):
    assert figure not in report_of(caught(ValueError(f"Decimal('{figure}') and {figure}")))


def test_words_of_the_program_itself_stay():
    with pytest.raises(AttributeError) as caught:
        None.undo_stack  # noqa: B018
    assert "'NoneType' object has no attribute 'undo_stack'" in report_of(caught.value)


def test_a_name_of_the_program_that_the_clerk_typed_too_does_not_stay():
    assert "undo_stack" not in report_of(caught(KeyError("undo_stack")), ["undo_stack"]).rpartition(":")[2]


def test_a_quoted_word_that_is_none_of_the_program_does_not_stay():
    typed_nowhere_else = "nasgnahZ"[::-1]
    assert typed_nowhere_else not in report_of(caught(KeyError(typed_nowhere_else))).rpartition(":")[2]


def test_no_path_of_the_clerk_is_in_it():
    report = report_of(caught(OSError(13, "Permission denied", HOME)))
    assert "zhangsan" not in report
    assert "[Errno 13] Permission denied" in report


def test_what_led_to_a_fault_is_told_first():
    report = report_of(caught(KeyError("later"), caught(ZeroDivisionError("first"))))
    assert report.index("ZeroDivisionError") < report.index("KeyError")


def test_an_error_that_cannot_be_looked_at_is_still_reported():
    class SickError(Exception):
        def __str__(self):
            raise MemoryError

    assert "SickError" in report_of(caught(SickError()))


def test_a_recursion_without_end_is_told_in_few_lines():
    def endless():
        endless()

    with pytest.raises(RecursionError) as caught:
        endless()
    assert report_of(caught.value).count("\n") < 80


def test_paths_are_shortened_to_what_names_the_source():
    assert (
        short_path("/home/zhangsan/python/site-packages/PySide6/QtCore.py")
        == "…/site-packages/PySide6/QtCore.py"
    )
    assert short_path(r"C:\Users\张三\Python\Lib\json\decoder.py") == "…/Lib/json/decoder.py"
    assert (
        short_paths('  File "/home/zhangsan/a/b/c/d.py", line 7 in f') == '  File "…/b/c/d.py", line 7 in f'
    )


def test_a_fault_is_known_by_its_spot():
    errors = [caught(ValueError(str(number))) for number in range(2)]
    assert spot_of(errors[0]) == spot_of(errors[1])
    assert spot_of(errors[0]) != spot_of(caught(KeyError()))
