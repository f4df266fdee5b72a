"""The known name that somebody most likely meant, for messages and suggestions."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 100
"""So many characters of a name are compared: the time grows with the square of them."""


def closest(name: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Give the known name that is most like `name`, None where none is; `cutoff` says from which ratio on one is."""
    return next(iter(get_close_matches(name[:LONGEST], list(known), n=1, cutoff=cutoff)), None)
