# SPDX-License-Identifier: MIT
"""Numbers as printed: what was typed keeps its digits, what is computed is rounded as the template says."""

from decimal import Decimal

from model.decimals import Entry, decimals_of, is_blank, rounded
from model.template import NumberFormat


def typed(entry: Entry, style: NumberFormat) -> str:
    """Print a cell as it was typed, with zeros added up to the fewest decimals of the template."""
    if not isinstance(entry, Decimal):
        return entry or ""
    whole, _, fraction = f"{entry:f}".partition(".")
    fraction = fraction.ljust(style.min_places, "0")
    return f"{whole}.{fraction}{style.suffix}" if fraction else f"{whole}{style.suffix}"


def computed(figure: Decimal | None, style: NumberFormat) -> str:
    """Print a computed figure; nothing where it cannot be computed yet."""
    return "" if figure is None else typed(rounded(figure, style.places, style.rounding), style)


def added_up(figure: Decimal, style: NumberFormat) -> str:
    """Print a sum with the decimals of its parts, rounded only where it has more than the template's."""
    return typed(figure, style) if decimals_of(figure) <= style.places else computed(figure, style)


def stated_or(stated: Entry, otherwise: str, style: NumberFormat) -> str:
    """Print the stated figure, or `otherwise` where none is stated."""
    return otherwise if is_blank(stated) else typed(stated, style)
