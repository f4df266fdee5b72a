"""Checks of what a reader grants: scopes of actions, sections and steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import actions as action_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.checks.checked import Checked
    from guidec.guide.models import Section, Step
    from guidec.guide.passages import Passage


def ungranted_scopes(checked: Checked) -> Iterator[Diagnostic]:
    """Find scopes that an action needs and no step grants, and scopes of steps that no action needs."""
    if not checked.guide.actions:
        return
    parts: list[Section | Step] = [*checked.sections(), *checked.steps()]
    granted = {scope for part in parts for scope in part.scopes} | _said(checked.passages)
    needed = {scope for action in checked.guide.actions for scope in action.scopes}
    if any(step.show_scopes and not step.scopes for step in checked.steps()):
        granted |= needed  # it lists what the chosen actions need
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


def _said(passages: Iterable[Passage]) -> set[str]:
    """Give what steps name in code, in bold or as all of an item, as far as it may be scopes."""
    said: set[str] = set()
    for passage in passages:
        if passage.step is None:
            continue
        apart = [run.text for run in passage.line.runs if run.bold or run.style == "code"]
        alone = passage.kind in ("item", "cell") and " " not in passage.text
        for text in (*apart, *([passage.text] if alone else ())):
            said.update(re.findall(r"[^\s,]+", text))
    return said
