# SPDX-License-Identifier: MIT
"""What the clerk is told about a file that somebody else changes, or that may not be changed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from model.lock_file import Seen, Standing

if TYPE_CHECKING:
    from model.holders import Holder

MINUTE = 60  # seconds


def tr(text: str) -> str:
    """Translate."""
    return QCoreApplication.translate("Lock", text)


def who(holder: Holder | None, me: Holder) -> str:
    """Name a holder: `张三（电脑 CZJ-07）`."""
    if holder is None or not holder.user:
        return tr("有人（读不出姓名）")
    if (holder.user, holder.host, holder.machine) == (me.user, me.host, me.machine):
        return tr("您在这台电脑上的另一个窗口")
    return tr("{user}（电脑 {host}）").format(user=holder.user, host=holder.host or "?")


def time_of(moment: datetime, now: datetime) -> str:
    """Write a moment: `14:32`, on another day `11月20日 14:32`."""
    clock = f"{moment:%H:%M}"
    return clock if moment.date() == now.date() else f"{moment.month}月{moment.day}日 {clock}"


def held(seen: Seen, me: Holder, now: datetime) -> str:
    """Say who changes a file, since when, and whether there is still life: a sentence without its end."""
    holder = seen.holder
    since = holder.since if holder else None
    words = tr("{who}从 {time} 起正在修改这个文件") if since else tr("{who}正在修改这个文件")
    said = words.format(who=who(holder, me), time=time_of(since, now) if since else "")
    if seen.standing is not Standing.STALE:
        return said
    if seen.idle < 0:  # the clock was put back meanwhile
        return said + tr("，但已有一阵没有动静")
    idle = tr("，但已有 {minutes} 分钟没有动静")
    return said + idle.format(minutes=seen.idle // MINUTE)


READ_HERE = "{held}；现在只能看。"
MINE_STAYS = "{held}，比您早一步。您刚才的改动还在窗口里，没有丢，请另存一份；原来的文件没有动。"
WAITING = "{held}；存好后会自动重新打开。"
DONE = "{who}已经存好了新的内容；窗口里还是原来的，重新打开就能修改。"
CHANGED = "这个文件在您打开以后被改过。您的改动还在窗口里；保存时会先比较，不会悄悄覆盖。"
FREE_AGAIN = "文件已经没有别人在用，可以修改了。"
ONLY_TO_READ = "这个文件只能读，不能写回原处；可以修改，改好请另存到别处。"
TAKEN = "{held}，没有保存，原来的文件没有动；您的改动还在窗口里，请另存一份，或在通知里选“接手”。"
ELSEWHERE = "“{name}”{held}，没有覆盖；两边的内容都完好，请换一个文件名保存。"
SURE = "现在接手这个文件？"
SURE_MORE = "{held}。接手以后，对方再保存时会被告知，由对方决定怎么合并；最好先打个招呼。"
