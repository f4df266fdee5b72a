"""Checks of what a reader grants: scopes of actions, sections and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import actions as action_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import Section, Step


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
