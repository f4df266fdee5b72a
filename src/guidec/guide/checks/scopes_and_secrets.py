"""Checks of what a reader grants, and must not be shown: scopes and secrets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import actions as action_rules
from guidec.diagnostics.rules import guide as rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import Section, Step

SECRETS = re.compile(
    r"\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{60,255}|xox[abprs]-[0-9]{8,}-[\w-]{10,}|"
    r"(?:sk|rk)_live_[0-9A-Za-z]{20,}|sk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}|AIza[0-9A-Za-z_-]{35}|"
    r"glpat-[\w-]{20,}|SG\.[\w-]{22}\.[\w-]{43}|"
    r"(?<!-)eyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,})|"
    r"-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY-----\s*[A-Za-z0-9+/=]{40}"
)
"""A token of three parts begins behind no hyphen, or a run of `eyJ-` would be read from each to its end."""
MADE_UP = re.compile(r"x{4,}|0{6,}|1234|abcd|example|your|(.)\1{5,}", re.IGNORECASE)


def ungranted_scopes(checked: Checked) -> Iterator[Diagnostic]:
    """Find scopes that an action needs and no step grants, and scopes of steps that no action needs."""
    if not checked.guide.actions:
        return
    parts: list[Section | Step] = [*checked.sections(), *checked.steps()]
    granted = {scope for part in parts for scope in part.scopes}
    needed = {scope for action in checked.guide.actions for scope in action.scopes}
    for action in checked.guide.actions:
        for scope in action.scopes:
            if scope not in granted:
                shown = f"`{scope[:60]}` of action `{action.id[:60]}`"
                message = f"Unexpected scope {shown}, expected one that a step grants"
                place = checked.action_scopes[action.id, scope]
                yield Diagnostic.at(action_rules.ACTION_SCOPE_NOT_GRANTED, message, place)
    for part in parts:
        for scope in part.scopes:
            if scope not in needed:
                message = f"Unexpected scope `{scope[:60]}`, expected one that an action needs"
                yield checked.at(action_rules.UNUSED_SCOPE, message, part.position)


def secrets(checked: Checked) -> Iterator[Diagnostic]:
    """Find what has the form of a real secret; its value is never repeated."""
    for passage in checked.passages:
        line = passage.line
        for match in SECRETS.finditer(line.text):
            place = line.position(*match.span()) or passage.position
            if place is not None and not MADE_UP.search(match.group()):
                message = "Unexpected text that looks like a real secret, expected a placeholder"
                yield Diagnostic.at(rules.REAL_SECRET, message, place)
