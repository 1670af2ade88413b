# SPDX-License-Identifier: MIT
"""Who holds a draft, as a lock names them: read with suspicion, written small."""

import json
import os
import unicodedata
from datetime import datetime
from typing import NamedTuple

from pydantic_core import from_json

from model import processes

FORMAT = "zipingbiao-lock"
LONGEST = 60  # characters of a name
MOST_PROCESSES = 2**32


class Holder(NamedTuple):
    """One editor that changes a draft."""

    user: str
    host: str
    machine: str  # tells computers of one name apart; "" = cannot be told
    process: int
    started: str  # mark of when the process began, so that its number can be used again
    since: datetime | None  # by the clock of the holder's computer
    token: str  # random: by this an editor knows its own lock


def this_editor(now: datetime) -> Holder:
    """Return the record of this process."""
    process, token = os.getpid(), os.urandom(16).hex()
    began = processes.started(process) or processes.RUNS
    user, host = _plain(processes.user_name()), _plain(processes.host_name())
    return Holder(user, host, processes.machine(), process, began, now, token)


def is_gone(holder: Holder, me: Holder) -> bool:
    """Tell for sure that a holder's process has ended: one of the same user on this very computer."""
    if not me.machine or (holder.machine, holder.user, holder.host) != (me.machine, me.user, me.host):
        return False
    began = processes.started(holder.process)
    return began is None or (processes.RUNS not in (began, holder.started) and began != holder.started)


def written(holder: Holder) -> bytes:
    """Return a lock's content."""
    since = holder.since.isoformat(timespec="seconds") if holder.since else ""
    return json.dumps({"format": FORMAT, **holder._asdict(), "since": since}, ensure_ascii=False).encode()


def holder_of(content: bytes) -> Holder | None:
    """Read a lock's content; None where it names nobody that can be told."""
    try:
        raw = from_json(content, allow_inf_nan=False)
    except ValueError:
        return None
    if not isinstance(raw, dict) or raw.get("format") != FORMAT:
        return None
    process = raw.get("process")
    words = {key: _plain(raw.get(key)) for key in ("user", "host", "machine", "started", "token")}
    if not words["token"] or type(process) is not int or not 0 < process < MOST_PROCESSES:
        return None
    return Holder(**words, process=process, since=_time(raw.get("since")))


def _plain(text: object) -> str:
    """Return a text without what would disturb the line it is shown in."""
    letters = text[:LONGEST] if isinstance(text, str) else ""
    return "".join(one for one in letters if unicodedata.category(one)[0] != "C").strip()


def _time(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None
