"""Where a block stands on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections import Counter

    from markupsafe import Markup

DEEPEST_HEADING = 6


class Place(NamedTuple):
    """Where a block stands; one is made for each section and step, so it is a tuple."""

    level: int
    """The level that a heading has here."""
    id: str | None = None
    """The innermost section or step."""
    items: Counter[str] | None = None
    """How often an id was given to an item of the step; None outside steps, where items have no box."""
    warnings: list[Markup] | None = None
    """Takes the warnings, to be shown before everything else; None where they stay."""
    inside: str | None = None
    """The title of the tab or accordion that a warning is taken out of."""
