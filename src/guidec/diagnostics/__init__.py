"""What guidec has to say about a guide: rules, diagnostics, and how one is shown."""

from guidec.diagnostics.diagnostic import Diagnostic, Note
from guidec.diagnostics.rule import Rule, Severity

__all__ = ["Diagnostic", "Note", "Rule", "Severity"]
