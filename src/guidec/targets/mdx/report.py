"""What a guide loses on its way to another dialect, as diagnostics at the places of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.printable import printable
from guidec.source import Point

if TYPE_CHECKING:
    from guidec.diagnostics import Rule
    from guidec.guide.models import AdmonitionBlock, Guide, Place
    from guidec.guide.models.place import Point as ModelPoint

LONGEST = 100
"""Characters of a name or value that a message shows."""


class Report:
    """Collects diagnostics about one guide that moves to `dialect`; each is reported once for a place."""

    def __init__(self, guide: Guide, dialect: str) -> None:
        self._path = guide.source.path
        self._dialect = dialect
        self._found: dict[tuple[str, Place | None], Diagnostic] = {}
        self._callouts = {(ref.kind, ref.title, ref.text): ref.position for ref in guide.admonitions[::-1]}

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that was reported, in reading order."""
        return tuple(self._found.values())

    def add(self, rule: Rule, what: str, instead: str, place: Place | None) -> None:
        """Report that the dialect does not say `what`, and what is written instead."""
        message = f"Unexpected {printable(what, LONGEST)} in the dialect `{self._dialect}`, expected {instead} instead"
        if (message, place) not in self._found:
            self._found[message, place] = self._diagnostic(rule, message, place)

    def place_of(self, block: AdmonitionBlock) -> Place | None:
        """Give the place of a callout, as the guide's index has it."""
        return self._callouts.get((block.kind, block.title, block.text))

    def _diagnostic(self, rule: Rule, message: str, place: Place | None) -> Diagnostic:
        if place is None:
            return Diagnostic.in_file(rule, message, self._path)
        start, end = _point(place.start), _point(place.end)
        return Diagnostic(rule, rule.severity, message, place.path or self._path, start, end)


def _point(point: ModelPoint) -> Point:
    return Point(point.line, point.column, point.offset)
