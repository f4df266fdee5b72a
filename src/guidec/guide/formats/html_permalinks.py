"""Links that a documentation system puts beside each heading, to copy its address: no words of the author.

<h2 id="app">Create the app<a href="#app">#</a></h2>
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bs4 import Tag
    from bs4.element import PageElement

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
WORDS = re.compile(r"[^\W_]")
MOST_SIBLINGS = 3
"""So few are looked at for a neighbour: only white space stands between."""


def is_permalink(tag: Tag) -> bool:
    """Tell whether a link only leads to the heading that it stands in or behind."""
    from bs4 import Tag

    href = tag.get("href") if tag.name == "a" else None
    if not isinstance(href, str) or not href.startswith("#"):
        return False
    before = _neighbour(tag.previous_siblings)
    if isinstance(before, Tag) and before.name in HEADINGS:
        return before.get("id") == href[1:] or not (WORDS.search(tag.get_text()) or tag.find("img"))
    in_heading = tag.parent is not None and tag.parent.name in HEADINGS
    is_at_edge = before is None or _neighbour(tag.next_siblings) is None
    return in_heading and is_at_edge and not WORDS.search(tag.get_text()) and tag.find("img") is None


def _neighbour(siblings: Iterable[PageElement]) -> PageElement | None:
    """Give the nearest sibling that is more than white space."""
    for _, sibling in zip(range(MOST_SIBLINGS), siblings, strict=False):
        if getattr(sibling, "name", None) or str(sibling).strip():
            return sibling
    return None
