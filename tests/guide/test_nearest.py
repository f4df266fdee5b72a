"""Suggestions for unknown names: near ones only, and quickly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compiling import compiled
from guidec.guide.checks.nearest import edit_distance, nearest

KNOWN = ["Card", "LinkCard", "Warning", "Accordion", "AccordionGroup", "Tip", "Tabs", "Step", "Steps"]
NAMES = st.text("abcT", max_size=6)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Warnning", "Warning"),
        ("warning", "Warning"),
        ("Acordian", "Accordion"),
        ("Tpi", "Tip"),
        ("Crad", "Card"),
        ("Stepz", "Step"),
        ("Link", None),
        ("Box", None),
        ("CardList", None),
        ("Accordion" * 100, None),
        ("", None),
    ],
)
def test_only_near_names_are_suggested(name: str, meant: str | None) -> None:
    assert nearest(name, KNOWN) == meant


@given(NAMES, NAMES)
def test_slips_are_counted_in_both_directions(one: str, other: str) -> None:
    assert edit_distance(one, other) == edit_distance(other, one)
    assert (edit_distance(one, other) == 0) == (one == other)
    assert abs(len(one) - len(other)) <= edit_distance(one, other) <= max(len(one), len(other))


@pytest.mark.parametrize(
    ("name", "suggestion"), [("Linkage", None), ("Warnning", "Warning"), ("W" * 500, None)]
)
def test_an_unknown_component_has_a_suggestion_where_one_is_near(name: str, suggestion: str | None) -> None:
    (unknown,) = [
        found
        for found in compiled(f"# A\n\n<{name}>\n\nx\n\n</{name}>").diagnostics
        if found.rule.id == "unknown-component"
    ]
    assert unknown.suggestion == suggestion
    assert len(unknown.message) < 200
