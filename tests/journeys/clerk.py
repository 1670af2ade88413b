# SPDX-License-Identifier: MIT
"""A clerk at a screen of their own: starts the editor as a process and works it with real keys."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.journeys.watched import LOG

ROOT = Path(__file__).parents[2]
WATCHED = Path(__file__).with_name("watched.py")
FAILED = ROOT / "tests" / "pictures" / "failed"
TOOLS = ("Xvfb", "openbox", "xdotool", "xclip", "import")
PATIENCE = 20.0  # seconds until something that should happen counts as missing
GLANCE = 0.05  # seconds between two looks
ATTEMPTS = 5  # to start the window manager
CALM = 5  # looks in a row without any work done
TYPING = 12  # ms between two characters
PRESSING = 15  # ms between two keys
MOST_STALL = 150  # ms; the goal is 50, the rest is left to machines that do other work besides

Seen = TypeVar("Seen")


def missing_tools(*more: str) -> list[str]:
    """Return the tools a journey needs that are not installed."""
    return [tool for tool in (*TOOLS, *more) if shutil.which(tool) is None]


def wait_for(look: Callable[[], Seen], what: str, patience: float = PATIENCE) -> Seen:
    """Look again and again until there is something to see; errors: AssertionError after the deadline."""
    until = time.monotonic() + patience
    while not (seen := look()):
        if time.monotonic() > until:
            raise AssertionError(f"waited {patience:.0f} s in vain for {what}")
        time.sleep(GLANCE)
    return seen


class Screen:
    """An X server with a window manager, on a display number that was free."""

    def __init__(self, size: str = "1366x768") -> None:
        reader, writer = os.pipe()
        server = ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(server, pass_fds=(writer,), stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as answer:
            self.display = f":{answer.readline().strip()}"
        self._manager = self._managed()

    def _managed(self) -> subprocess.Popen[bytes]:
        """Start the window manager; under load it now and then ends at once, and is started again."""
        for _ in range(ATTEMPTS):
            manager = subprocess.Popen(["openbox"], env=self.surroundings(), stderr=subprocess.DEVNULL)
            while manager.poll() is None:
                if self.run("xdotool", "get_desktop"):
                    return manager
                time.sleep(GLANCE)
        raise AssertionError("openbox does not start")

    def surroundings(self, **more: str) -> dict[str, str]:
        """Return the environment of a program on this screen."""
        plain = {
            key: text for key, text in os.environ.items() if not key.startswith(("QT_", "WAYLAND", "XDG_"))
        }
        return {**plain, "DISPLAY": self.display, **more}

    def run(self, *call: str) -> str:
        """Run a tool on this screen and return what it prints."""
        done = subprocess.run(call, env=self.surroundings(), capture_output=True, text=True, timeout=60)
        return done.stdout.strip()

    def hold(self, text: str) -> None:
        """Put a text on the clipboard."""
        call = ["xclip", "-selection", "clipboard", "-i"]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(call, input=text.encode(), env=self.surroundings(), check=True, timeout=20, **quiet)

    def offer(self, text: str) -> subprocess.Popen[str]:
        """Put a text on the clipboard until it was fetched once; the process then ends."""
        call = ["xclip", "-selection", "clipboard", "-i", "-loops", "1", "-verbose"]
        pipe, none = subprocess.PIPE, subprocess.DEVNULL
        holder = subprocess.Popen(
            call, env=self.surroundings(), stdin=pipe, stdout=none, stderr=pipe, text=True, encoding="utf-8"
        )
        assert holder.stdin is not None
        assert holder.stderr is not None
        holder.stdin.write(text)
        holder.stdin.close()
        while "Waiting" not in (line := holder.stderr.readline()):
            assert line, "xclip could not take the clipboard"
        return holder

    def take_picture(self, path: Path) -> None:
        """Keep what is on the screen."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", str(path))

    def close(self) -> None:
        """Switch it off."""
        for process in (self._manager, self._server):
            process.terminate()
            process.wait(10)


class Clerk:
    """Starts the editor, types, presses keys, and looks at titles and files."""

    def __init__(self, screen: Screen, home: Path) -> None:
        self._screen, self.home = screen, home
        self._editor: subprocess.Popen[bytes] | None = None
        self._begun = 0.0  # when the heartbeat began to count
        self.pressed = 0  # keys but those of texts

    def start(self, *arguments: str) -> None:
        """Start the editor and wait for its window."""
        folders = {
            "HOME": self.home,
            "XDG_CONFIG_HOME": self.home / "config",
            "XDG_DATA_HOME": self.home / "data",
        }
        paths = {**folders, LOG: self.home / "heartbeat.txt"}
        surroundings = self._screen.surroundings(**{name: str(path) for name, path in paths.items()})
        call = [sys.executable, str(WATCHED), *arguments]
        self._editor = subprocess.Popen(call, cwd=self.home, env=surroundings)
        self.wait_for_title("绩效自评表")
        self.settle()
        self.watch()

    def watch(self) -> None:
        """Count keys and stalls from now on."""
        self.pressed, self._begun = 0, time.monotonic()

    def stalls(self) -> list[float]:
        """Return how long the event loop was busy without a turn, in ms; short times are left out."""
        log = self.home / "heartbeat.txt"
        lines = (
            [line.split() for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
        )
        return [float(busy) for clock, busy, _ in lines if float(clock) > self._begun]

    def title(self) -> str:
        """Return the title of the window that has the keys."""
        return self._screen.run("xdotool", "getactivewindow", "getwindowname")

    def wait_for_title(self, words: str) -> str:
        """Wait until the window in front has these words in its title."""
        return wait_for(lambda: title if words in (title := self.title()) else "", f"a window “{words}”")

    def come_to_front(self) -> None:
        """Bring the editor's window before those of others."""
        assert self._editor is not None
        which = ("--all", "--onlyvisible", "--pid", str(self._editor.pid), "--name", "绩效自评表")
        window = self._screen.run("xdotool", "search", *which).split()[-1]
        self._screen.run("xdotool", "windowactivate", "--sync", window)

    def settle(self) -> None:
        """Wait until the editor has worked off what it was given."""
        seen: list[int] = []

        def is_idle() -> bool:
            seen.append(self._worked())
            return len(seen) > CALM and len(set(seen[-CALM:])) == 1

        wait_for(is_idle, "the editor to come to rest")

    def _worked(self) -> int:
        """Return the editor's processor time so far."""
        assert self._editor is not None
        fields = Path(f"/proc/{self._editor.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self.pressed += len(keys)
        self._screen.run("xdotool", "key", "--delay", str(PRESSING), *keys)

    def type(self, text: str) -> None:
        """Type what the keys have: Latin letters, digits, signs."""
        self._screen.run("xdotool", "type", "--delay", str(TYPING), text)

    def paste(self, text: str) -> None:
        """Put any text into a cell or field by the clipboard; it counts as typing.

        xdotool puts Chinese letters on a spare key for a moment each; under load the editor looks too late.
        """
        holder, pressed = self._screen.offer(text), self.pressed
        self.press("F2", "ctrl+v")
        self.pressed = pressed
        holder.wait(PATIENCE)

    def write(self, text: str) -> None:
        """Type a text, whatever it holds."""
        self.type(text) if text.isascii() else self.paste(text)

    def fill(self, *texts: str) -> None:
        """Put texts into cells or fields, going on with Tab after each."""
        for text in texts:
            if text:
                self.write(text)
            self.press("Tab")

    def answer_with(self, path: Path) -> None:
        """Type a path into the file dialog in front, in place of the one offered."""
        self.settle()
        self.press("ctrl+a")
        self.type(str(path))
        self.press("Return")

    def wait_until_closed(self) -> int:
        """Wait until the editor has ended and return its exit code."""
        assert self._editor is not None
        return self._editor.wait(PATIENCE)

    def cut_power(self) -> None:
        """End the editor in the middle of whatever it does."""
        assert self._editor is not None
        self._editor.kill()
        self._editor.wait(PATIENCE)

    @property
    def is_at_work(self) -> bool:
        """Tell whether the editor runs."""
        return self._editor is not None and self._editor.poll() is None

    def take_picture(self, name: str) -> None:
        """Keep what is on the screen, for whoever reads the failed test."""
        self._screen.take_picture(FAILED / f"{name}.png")

    def go_home(self) -> None:
        """Leave; the editor is ended if it still runs."""
        if self._editor is not None and self._editor.poll() is None:
            self._editor.kill()
            self._editor.wait(10)
