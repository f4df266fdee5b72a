"""Checkboxes: the ids that keep their state, and the words that name them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter

    from guidec.guide.models import ListItem
    from guidec.targets.html.markdown import Part


@dataclass(frozen=True, slots=True)
class Box:
    """A checkbox: the id that keeps its state, and the parts of its label."""

    id: str
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """The words of the label."""
        return "".join(part.html.striptags() for part in self.parts)

    @property
    def continued(self) -> bool:
        """Whether words follow the first copy button, where the label ends."""
        return any(c.isalnum() for part in self.parts[1:] for c in part.html.striptags())


def item_id(item: ListItem, step: str, given: Counter[str]) -> str:
    """Give the id of an item's box: the step's and a hash of the text, so that ticks stay with words."""
    digest = hashlib.sha256(item.text.encode(errors="replace")).hexdigest()[:8]
    given[digest] += 1
    repeated = f"-{given[digest]}" if given[digest] > 1 else ""
    return f"{step}_{digest}{repeated}"
