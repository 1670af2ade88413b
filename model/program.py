# SPDX-License-Identifier: MIT
"""The program's name and version, as files and windows tell them."""

NAME = "绩效自评表编辑器"
VERSION = "0.4.0"  # as in pyproject.toml
