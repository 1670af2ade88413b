#!/bin/sh
# SPDX-License-Identifier: MIT
# Open the editor (sh run.sh [DRAFT]) or run check, export, import, manual, test, lint, faults, bench,
# fonts, pictures.
# The work is done by resources/setup/bootstrap.py; a machine that is ready goes straight to main.py.
set -u
case $0 in
    /*) root=${0%/*} ;;
    */*) root=$PWD/${0%/*} ;;
    *) root=$PWD ;;
esac
venv=$root/.venv

is_ready() {
    [ -x "$venv/bin/python" ] || return 1
    case ${1-} in
        test | lint | faults | bench | fonts | pictures) return 1 ;;
        check | check-template | export | import | manual | -*) ;;
        *) [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}${QT_QPA_PLATFORM-}" ] && [ -e "$venv/qt-loads" ] || return 1 ;;
    esac
    cmp -s "$root/requirements.lock" "$venv"/requirements.lock-3.* ||
        cmp -s "$root/requirements-old-glibc.lock" "$venv"/requirements-old-glibc.lock-3.*
}

is_ready "$@" && exec "$venv/bin/python" "$root/main.py" "$@"

for python in python3 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then
        exec "$python" "$root/resources/setup/bootstrap.py" "$@"
    fi
done
echo '没有找到 Python 3.11、3.12 或 3.13，您的文件未受影响：请先安装其中之一（Debian：apt-get install python3 python3-pip），再运行本命令。' >&2
exit 2
