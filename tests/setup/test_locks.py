# SPDX-License-Identifier: MIT
"""The lock files: complete, hashed, and free of any address."""

import re
import tomllib
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import environment

ROOT = Path(__file__).parents[2]
LOCKS = (
    *("requirements.lock", "requirements-old-glibc.lock"),
    *("requirements-dev.lock", "requirements-bench.lock"),
)
SCRIPTS = ("run.sh", "run.bat", ".ci/run", "resources/setup/bootstrap.py", "resources/setup/machine.py")
QT = ("pyside6-essentials", "shiboken6")
REQUIREMENT = re.compile(r"^([a-z0-9-]+)==([0-9.]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)


def pins(lock: str) -> dict[str, str]:
    return {name: version for name, version, _ in REQUIREMENT.findall((ROOT / lock).read_text())}


def without_qt(lock: str) -> dict[str, str]:
    return {name: version for name, version in pins(lock).items() if name not in QT}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_has_a_hash(lock):
    requirements = list(REQUIREMENT.finditer((ROOT / lock).read_text()))
    assert len(requirements) > 10
    assert [found[1] for found in requirements if "--hash=sha256:" not in found["rest"]] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_address(lock):
    assert re.findall(r"https?:|file:|--(?:extra-)?index|--find-links", (ROOT / lock).read_text()) == []


def test_dependencies_name_no_address():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lists = [project["project"]["dependencies"], *project["dependency-groups"].values()]
    assert [line for wanted in lists for line in wanted if "://" in line] == []


def test_every_direct_dependency_is_locked():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    names = {re.split(r"[\[<>=]", line)[0].lower() for line in project["project"]["dependencies"]}
    assert names <= set(pins("requirements.lock"))


@pytest.mark.parametrize("lock", ["requirements-dev.lock", "requirements-bench.lock"])
@pytest.mark.parametrize("other", ["requirements.lock", "requirements-dev.lock"])
def test_shared_packages_have_one_version(lock, other):
    here, there = pins(lock), pins(other)
    shared = here.keys() & there.keys()
    assert {name: here[name] for name in shared} == {name: there[name] for name in shared}


def test_the_engines_beside_ours_are_in_their_own_lock_only():
    rivals = {"typst", "fpdf2", "weasyprint"}
    assert rivals <= set(pins("requirements-bench.lock"))
    assert not rivals & {*pins("requirements-dev.lock"), *pins("requirements.lock")}


def test_old_systems_get_other_versions_of_qt_only():
    assert without_qt("requirements-old-glibc.lock") == without_qt("requirements.lock")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-old-glibc.lock"])
def test_the_locked_qt_counts_references_rightly(lock):
    major, minor, *_ = map(int, pins(lock)["pyside6-essentials"].split("."))
    assert (6, 8) <= (major, minor) < (6, 12)


# What installs them


def test_packages_are_installed_with_their_hashes_and_without_running_anything_of_theirs(
    tmp_path, monkeypatch
):
    calls: list[list[str]] = []
    monkeypatch.setattr(environment, "pip_for", lambda _: ["pip"])
    monkeypatch.setattr(
        environment.subprocess, "run", lambda call, **_: calls.append(call) or CompletedProcess(call, 0)
    )
    place = environment.Environment(tmp_path)
    place.folder.mkdir()
    for lock in LOCKS:
        (tmp_path / lock).touch()
    environment.add(place, LOCKS)
    install = calls[0]
    assert install[:2] == ["pip", "install"]
    assert "--require-hashes" in install
    assert install[install.index("--only-binary") + 1] == ":all:"
    assert [install[at + 1] for at, word in enumerate(install) if word == "-r"] == [
        str(tmp_path / lock) for lock in LOCKS
    ]


@pytest.mark.parametrize("script", SCRIPTS)
def test_nothing_is_installed_past_the_locks(script):
    text = (ROOT / script).read_text(encoding="utf-8")
    assert not re.search(r"pip3? install|easy_install|uv (?:pip install|add)|curl |wget ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_nothing_but_pinned_packages(lock):
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    starts = [line for line in lines if line.strip() and not line.startswith((" ", "#"))]
    assert [line for line in starts if not REQUIREMENT.match(line)] == []
