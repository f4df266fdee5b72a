"""One finding, as plain data: nothing here prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from guidec.source import Point

if TYPE_CHECKING:
    from guidec.diagnostics.rule import Rule, Severity
    from guidec.source import Position

FILE_START = Point(1, 1, 0)


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a diagnostic, such as where an opening tag stands."""

    message: str
    path: str
    start: Point
    end: Point

    @classmethod
    def at(cls, message: str, position: Position) -> Self:
        """Make a note on `position`."""
        return cls(message, position.source.path, position.start, position.end)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A rule that was broken, what was found and expected, and where."""

    rule: Rule
    severity: Severity
    """The rule's own severity, unless the configuration gave it another."""
    message: str
    """In the form "Unexpected X, expected Y"; bounded in length, on one line."""
    path: str
    """As given on the command line, or relative to the content root; forward slashes."""
    start: Point
    end: Point
    notes: tuple[Note, ...] = ()
    suggestion: str | None = None
    """What to write in place of the text from `start` to `end`."""

    @classmethod
    def at(
        cls,
        rule: Rule,
        message: str,
        position: Position,
        *,
        notes: tuple[Note, ...] = (),
        suggestion: str | None = None,
    ) -> Self:
        """Report `rule` at `position`."""
        start, end = position.start, position.end
        return cls(rule, rule.severity, message, position.source.path, start, end, notes, suggestion)

    @classmethod
    def in_file(cls, rule: Rule, message: str, path: str) -> Self:
        """Report `rule` for a whole file, where no place in its text can be named."""
        return cls(rule, rule.severity, message, path, FILE_START, FILE_START)
