"""How often each rule was broken: what a team looks at before it decides where to begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.diagnostics.rule import Rule, Severity

    Broken = tuple[Rule, Severity]


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule, and how often it was broken."""

    count: int
    rule: Rule
    severity: Severity
    """As the configuration has it; a rule with two severities is counted twice."""


def rule_counts(counts: Mapping[Broken, int]) -> list[RuleCount]:
    """Give how often each rule was broken, the most frequent first."""
    counted = [RuleCount(count, rule, severity) for (rule, severity), count in counts.items()]
    return sorted(counted, key=lambda one: (-one.count, one.rule.id, one.severity))


def statistics_text(counts: list[RuleCount]) -> str:
    """Show counts as a table."""
    number = max((len(str(one.count)) for one in counts), default=0)
    name = max((len(one.rule.id) for one in counts), default=0)
    lines = (
        f"{one.count:>{number}}  {one.severity.value:<7}  {one.rule.id:<{name}}  {one.rule.summary}"
        for one in counts
    )
    return "\n".join(lines)


def statistics_records(counts: list[RuleCount]) -> list[dict[str, str | int]]:
    """Give counts as objects for JSON."""
    return [
        {"rule": one.rule.id, "severity": one.severity.value, "count": one.count, "summary": one.rule.summary}
        for one in counts
    ]
