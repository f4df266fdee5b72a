from __future__ import annotations

from guidec.diagnostics import Diagnostic, Rule, Severity
from guidec.diagnostics.order import MAX_PER_GUIDE, reported
from guidec.source import Source

ERROR = Rule("an-error", Severity.ERROR, "", "")
WARNING = Rule("a-warning", Severity.WARNING, "", "")
SOURCE = Source("x" * 5000, "a.mdx")


def at(rule: Rule, offset: int) -> Diagnostic:
    return Diagnostic.at(rule, "Unexpected x", SOURCE.span(offset, offset + 1))


def test_comes_by_place_and_each_once() -> None:
    found = reported([at(ERROR, 5), at(WARNING, 1), at(ERROR, 5)], lambda _: {}, keep_errors=False)

    assert found == (at(WARNING, 1), at(ERROR, 5))


def test_a_rule_can_be_turned_off_or_given_another_severity() -> None:
    severities = {"an-error": Severity.INFO, "a-warning": None}

    [only] = reported([at(ERROR, 1), at(WARNING, 2)], lambda _: severities, keep_errors=False)
    assert (only.rule, only.severity) == (ERROR, Severity.INFO)


def test_what_keeps_a_guide_from_being_compiled_cannot_be_silenced() -> None:
    severities = {"an-error": None, "a-warning": None}

    assert reported([at(ERROR, 1), at(WARNING, 2)], lambda _: severities, keep_errors=True) == (at(ERROR, 1),)


def test_a_guide_with_very_many_problems_shows_the_errors_and_says_so() -> None:
    found = reported(
        [*(at(WARNING, n) for n in range(3000)), at(ERROR, 4000)], lambda _: {}, keep_errors=False
    )

    assert len(found) == MAX_PER_GUIDE + 1
    assert found[-2] == at(ERROR, 4000)
    assert found[-1].rule.id == "too-many-problems"
    assert "2001 more" in found[-1].message
