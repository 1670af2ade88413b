# SPDX-License-Identifier: MIT
"""When the environment is rebuilt, from which lock, and what is said when it cannot be."""

import sys
from pathlib import Path

import pytest

import environment
from environment import BENCH_LOCK, DEV_LOCK, LOCK, OLD_GLIBC_LOCK, Environment
from machine import SetUpError


@pytest.fixture
def installed(tmp_path: Path) -> Environment:
    """An environment whose lock has been installed."""
    place = Environment(tmp_path, "3.11")
    place.python.parent.mkdir(parents=True)
    place.python.touch()
    (tmp_path / LOCK).write_text("pydantic==2.14.3")
    place.stamp(LOCK).write_text("pydantic==2.14.3")
    return place


def test_an_installed_lock_is_held(installed):
    assert installed.holds(LOCK)


def test_a_changed_lock_is_not_held(installed):
    (installed.root / LOCK).write_text("pydantic==2.14.4")
    assert not installed.holds(LOCK)


def test_another_python_version_does_not_hold_the_lock(installed):
    assert not Environment(installed.root, "3.12").holds(LOCK)


def test_a_lock_without_its_python_is_not_held(installed):
    installed.python.unlink()
    assert not installed.holds(LOCK)


def test_a_clerks_environment_does_not_hold_the_tools_of_engineers(installed):
    (installed.root / DEV_LOCK).write_text("pytest==9.2.0")
    assert not installed.holds(DEV_LOCK)


@pytest.mark.parametrize(
    ("wishes", "locks"),
    [
        ({}, []),
        ({"with_dev": True}, [DEV_LOCK]),
        ({"with_dev": True, "with_rivals": True}, [DEV_LOCK, BENCH_LOCK]),
    ],
)
def test_only_what_a_command_needs_is_added(installed, monkeypatch, wishes, locks):
    added = []
    monkeypatch.setattr(environment, "this_runtime_lock", lambda: LOCK)
    monkeypatch.setattr(environment, "add", lambda place, wanted: added.extend(wanted))
    environment.ensure(installed, **wishes)
    assert added == locks


@pytest.mark.parametrize(
    ("machine", "glibc", "lock"),
    [
        ("x86_64", "2.36", LOCK),
        ("x86_64", "2.28", OLD_GLIBC_LOCK),
        ("aarch64", "2.36", OLD_GLIBC_LOCK),
        ("aarch64", "2.41", LOCK),
        ("AMD64", "", LOCK),
    ],
)
def test_a_system_gets_the_newest_qt_built_for_it(machine, glibc, lock):
    assert environment.runtime_lock(machine, glibc) == lock


def test_the_base_python_is_no_link(tmp_path, monkeypatch):
    link = tmp_path / "python3"
    link.symlink_to(Path(sys.executable).resolve())
    monkeypatch.setattr(sys, "_base_executable", str(link))
    assert environment.base_python() == Path(sys.executable).resolve()


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    with pytest.raises(SetUpError, match="不能在程序所在文件夹"):
        environment.ensure(Environment(tmp_path / "nowhere"))


def test_an_unreachable_index_points_to_the_network(installed):
    installed.log.write_text(
        "WARNING: Retrying (Retry(total=4))\nERROR: No matching distribution found for pydantic"
    )
    assert "请检查网络" in environment.why_not_installed(installed)


def test_a_system_without_wheels_is_named(installed):
    installed.log.write_text("ERROR: No matching distribution found for pyside6-essentials==6.8.0.2")
    assert "没有现成的运行组件" in environment.why_not_installed(installed)
