# SPDX-License-Identifier: MIT
"""What the machine under the program must have: a display, Qt's system libraries, the tools of the tests."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

# Qt's libraries load these; a bare Debian lacks them.  Shared library → Debian package.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libcups.so.2": "libcups2",
}
# Programs that some tests call.  Program → Debian package.
TEST_TOOLS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "xclip": "xclip",
    "import": "imagemagick",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "mutool": "mupdf-tools",
    "strace": "strace",
    "unshare": "util-linux",
    "mount": "mount",
    "cupsd": "cups-daemon",
    "lp": "cups-client",
    "/usr/lib/cups/filter/pdftopdf": "cups-filters-core-drivers",
    "java": "default-jre-headless",
}
# Libraries of Java that judge PDF/A-1b; the last two were within older Javas.  File → Debian package.
TEST_LIBRARIES = {
    "/usr/share/java/preflight.jar": "libpdfbox2-java",
    "/usr/share/java/jaxb-api.jar": "libjaxb-api-java",
    "/usr/share/java/javax.activation.jar": "libactivation-java",
}
MANUAL_PAGES = "/usr/share/man/man1"  # Java writes there; a slim Debian lacks the folder
# What WeasyPrint loads, an engine the bench sets beside ours.  Shared library → Debian package.
BENCH_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# The parts of Qt whose loading shows that no library is missing.
QT_PARTS = (
    "lib/libQt6Core.so.6",
    "lib/libQt6Gui.so.6",
    "lib/libQt6Widgets.so.6",
    "plugins/platforms/libqxcb.so",
)

NO_DISPLAY = (
    "没有图形桌面，打不开编辑窗口，文件未改动："
    "请在桌面的终端里运行，或者不用窗口，以 sh run.sh check 草稿.json 检查、"
    "以 sh run.sh export 草稿.json -o 自评表.pdf 导出。"
)
PACKAGES_MISSING = (
    "缺少系统软件包，您的文件未受影响，请管理员运行后再试："
    "apt-get install -y --no-install-recommends {packages}"
)
LIBRARY_MISSING = "界面所需的系统库载入失败，您的文件未受影响，请管理员安装后再试：{error}"
APT_FAILED = "系统软件包没有装上，请检查网络和软件源后再试（apt-get 的说明：{error}）：{packages}"


class SetUpError(Exception):
    """The machine lacks something; the text is the sentence for the clerk."""


def is_loadable(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_qt_packages(loads: Callable[[str], bool] = is_loadable) -> list[str]:
    return [package for library, package in QT_LIBRARIES.items() if not loads(library)]


def missing_tool_packages(
    finds: Callable[[str], object] = shutil.which, exists: Callable[[str], bool] = os.path.exists
) -> list[str]:
    tools = [package for tool, package in TEST_TOOLS.items() if not finds(tool)]
    return tools + [package for file, package in TEST_LIBRARIES.items() if not exists(file)]


def ensure_qt_loads(qt: Path) -> None:
    """Bring in the libraries that Qt needs, and load Qt once to be sure.

    Errors: SetUpError if one is still missing.
    """
    if not sys.platform.startswith("linux"):
        return
    install(missing_qt_packages())
    try:
        for part in QT_PARTS:
            ctypes.CDLL(str(qt / part))
    except OSError as error:
        raise SetUpError(LIBRARY_MISSING.format(error=error)) from error


def ensure_test_tools() -> None:
    """Bring in the tools of the tests as root; name those missing otherwise, whose tests are then not run."""
    missing = missing_tool_packages()
    if missing and can_install():
        os.makedirs(MANUAL_PAGES, exist_ok=True)
        missing = [*not_installed(missing)]
    if missing:
        print(f"缺少测试工具 {' '.join(missing)}：用到它们的测试不运行。", file=sys.stderr)


def not_installed(packages: Sequence[str]) -> Iterator[str]:
    """Install Debian packages, all in one go or else one by one, and go through those that could not be."""
    try:
        install(packages)
    except SetUpError as error:
        print(error, file=sys.stderr)
        if len(packages) == 1:
            yield from packages
        else:
            for package in packages:
                yield from not_installed([package])


def ensure_bench_libraries() -> None:
    """Bring in, as root, what the engines beside ours need; the bench says which it could not run."""
    missing = [package for library, package in BENCH_LIBRARIES.items() if not is_loadable(library)]
    if missing and can_install():
        install(missing)


def ensure_display(environment: Mapping[str, str], platform: str = sys.platform) -> None:
    """Make sure that a window can open.

    Errors: SetUpError if there is no desktop. Qt's own message would blame a library instead.
    """
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if platform.startswith("linux") and not any(environment.get(name) for name in names):
        raise SetUpError(NO_DISPLAY)


def can_install() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and bool(shutil.which("apt-get"))


def install(packages: Iterable[str]) -> None:
    """Install Debian packages.

    Errors: SetUpError with the line for the administrator if we are not root, or with apt's reason.
    """
    wanted = list(packages)
    if not wanted:
        return
    if not can_install():
        raise SetUpError(PACKAGES_MISSING.format(packages=" ".join(wanted)))
    print(f"正在安装系统软件包：{' '.join(wanted)}……", file=sys.stderr)
    order = ["install", "-y", "--no-install-recommends", *wanted]
    if apt(order).returncode:  # the list of packages is absent or out of date
        apt(["update"])
        if (again := apt(order)).returncode:
            raise SetUpError(APT_FAILED.format(packages=" ".join(wanted), error=last_line(again.stderr)))


def apt(order: list[str]) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(["apt-get", "-q", *order], env=environment, capture_output=True, text=True)


def last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]
