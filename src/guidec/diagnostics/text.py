"""A diagnostic as people read it: one line, then the line of source that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics.printable import printable
from guidec.diagnostics.rule import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.diagnostics.diagnostic import Diagnostic
    from guidec.source import Point, Source

FRAME_WIDTH = 100
"""Characters of a source line that a frame shows, around the place itself."""

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def to_text(
    diagnostic: Diagnostic, source_of: Callable[[str], Source | None], *, colour: bool = False
) -> str:
    """Show a diagnostic as `path:line:column: severity: message [rule]` with its notes and a code frame.

    `source_of` gives the text behind a path, or None where there is none to show.
    """
    lines = [_headline(diagnostic, colour=colour)]
    lines += _frame(diagnostic.path, diagnostic.start, diagnostic.end, source_of)
    for note in diagnostic.notes:
        lines.append(f"  {_place(note.path, note.start)}: note: {printable(note.message)}")
        lines += _frame(note.path, note.start, note.end, source_of)
    if diagnostic.suggestion is not None:
        lines.append(f"  help: write `{printable(diagnostic.suggestion, FRAME_WIDTH)}` instead")
    return "\n".join(lines)


def _headline(diagnostic: Diagnostic, *, colour: bool) -> str:
    place, message = _place(diagnostic.path, diagnostic.start), printable(diagnostic.message)
    severity = diagnostic.severity.value
    if colour:
        place, severity = f"\x1b[1m{place}\x1b[0m", f"\x1b[{_COLOURS[diagnostic.severity]}m{severity}\x1b[0m"
    return f"{place}: {severity}: {message} [{diagnostic.rule.id}]"


def _place(path: str, start: Point) -> str:
    return f"{printable(path)}:{start.line}:{start.column}"


def _frame(path: str, start: Point, end: Point, source_of: Callable[[str], Source | None]) -> list[str]:
    source = source_of(path)
    if source is None or start.line > len(source.line_starts):
        return []
    line = source.line_text(start.line).removeprefix("\ufeff")
    if not line.strip():
        return []
    first = max(0, min(start.column - 1 - FRAME_WIDTH // 2, len(line) - FRAME_WIDTH))
    before, after = line[first : start.column - 1], line[start.column - 1 : first + FRAME_WIDTH]
    width = end.column - start.column if end.line == start.line else len(after)
    marked = printable(after[: max(width, 1)])
    gutter = f"{start.line:>5} | "
    indent = " " * len(printable(before))
    return [
        f"{gutter}{printable(before)}{printable(after)}".rstrip(),
        f"{' ' * (len(gutter) - 2)}| {indent}{'^' * max(len(marked), 1)}",
    ]
