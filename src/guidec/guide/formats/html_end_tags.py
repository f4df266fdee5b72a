"""End tags that an author of HTML may leave away (HTML Standard, section 13.1.2.4): `<li>a<li>b`, `<p>a<p>b`.

Python's HTML parser knows nothing of them and puts the second into the first, so they are written where they belong.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Ends(NamedTuple):
    """What the start of an element ends: open elements of these names, inside of the innermost of those."""

    names: tuple[str, ...]
    inside: tuple[str, ...]


CELLS = ("td", "th")
GROUPS = ("caption", "colgroup", "thead", "tbody", "tfoot")
ENDS_PARAGRAPH = frozenset(
    (
        "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer "
        "form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul"
    ).split()
)
PARAGRAPH = Ends(("p",), ("button", "caption", "object", "table", "template", *CELLS))
STARTS: Mapping[str, Ends] = MappingProxyType(
    {
        "li": Ends(("li",), ("ul", "ol", "menu", "dir")),
        "dt": Ends(("dt", "dd"), ("dl",)),
        "dd": Ends(("dt", "dd"), ("dl",)),
        **dict.fromkeys(CELLS, Ends(CELLS, ("table", "tr"))),
        "tr": Ends(("tr", "caption", "colgroup"), ("table", "thead", "tbody", "tfoot")),
        **dict.fromkeys(GROUPS, Ends(("tr", *GROUPS), ("table",))),
        "option": Ends(("option",), ("select", "datalist", "optgroup")),
        "optgroup": Ends(("option", "optgroup"), ("select",)),
    }
)
"""By the name of the element that starts."""


class OpenElements:
    """The elements that are open at a place in HTML, told tag by tag; each tag takes the same time."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        """How far from the outermost element those of each name stand."""

    def start(self, name: str) -> str:
        """Open an element; give the end tags that were left away before it."""
        ended = self._ended(STARTS[name]) if name in STARTS else ""
        if name in ENDS_PARAGRAPH:
            ended += self._ended(PARAGRAPH)
        self.places[name].append(len(self.names))
        self.names.append(name)
        return ended

    def end(self, name: str) -> None:
        """Close the innermost element of a name, and whatever is open in it."""
        if self.places[name]:
            self._close(self.places[name][-1])

    def _ended(self, ends: Ends) -> str:
        """Close the outermost element that ends here, and everything in it; give its end tag."""
        around = max((self.places[name][-1] for name in ends.inside if self.places[name]), default=-1)
        ended = min((place for name in ends.names if (place := self._first(name, around)) >= 0), default=-1)
        if ended < 0:
            return ""
        name = self.names[ended]
        self._close(ended)
        return f"</{name}>"

    def _first(self, name: str, around: int) -> int:
        """Give the place of the outermost element of a name inside of the place `around`, -1 if there is none."""
        places = self.places[name]
        number = bisect_right(places, around)
        return places[number] if number < len(places) else -1

    def _close(self, place: int) -> None:
        while len(self.names) > place:
            self.places[self.names.pop()].pop()
