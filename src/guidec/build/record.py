"""What is known about one built guide: what it was made of, what was made of it, and what was found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from guidec.build.output import Stamp
from guidec.diagnostics.diagnostic import Diagnostic, Note
from guidec.diagnostics.rule import Severity
from guidec.source import Point

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Record:
    """One guide after it was built."""

    path: str
    """Relative to the content root."""
    inputs: Mapping[str, str | None]
    """SHA-256 of the guide and of every file that it asked for, by path; None for one that could not be read."""
    answers: Mapping[str, str | None]
    """What its links asked about other files, and the answers (`guidec.lookups`)."""
    outputs: Mapping[str, Stamp]
    """The stamp of every file that it gave, by path."""
    diagnostics: tuple[Diagnostic, ...] = ()
    entry: str | None = None
    """Its entry in the catalogue, as JSON; None where there is no guide."""
    actions: tuple[str, ...] = ()
    """The ids of the actions that it offers."""
    changed: tuple[str, ...] = ()
    """The outputs that were not yet as they are now; not kept."""
    repeatable: bool = True
    """Whether the inputs alone decide all this: not after a failure to read or write; not kept."""

    def to_json(self) -> str:
        """Give the record as one line of JSON."""
        values = {
            "path": self.path,
            "inputs": self.inputs,
            "answers": self.answers,
            "outputs": {path: [stamp.size, stamp.sha256] for path, stamp in self.outputs.items()},
            "diagnostics": [_from_diagnostic(diagnostic) for diagnostic in self.diagnostics],
            "entry": self.entry,
            "actions": self.actions,
        }
        return json.dumps(values, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, line: str) -> Self:
        """Read a record that `to_json` wrote."""
        values = json.loads(line)
        outputs = {path: Stamp(*stamp) for path, stamp in values["outputs"].items()}
        diagnostics = tuple(_to_diagnostic(diagnostic) for diagnostic in values["diagnostics"])
        return cls(
            values["path"],
            values["inputs"],
            values["answers"],
            outputs,
            diagnostics,
            values["entry"],
            tuple(values["actions"]),
        )


def _from_diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule.id,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "place": _from_place(diagnostic.path, diagnostic.start, diagnostic.end),
        "notes": [[note.message, *_from_place(note.path, note.start, note.end)] for note in diagnostic.notes],
        "suggestion": diagnostic.suggestion,
    }


def _to_diagnostic(values: dict[str, Any]) -> Diagnostic:
    # The table of rules is imported only where there is something to report.
    from guidec.diagnostics.rules import all_rules

    rule, severity = all_rules()[values["rule"]], Severity(values["severity"])
    notes = tuple(Note(message, *_to_place(*place)) for message, *place in values["notes"])
    place = _to_place(*values["place"])
    return Diagnostic(rule, severity, values["message"], *place, notes, values["suggestion"])


def _from_place(path: str, start: Point, end: Point) -> list[Any]:
    return [path, [start.line, start.column, start.offset], [end.line, end.column, end.offset]]


def _to_place(path: str, start: list[int], end: list[int]) -> tuple[str, Point, Point]:
    return path, Point(*start), Point(*end)
