"""A diagnostic as people read it: one line, then the line of source that it is about."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from guidec.diagnostics.printable import printable
from guidec.diagnostics.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.diagnostics.diagnostic import Diagnostic
    from guidec.source import Point, Source

WIDTH = 108
"""Columns of a frame where nobody says how many there are."""
MIN_CODE = 20
"""Characters of a source line that a frame shows at least, however narrow the terminal."""
SUGGESTION_LENGTH = 100

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def to_text(
    diagnostic: Diagnostic,
    source_of: Callable[[str], Source | None],
    *,
    colour: bool = False,
    width: int = WIDTH,
) -> str:
    """Show a diagnostic as `path:line:column: severity: message [rule]` with its notes and a code frame.

    `source_of` gives the text behind a path, or None where there is none to show; `width` is the columns of a frame.
    """
    lines = [to_line(diagnostic, colour=colour)]
    lines += _frame(diagnostic.path, diagnostic.start, diagnostic.end, source_of, width)
    for note in diagnostic.notes:
        lines.append(f"  {_place(note.path, note.start)}: note: {printable(note.message)}")
        lines += _frame(note.path, note.start, note.end, source_of, width)
    if diagnostic.suggestion is not None:
        lines.append(f"  help: write `{printable(diagnostic.suggestion, SUGGESTION_LENGTH)}` instead")
    return "\n".join(lines)


def to_line(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """Show a diagnostic as `path:line:column: severity: message [rule]` and nothing else."""
    place, message = _place(diagnostic.path, diagnostic.start), printable(diagnostic.message)
    severity = diagnostic.severity.value
    if colour:
        place, severity = f"\x1b[1m{place}\x1b[0m", f"\x1b[{_COLOURS[diagnostic.severity]}m{severity}\x1b[0m"
    return f"{place}: {severity}: {message} [{diagnostic.rule.id}]"


def _place(path: str, start: Point) -> str:
    return f"{printable(path)}:{start.line}:{start.column}"


def _frame(
    path: str, start: Point, end: Point, source_of: Callable[[str], Source | None], width: int
) -> list[str]:
    source = source_of(path)
    if source is None or start.line > len(source.line_starts):
        return []
    line_start, line_end = source.line_starts[start.line - 1], source.line_end(start.line)
    gutter = f"{start.line:>5} | "
    code = max(width - len(gutter), MIN_CODE)
    # Of a line of megabytes only what is shown is looked at.
    first = max(0, min(start.column - 1 - code // 2, line_end - line_start + 1 - code))
    line = source.text[line_start + first : min(line_start + first + code, line_end)]
    if not line.strip():
        return []
    before, after = line[: start.column - 1 - first], line[start.column - 1 - first :]
    marked = after[: max(end.column - start.column, 1)] if end.line == start.line else after
    indent = " " * _columns(printable(before))
    return [
        f"{gutter}{printable(before)}{printable(after)}".rstrip(),
        f"{' ' * (len(gutter) - 2)}| {indent}{'^' * max(_columns(printable(marked)), 1)}",
    ]


def _columns(text: str) -> int:
    """Give the columns that a text takes on a terminal: two for each wide character (Unicode Annex 11)."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(map(bool, map(unicodedata.combining, text)))
