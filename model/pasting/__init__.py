# SPDX-License-Identifier: MIT
"""Pasting: what comes from and goes to Excel, WPS, Calc, Word and the web, as grids of texts and as edits."""
