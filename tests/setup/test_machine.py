# SPDX-License-Identifier: MIT
"""What the machine must have, and the sentence when it has not."""

import pytest

import machine
from machine import SetUpError


def test_a_missing_library_names_its_debian_package():
    assert machine.missing_qt_packages(lambda library: library != "libxcb-cursor.so.0") == ["libxcb-cursor0"]


def test_nothing_is_missing_where_all_libraries_load():
    assert machine.missing_qt_packages(lambda library: True) == []


def test_a_library_that_does_not_exist_is_not_loadable():
    assert not machine.is_loadable("libzipingbiao-none.so.9")


def test_a_missing_tool_names_its_debian_package():
    missing = machine.missing_tool_packages(lambda tool: tool != "pdftotext", lambda file: True)
    assert missing == ["poppler-utils"]


def test_a_missing_library_of_java_names_its_debian_package():
    missing = machine.missing_tool_packages(lambda tool: True, lambda file: "jaxb" not in file)
    assert missing == ["libjaxb-api-java"]


def test_without_root_the_administrators_line_is_given(monkeypatch):
    monkeypatch.setattr(machine, "can_install", lambda: False)
    with pytest.raises(SetUpError, match=r"apt-get install -y --no-install-recommends libegl1 libgl1$"):
        machine.install(["libegl1", "libgl1"])


def test_nothing_to_install_asks_for_no_rights(monkeypatch):
    monkeypatch.setattr(machine, "can_install", lambda: False)
    assert machine.install([]) is None


def test_missing_tools_are_named_and_do_not_stop_the_tests(monkeypatch, capsys):
    monkeypatch.setattr(machine, "can_install", lambda: False)
    monkeypatch.setattr(machine, "missing_tool_packages", lambda: ["qpdf", "xvfb"])
    machine.ensure_test_tools()
    assert capsys.readouterr().err == "缺少测试工具 qpdf xvfb：用到它们的测试不运行。\n"


def test_a_tool_that_cannot_be_had_keeps_back_no_other(monkeypatch, capsys):
    def install(packages):
        asked.append(list(packages))
        if "java" in packages:
            raise SetUpError("没有 java")

    asked = []
    monkeypatch.setattr(machine, "install", install)
    assert list(machine.not_installed(["qpdf", "java", "xvfb"])) == ["java"]
    assert asked == [["qpdf", "java", "xvfb"], ["qpdf"], ["java"], ["xvfb"]]


def test_no_display_says_how_to_work_without_one():
    with pytest.raises(SetUpError, match=r"run\.sh check .*run\.sh export") as refusal:
        machine.ensure_display({}, "linux")
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_any_kind_of_display_will_do(name):
    assert machine.ensure_display({name: ":0"}, "linux") is None


def test_windows_always_has_a_display():
    assert machine.ensure_display({}, "win32") is None


def test_a_folder_without_qt_is_refused_in_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "missing_qt_packages", list)
    with pytest.raises(SetUpError, match="系统库载入失败"):
        machine.ensure_qt_loads(tmp_path)
