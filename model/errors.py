# SPDX-License-Identifier: MIT
"""What the world can do to a form: errors whose text is one Chinese sentence for the clerk."""

import errno

CAUSES: dict[int, str] = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EFBIG: "文件太大",
    errno.ELOOP: "链接互相指向",
    errno.EISDIR: "那里是文件夹",
    errno.EEXIST: "同名的文件已经存在",
    errno.EBUSY: "文件正被占用",
    errno.ETXTBSY: "文件正被占用",
    errno.EINTR: "系统中断了这一步",
    errno.EINVAL: "磁盘不支持这一步",
    errno.ENOTSUP: "磁盘不支持这一步",
    errno.EMFILE: "打开的文件太多",
    errno.ENFILE: "打开的文件太多",
    errno.ENOMEM: "内存不够",
    errno.ENODEV: "磁盘已经不在",
    errno.ENXIO: "磁盘已经不在",
    errno.ESTALE: "网络文件夹断开了",
    errno.ENOTCONN: "网络文件夹断开了",
    errno.EHOSTDOWN: "网络文件夹断开了",
    errno.EHOSTUNREACH: "网络文件夹断开了",
    errno.ENETUNREACH: "网络文件夹断开了",
    errno.ETIMEDOUT: "网络文件夹没有回应",
}

LONGEST_QUOTE = 80  # characters of a file's own words in a sentence of ours


def cause_of(error: Exception) -> str:
    """Say in Chinese why the system refused."""
    if isinstance(error, ValueError):  # no file was looked for at all
        return "名字里有不能用的字符"
    number, words = getattr(error, "errno", None), getattr(error, "strerror", None) or str(error)
    if number in CAUSES:
        return CAUSES[number]
    return f"系统错误 {errno.errorcode.get(number, number)}" if number and words.isascii() else words


def shortened(name: str) -> str:
    """Cut a name that a file gives to what a sentence can hold, on one line."""
    name = "".join(sign if sign.isprintable() else " " for sign in name)
    return name if len(name) <= LONGEST_QUOTE else f"{name[: LONGEST_QUOTE - 1]}…"


class FormError(Exception):
    """A failure outside the form; `str(error)` says what happened, what is safe and what to do."""


class DraftError(FormError):
    """A file is not a draft of this form, or cannot be read."""


class TornFileError(DraftError):
    """A file is a draft, but cut short or damaged; `content` is what there is of it."""

    def __init__(self, sentence: str, content: bytes) -> None:
        super().__init__(sentence)
        self.content = content


class TemplateError(FormError):
    """A template is missing or malformed."""


class SaveError(FormError):
    """A file could not be written; the file on disk is whole, old or new."""


class ChangedOnDiskError(SaveError):
    """The file on disk is no longer the one that was loaded or last saved."""
