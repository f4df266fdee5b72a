"""What is said about text that is no YAML."""

from __future__ import annotations

import pytest

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.data import DATA_SYNTAX
from guidec.source import Source
from guidec.yaml_nodes import compose


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: [", "a bracket not closed"),
        ("a: {b: 1", "a bracket not closed"),
        ("a: [1, 2\nb: 3\n", "a bracket not closed"),
        ('a: "x\n', "a quote not closed"),
        ("- a\nb: 1", "indented"),
        ("a: b: c", "without quotes"),
        ("a: *x", "without quotes"),
        ("a: @x", "without quotes"),
    ],
)
def test_should_guess_the_slip(text: str, hint: str) -> None:
    found = compose(Source(text), DATA_SYNTAX, "a mapping", size=1000, depth=20)
    assert isinstance(found, Diagnostic)
    assert found.message.startswith("Unexpected text, expected YAML: is ")
    assert hint in found.message
