"""What a rule is: an id, a severity, and the text that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a diagnostic weighs; the first makes the exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that guidec can find; `guidec explain` and the page of all rules print these fields."""

    id: str
    """Stable, in kebab-case: `redirect-url-fragment`."""
    severity: Severity
    summary: str
    """What is found, in one plain sentence."""
    why: str
    """Why it matters and how to mend it, in Markdown."""
    wrong: str = ""
    """A piece of a guide that the rule reports."""
    right: str = ""
    """The same piece, mended."""
    reference: str = ""
    """The specification or RFC section behind it, where there is one."""
    by_target: bool = False
    """Whether a target finds it, so that a run without that target cannot tell what a comment silences."""
