# SPDX-License-Identifier: MIT
"""Quick fixes: what a person may do about a finding in one step, shown before it is done."""

from model.fixes.fix import Change, Fix, Fixer
from model.fixes.offers import FIXERS, fixes_for

__all__ = ["FIXERS", "Change", "Fix", "Fixer", "fixes_for"]
