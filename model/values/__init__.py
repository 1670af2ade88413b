# SPDX-License-Identifier: MIT
"""Targets and actual values: read, written, compared and scored."""
