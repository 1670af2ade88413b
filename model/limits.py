# SPDX-License-Identifier: MIT
"""Every limit of the program, stated once: what a file may be, what a form may hold, how long it may take.

The manual lists those that a clerk can meet; it reads their words here.
"""

from typing import NamedTuple

MEGABYTE = 1_000_000

# A draft file.
MAX_BYTES = 20 * MEGABYTE
MAX_COPY_BYTES = 60 * MEGABYTE  # of a PDF that holds a draft with its pages
MAX_NESTING = 64  # brackets within brackets; a draft has 7, other programs may add their own
MAX_VALUES = 1_000_000  # values and brackets; what holds more is made to fill the memory
MAX_ROWS = 20_000  # indicators and groups; more cannot be checked within two seconds
MAX_CHARACTERS = 100_000  # in one cell
MAX_DIGITS = 20  # before and after the point; more is no amount any budget holds
MOST_MENDED = 5 * MEGABYTE  # bytes that are gone through letter by letter in a damaged draft
OPEN_WITHIN = 2  # seconds, for any file: then it is a document or a sentence

# The draft in a working copy.
MAX_TABLE = 2_400_000  # bytes the table of a PDF's objects may unpack to
MAX_PART = MEGABYTE  # bytes any other part may, but for the draft; reading them takes a second for 15 MB
MAX_WORK = 2_400_000  # bytes the filters of a stream may go through in all; the slowest takes 0.3 µs a byte
MAX_SEARCHED = 4 * MEGABYTE  # bytes a file may have that is searched for its objects, its table being wrong
MOST_OBJECTS = 200_000  # that a PDF may list; the largest form there can be has not quite so many
MOST_READS = 800_000  # of a few bytes each: a table that is not packed takes 17 an object
MOST_FILTERS = 2  # one to pack, one to write in letters
MOST_LOOKED_AT = 30  # attachments, and nodes of the tree that names them

# A pasted table.
MOST_PASTED_ROWS = MAX_ROWS
MOST_PASTED_COLUMNS = 256
MOST_PASTED_CELLS = 400_000
MOST_PASTED_CHARACTERS = 40_000_000  # of the text or the HTML as it comes

# Recovery copies, backups, locks.
RECOVERY_AFTER = 2  # seconds after the last key
RECOVERY_EVERY = 10  # seconds at most between two copies
MOST_BACKUPS = 20  # latest versions kept of a draft
BACKUP_DAYS = 30  # latest days of which the last version is kept; days without a save do not count
MOST_BACKUP_BYTES = 100 * MEGABYTE  # of one draft's versions above 2 MB; smaller ones add no more than that
LOCK_STALE_AFTER = 10  # minutes; an older lock may be taken over

MOST_REMARKS = 12  # that opening a file makes; a clerk reads no more


class Limit(NamedTuple):
    """A limit that a clerk can meet, in words for the manual."""

    key: str
    of: str
    words: str
    beyond: str  # what happens then


REFUSED = "不打开，说明原因"

LIMITS: tuple[Limit, ...] = (
    Limit("draft_bytes", "一个草稿文件", f"{MAX_BYTES // MEGABYTE} MB", REFUSED),
    Limit("copy_bytes", "一个工作稿 PDF", f"{MAX_COPY_BYTES // MEGABYTE} MB", REFUSED),
    Limit("rows", "一张表的指标和指标组", f"{MAX_ROWS:,} 行", REFUSED),
    Limit("characters", "一格里的字", f"{MAX_CHARACTERS:,} 个", REFUSED),
    Limit("digits", "一个数的位数", f"小数点前后各 {MAX_DIGITS} 位", "照原样留着，标为错误，不参加计算"),
    Limit("nesting", "草稿文件里括号套括号", f"{MAX_NESTING} 层", REFUSED),
    Limit("values", "草稿文件里的数据项", f"{MAX_VALUES // 10_000} 万个", REFUSED),
    Limit("pasted_rows", "一次粘贴的行", f"{MOST_PASTED_ROWS:,} 行", "不粘贴，说明原因"),
    Limit("pasted_columns", "一次粘贴的列", f"{MOST_PASTED_COLUMNS} 列", "不粘贴，说明原因"),
    Limit("open_within", "打开任何一个文件", f"{OPEN_WITHIN} 秒", "再大的表有进度，可以取消"),
    Limit(
        "recovery",
        "没保存的改动另存一份",
        f"停笔 {RECOVERY_AFTER} 秒，最多隔 {RECOVERY_EVERY} 秒",
        "自动进行",
    ),
    Limit("backups", "历史版本", f"最近 {MOST_BACKUPS} 个，另每天一个留 {BACKUP_DAYS} 天", "更早的自动清除"),
    Limit("lock", "别人正在填的标记", f"{LOCK_STALE_AFTER} 分钟没有更新", "可以接手"),
)
