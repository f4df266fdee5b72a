"""What a scanner says about a text that it cannot read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.diagnostics import Rule


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a stretch of text is not what it starts out to be."""

    rule: Rule
    reason: str
    """In the form "Unexpected X, expected Y"."""
    offset: int
    """Where it was found, in the text that the scanner was given."""
    end: int
    at_end: bool = False
    """Whether the text merely ended too early: more text could mend it."""
    tag: str | None = None
    """The name of the tag that it leaves unread, where it is known; its other half stands alone for that."""


class ScanError(Exception):
    """Leaves the depth of a scanner; its entry point hands out the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


def show(character: str) -> str:
    """Name a character for a message: itself and its code point."""
    shown = "` ` `" if character == "`" else f"`{character}`"
    return f"character {shown} (U+{ord(character):04X})"


def too_deep(rule: Rule, offset: int) -> Problem:
    """Say that Python's stack did not suffice for what starts at `offset`."""
    return Problem(rule, "Unexpected nesting, expected fewer levels", offset, offset + 1)
