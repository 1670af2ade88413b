# SPDX-License-Identifier: MIT
"""Reads from strace's log (`-xx`, all bytes) what a save did to the files in a folder, step by step."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from tests.faults.power_loss import Cut, Drop, Put, Step, Sync, SyncFolder, Write

LINE = re.compile(r"^\d+ +(?P<name>\w+)\((?P<rest>.*)\) += (?P<result>-?\d+)")
STRING = re.compile(r'"(?:\\x[0-9a-f]{2})*"')
WATCHED, ALL_BYTES = "trace=%file,%desc", ("-xx", "-s", "50000000")
UNKNOWN = frozenset(
    {"pwrite64", "writev", "pwritev", "pwritev2", "copy_file_range", "sendfile", "splice", "link", "linkat"}
    | {"truncate", "ftruncate", "fallocate", "sync_file_range"}
)


class _Handle(NamedTuple):
    path: str
    written: int = 0  # bytes


class StepLog:
    """The steps of one log; paths outside the folder are nobody's business."""

    def __init__(self, folder: str, before: Mapping[str, bytes]) -> None:
        self.steps: list[Step] = []
        self._folder = folder
        self._files = {path: -1 - number for number, path in enumerate(before)}
        self._made = 0
        self._handles: dict[str, _Handle] = {}

    def read(self, log: str) -> list[Step]:
        """Read a log.  Errors: ValueError for a call that writes in a way not known here."""
        for match in map(LINE.match, log.splitlines()):
            if match is not None and int(match["result"]) >= 0:
                self._read(match["name"], match["rest"], match["result"])
        return self.steps

    def _read(self, name: str, rest: str, result: str) -> None:
        paths = [ast.literal_eval(f"b{text}").decode(errors="replace") for text in STRING.findall(rest)]
        if name in READERS:
            READERS[name](self, rest, result)
        elif name in PATH_READERS and any(map(self._is_ours, paths)):
            PATH_READERS[name](self, paths, rest, result)
        elif name in UNKNOWN:
            raise ValueError(f"a call that the model does not know: {name}({rest[:80]}")

    def _is_ours(self, path: str) -> bool:
        return path == self._folder or path.startswith(self._folder + os.sep)

    def _open(self, paths: list[str], rest: str, result: str) -> None:
        path, flags = paths[0], STRING.sub("", rest)
        if "O_TRUNC" in flags and path in self._files:
            self.steps.append(Cut(self._files[path]))
        if "O_CREAT" in flags and path not in self._files:
            self._made += 1
            self._files[path] = self._made
            self.steps.append(Put(path, self._made))
        self._handles[result] = _Handle(path)

    def _rename(self, paths: list[str], rest: str, result: str) -> None:
        old, new = paths
        self._files[new] = self._files.pop(old)
        self.steps += [Put(new, self._files[new]), Drop(old)]

    def _unlink(self, paths: list[str], rest: str, result: str) -> None:
        self._files.pop(paths[0])
        self.steps.append(Drop(paths[0]))

    def _write(self, rest: str, result: str) -> None:
        number, text, _ = rest.split(", ", 2)
        if (handle := self._handles.get(number)) is not None:
            content = ast.literal_eval(f"b{text}")[: int(result)]
            self.steps.append(Write(self._files[handle.path], handle.written, content))
            self._handles[number] = handle._replace(written=handle.written + len(content))

    def _sync(self, rest: str, result: str) -> None:
        if (handle := self._handles.get(rest)) is not None:
            file = self._files.get(handle.path)
            self.steps.append(SyncFolder(handle.path) if file is None else Sync(file))

    def _close(self, rest: str, result: str) -> None:
        self._handles.pop(rest, None)


READERS: dict[str, Callable[[StepLog, str, str], None]] = {
    "write": StepLog._write,
    "fsync": StepLog._sync,
    "fdatasync": StepLog._sync,
    "close": StepLog._close,
}
PATH_READERS: dict[str, Callable[[StepLog, list[str], str, str], None]] = {
    "open": StepLog._open,
    "openat": StepLog._open,
    "creat": StepLog._open,
    "rename": StepLog._rename,
    "renameat": StepLog._rename,
    "renameat2": StepLog._rename,
    "unlink": StepLog._unlink,
    "unlinkat": StepLog._unlink,
}
