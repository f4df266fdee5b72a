"""Rules about guidec's own configuration."""

from __future__ import annotations

from guidec.diagnostics.rule import Rule, Severity

INVALID_CONFIGURATION = Rule(
    "invalid-configuration",
    Severity.ERROR,
    "The configuration cannot be read, or a value has the wrong type.",
    "A setting that is silently ignored would be a lie, so guidec stops before it reads a guide.",
    wrong='targets = "html"',
    right='targets = ["html"]',
    reference="TOML 1.0",
)

UNKNOWN_SETTING = Rule(
    "unknown-setting",
    Severity.ERROR,
    "The configuration has a key that guidec does not know.",
    "It is usually a misspelt one, and would have no effect.",
    wrong='contents = "guides"',
    right='content = "guides"',
)

IDLE_OVERRIDE = Rule(
    "idle-override",
    Severity.WARNING,
    "The pattern of an override fits no file.",
    "The override has no effect. Patterns are relative to the content root, not to the configuration.",
    wrong='[[overrides]]\npaths = ["content/crm/*"]',
    right='[[overrides]]\npaths = ["crm/*"]',
)
