"""What `guidec explain` shows of the rules of MDX: the wrong example breaks the rule, the right one breaks none."""

from __future__ import annotations

import pytest

from guidec.diagnostics import Rule
from guidec.diagnostics.rules import mdx, mdx_syntax
from guidec.mdx.parse import parse_mdx

RULES = [
    pytest.param(rule, id=rule.id)
    for module in (mdx, mdx_syntax)
    for rule in vars(module).values()
    if isinstance(rule, Rule) and rule.wrong
]


@pytest.mark.parametrize("rule", RULES)
def test_examples(rule: Rule) -> None:
    assert rule.id in [diagnostic.rule.id for diagnostic in parse_mdx(rule.wrong).diagnostics]
    assert not parse_mdx(rule.right).diagnostics
