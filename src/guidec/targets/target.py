"""What a target is: one record that says how a guide becomes a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from guidec.diagnostics import Diagnostic, Rule
    from guidec.guide.models import Guide


@dataclass(frozen=True, slots=True)
class Options:
    """What the configuration tells every target."""

    base_url: str | None = None
    """The site that a guide's own links (`/guides/x`) are relative to; no trailing slash."""
    actions: tuple[str, ...] | None = None
    """The ids of the actions to render for; None means all. A target gets the guide for these, and need not ask."""
    dialect: str | None = None
    """The dialect to write MDX in; None means the guide's own."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What a target made of a guide: file contents by path, and what it found wrong."""

    files: Mapping[str, str]
    """Paths relative to the output folder, with forward slashes; empty where the guide has nothing for the target."""
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A way to write a guide; one row in the table of targets."""

    name: str
    """As `--target` takes it."""
    summary: str
    """What it writes, in one line of help."""
    render: Callable[[Guide, Options], Rendered]
    """Renders one guide; what it gives has been parsed back and validated."""
    templates: tuple[str, ...] = field(default=())
    """The template files that it reads: a change of one rebuilds its outputs."""
    rules: tuple[Rule, ...] = field(default=())
    """The rules with `by_target` that it looks for."""
