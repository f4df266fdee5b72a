"""Checkboxes: the ids that keep their state, and the words that name them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.targets.html.markdown import Line

if TYPE_CHECKING:
    from collections import Counter

    from guidec.guide.models import ListItem


@dataclass(frozen=True, slots=True)
class Box:
    """A checkbox: the id that keeps its state, and its label."""

    id: str
    parts: Line

    @property
    def name(self) -> str:
        """The words of the label."""
        return self.parts.words

    @property
    def continued(self) -> bool:
        """Whether words follow the first copy button, where the label ends."""
        return len(self.parts) > 1 and any(map(str.isalnum, Line(self.parts[1:]).words))


def item_id(item: ListItem, step: str, given: Counter[str]) -> str:
    """Give the id of an item's box: the step's and a hash of the text, so that ticks stay with words."""
    digest = hashlib.sha256(item.text.encode(errors="replace")).hexdigest()[:8]
    given[digest] += 1
    repeated = f"-{given[digest]}" if given[digest] > 1 else ""
    return f"{step}_{digest}{repeated}"
