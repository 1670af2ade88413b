#!/bin/sh
# SPDX-License-Identifier: MIT
# Write the four lock files anew from pyproject.toml; needs uv. Pass --upgrade to take newer versions.
set -eu
cd "$(dirname "$0")/../.."

# No index address is written, and hashes cover every platform: a mirror serves as well.
lock() {
    output=$1
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
        --custom-compile-command 'sh resources/setup/lock.sh' --output-file "$output" "$@"
}

lock requirements.lock pyproject.toml "$@"

# The last Qt for glibc 2.28 on x86_64 (UOS 20, Kylin V10) and for glibc 2.31 on ARM; all else as above.
old=$(mktemp)
trap 'rm -f "$old"' EXIT
{
    grep -vE '^(pyside6-essentials|shiboken6)==' requirements.lock | grep -oE '^[a-z0-9-]+==[^ ]+'
    echo "pyside6-essentials==6.9.3 ; platform_machine == 'x86_64'"
    echo "pyside6-essentials==6.8.0.2 ; platform_machine != 'x86_64'"
} > "$old"
lock requirements-old-glibc.lock pyproject.toml --constraint "$old" --no-annotate

lock requirements-dev.lock --group dev --constraint requirements.lock "$@"
lock requirements-bench.lock --group bench --constraint requirements.lock --constraint requirements-dev.lock "$@"
