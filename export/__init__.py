# SPDX-License-Identifier: MIT
"""The printed page: form → cells → pages → PDF; no Qt, and reportlab only to write a file."""
