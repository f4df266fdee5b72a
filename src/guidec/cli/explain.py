"""`guidec explain`: say what a rule means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.cli.exit import CLEAN, UsageError

if TYPE_CHECKING:
    import argparse

    from guidec.diagnostics import Rule

DESCRIPTION = "Say what a rule finds, why that matters and how to mend it; without RULE, list all rules."
EXAMPLES = """\
examples:
  guidec explain redirect-url-fragment         one rule
  guidec explain                               all rules, a line each
  guidec explain --markdown > docs/rules.md    all rules as a page
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument(
        "rule", nargs="?", metavar="RULE", help="as it stands in brackets behind a diagnostic"
    )
    parser.add_argument("--markdown", action="store_true", help="explain all rules, as a page in Markdown")


def run(arguments: argparse.Namespace) -> int:
    """Print the explanation, or the list of rules."""
    from guidec.diagnostics.explanation import explanation, rules_page
    from guidec.diagnostics.rules import all_rules

    if arguments.rule:
        print(explanation(known_rule(arguments.rule)))
    elif arguments.markdown:
        print(rules_page(all_rules().values()), end="")
    else:
        for rule in all_rules().values():
            print(f"{rule.id:<28} {rule.severity:<8} {rule.summary}")
    return CLEAN


def known_rule(name: str) -> Rule:
    """Give the rule with the id `name`; an unknown one is wrong usage."""
    from guidec.diagnostics.rules import all_rules

    rules = all_rules()
    if name in rules:
        return rules[name]
    from guidec.diagnostics.closest import closest

    nearest = closest(name, rules)
    expected = f"`{nearest}`" if nearest else "one that `guidec explain` lists"
    raise UsageError(f"guidec: error: Unexpected rule `{name}`, expected {expected}")
