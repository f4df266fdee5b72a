"""Diagnostics as GitHub workflow commands: annotations beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics.printable import printable
from guidec.diagnostics.rule import Severity

if TYPE_CHECKING:
    from guidec.diagnostics.diagnostic import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def to_github(diagnostic: Diagnostic) -> str:
    """Show a diagnostic as one workflow command (GitHub Actions, "Workflow commands")."""
    start, end = diagnostic.start, diagnostic.end
    properties = {"file": printable(diagnostic.path), "line": start.line}
    # GitHub accepts columns only where the place begins and ends on one line.
    properties |= (
        {"col": start.column, "endColumn": end.column} if start.line == end.line else {"endLine": end.line}
    )
    properties["title"] = f"guidec ({diagnostic.rule.id})"
    shown = ",".join(f"{name}={_escaped_property(str(value))}" for name, value in properties.items())
    notes = [
        f"{note.message} ({note.path}:{note.start.line}:{note.start.column})" for note in diagnostic.notes
    ]
    message = "\n".join(printable(line) for line in (diagnostic.message, *notes))
    return f"::{_COMMANDS[diagnostic.severity]} {shown}::{_escaped(message)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
