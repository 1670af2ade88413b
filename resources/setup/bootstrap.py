# SPDX-License-Identifier: MIT
"""Prepare the machine, then run the editor or a command for engineers; called by run.sh and run.bat."""

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from environment import Environment, ensure
from machine import SetUpError, ensure_bench_libraries, ensure_display, ensure_qt_loads, ensure_test_tools

ROOT = Path(__file__).resolve().parents[2]
WINDOWLESS = ("check", "check-template", "export", "import", "manual")
OPTION = "-"  # `--help` and the like
LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "--strict", "model", "export", "main.py"),
)


def main(arguments: Sequence[str]) -> int:
    environment = Environment(ROOT)
    command = COMMANDS.get(arguments[0]) if arguments else None
    try:
        if command:
            return command(environment, arguments[1:])
        return run_program(environment, arguments)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def run_program(environment: Environment, arguments: Sequence[str]) -> int:
    """The editor, or a command that needs neither display nor Qt's libraries."""
    with_window = not arguments or not (arguments[0] in WINDOWLESS or arguments[0].startswith(OPTION))
    if with_window:
        ensure_display(os.environ)
    ensure(environment)
    if with_window:
        ensure_qt(environment)
    return become([str(environment.python), str(ROOT / "main.py"), *arguments])


def test(environment: Environment, arguments: Sequence[str]) -> int:
    ensure(environment, with_dev=True)
    ensure_qt(environment)
    ensure_test_tools()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # the journeys start a display of their own
    return in_root(environment, "pytest", *arguments)


def lint(environment: Environment, arguments: Sequence[str]) -> int:
    ensure(environment, with_dev=True)
    return max([in_root(environment, *linter) for linter in LINTERS])


def faults(environment: Environment, arguments: Sequence[str]) -> int:
    ensure(environment, with_dev=True)
    ensure_qt(environment)
    ensure_test_tools()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return in_root(environment, "tests.faults", *arguments)


def bench(environment: Environment, arguments: Sequence[str]) -> int:
    ensure(environment, with_dev=True, with_rivals=True)
    ensure_qt(environment)
    ensure_bench_libraries()
    return in_root(environment, "tests.bench.run", *arguments)


def fonts(environment: Environment, arguments: Sequence[str]) -> int:
    ensure(environment, with_dev=True)
    return become([str(environment.python), str(ROOT / "resources/fonts/build.py"), *arguments])


def pictures(environment: Environment, arguments: Sequence[str]) -> int:
    ensure(environment, with_dev=True)
    ensure_qt(environment)
    return in_root(environment, "tests.pictures", *arguments)


COMMANDS: dict[str, Callable[[Environment, Sequence[str]], int]] = {
    "test": test,
    "lint": lint,
    "faults": faults,
    "bench": bench,
    "fonts": fonts,
    "pictures": pictures,
}


def ensure_qt(environment: Environment) -> None:
    if not environment.qt_mark.exists():
        ensure_qt_loads(environment.qt)
        environment.qt_mark.touch()


def in_root(environment: Environment, module: str, *arguments: str) -> int:
    return subprocess.run([str(environment.python), "-m", module, *arguments], cwd=ROOT).returncode


def become(command: list[str]) -> int:
    """Hand this process over to the program; Windows has no way to do so and waits for it."""
    if os.name == "nt":
        return subprocess.run(command).returncode
    sys.stderr.flush()
    os.execv(command[0], command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
