# SPDX-License-Identifier: MIT
"""The manual: its pages, read from resources/help, for the window, for the browser and for paper.

Only window.py, printing.py and book.py's callers need Qt; the rest serves the command line too.
"""
