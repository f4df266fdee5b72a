"""The models of what guidec publishes beside the outputs of each guide: catalogue, manifest and diagnostics.

All three are written piece by piece, without these models; the published schemas are made of them.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field, RootModel

from guidec.diagnostics.rule import Severity
from guidec.guide.models.place import Model
from guidec.targets.catalogue import CatalogueEntry


class Catalogue(Model):
    """The catalogue of all guides: `index.json`."""

    schema_version: Literal["1"]
    """Changes when a field is removed or retyped."""
    guides: list[CatalogueEntry]
    """Every guide, by path."""


class BuiltGuide(Model):
    """What one guide was made of, and what was made of it."""

    inputs: dict[str, str | None]
    """SHA-256 of the guide and of every file that it includes, by path; null for one that cannot be read."""
    outputs: dict[str, str]
    """SHA-256 of every file that it gave, by path relative to the output folder."""


class Manifest(Model):
    """What was built from what: `manifest.json`."""

    schema_version: Literal["1"]
    """Changes when a field is removed or retyped."""
    guidec: str
    """The version of guidec that wrote it."""
    guides: dict[str, BuiltGuide]
    """Every guide, by path relative to the content root."""
    files: dict[str, str]
    """SHA-256 of the files that all guides share, by path relative to the output folder."""


class DiagnosticPlace(Model):
    """A stretch of a file."""

    message: str
    """What is said about it, on one line."""
    path: str
    """As given on the command line, or relative to the content root."""
    line: int = Field(ge=1)
    """The line in which it starts, counted from 1."""
    column: int = Field(ge=1)
    """The column in which it starts, in Unicode code points, counted from 1."""
    end_line: int = Field(ge=1)
    """The line in which it ends."""
    end_column: int = Field(ge=1)
    """The column before which it ends."""


class DiagnosticNote(DiagnosticPlace):
    """A second place that explains a diagnostic."""


class ReportedDiagnostic(DiagnosticPlace):
    """Something that was found in a guide."""

    rule: str
    """The id of the rule that was broken; `guidec explain` says what it means."""
    severity: Severity
    """How much it weighs."""
    notes: list[DiagnosticNote]
    """Second places that explain it."""
    suggestion: str | None
    """What to write in place of the text there, where guidec knows."""


class Diagnostics(RootModel[list[ReportedDiagnostic]]):
    """What `--output-format json` prints: every diagnostic, by path and place."""
