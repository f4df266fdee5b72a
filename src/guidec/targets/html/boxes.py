"""Checkboxes: the ids that keep their state, and the words that name them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from guidec.targets.html.line import Line, joined, with_copies

if TYPE_CHECKING:
    from collections import Counter

    from guidec.guide.models import ListItem


class Box(NamedTuple):
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

    # Both are made here rather than in a template, where they took four times as long, a sixth of a page.

    @property
    def tick(self) -> Markup:
        """The box itself, named by all pieces of its label."""
        own, named = escape(self.id), ""
        if self.continued:
            rest = "".join([f" label_{own}_{number}" for number in range(1, len(self.parts))])
            named = f' aria-labelledby="label_{own}{rest}"'
        return Markup(f'<input type="checkbox" id="tick_{own}" value="{own}"{named}>')  # noqa: S704 - escaped above

    @property
    def label(self) -> Markup:
        """The label, which ends at the first button, as none may stand in it; the words behind it go on after that."""
        own, continued = escape(self.id), self.continued
        pieces: list[str] = []
        for number, part in enumerate(self.parts):
            if number:
                name = f' id="label_{own}_{number}"' if continued else ""
                html = f"<span{name}>{part.html}</span>"
            else:
                name = f' id="label_{own}"' if continued else ""
                html = f'<label{name} for="tick_{own}">{part.html}</label>'
            pieces.append(with_copies(html, part.copies))
        return joined(pieces)


def item_id(item: ListItem, step: str, given: Counter[str]) -> str:
    """Give the id of an item's box: the step's and a hash of the text, so that ticks stay with words."""
    digest = hashlib.sha256(item.text.encode(errors="replace")).hexdigest()[:8]
    given[digest] += 1
    repeated = f"-{given[digest]}" if given[digest] > 1 else ""
    return f"{step}_{digest}{repeated}"
