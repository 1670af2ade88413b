# SPDX-License-Identifier: MIT
"""The form, its templates, edits, arithmetic, rules and drafts: pydantic only, no Qt, no reportlab."""
