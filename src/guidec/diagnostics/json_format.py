"""Diagnostics as a JSON array, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from guidec.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.diagnostics.diagnostic import Diagnostic
    from guidec.source import Point


def to_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Give diagnostics as a JSON array of objects, in order."""
    return json.dumps([to_record(diagnostic) for diagnostic in diagnostics], ensure_ascii=False, indent=2)


def to_record(diagnostic: Diagnostic) -> dict[str, Any]:
    """Give one diagnostic as the object that stands in the array.

    Lines and columns count code points from 1; the place ends before `end_column`.
    """
    return {
        "rule": diagnostic.rule.id,
        "severity": diagnostic.severity.value,
        "message": printable(diagnostic.message),
        "path": printable(diagnostic.path),
        **_place(diagnostic.start, diagnostic.end),
        "notes": [
            {"message": printable(note.message), "path": printable(note.path), **_place(note.start, note.end)}
            for note in diagnostic.notes
        ],
        "suggestion": None if diagnostic.suggestion is None else printable(diagnostic.suggestion),
    }


def _place(start: Point, end: Point) -> dict[str, int]:
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column}
