"""Destinations and titles."""

from __future__ import annotations

import pytest

from guidec.mdx.rules_inline.resource import scan_destination, scan_title, title_value


@pytest.mark.parametrize(
    ("text", "written", "after"),
    [
        ("a)", "a", 1),
        ("a(b)c d", "a(b)c", 5),
        (r"a\) b", r"a\)", 3),
        ("<a b> c", "a b", 5),
        (r"<a\>b>", r"a\>b", 6),
        ("<>", "", 2),
        ("(" * 32 + ")" * 32 + ")", "(" * 32 + ")" * 32, 64),
    ],
)
def test_destination(text: str, written: str, after: int) -> None:
    found = scan_destination(text, 0)
    assert found is not None
    assert text[found.start : found.end] == written
    assert found.after == after


@pytest.mark.parametrize(
    "text", ["", ")", " a", "<a", "<a\nb>", "<a<b>", "a(b", "a\x01b", "(" * 33 + ")" * 33]
)
def test_no_destination(text: str) -> None:
    assert scan_destination(text, 0) is None


def test_a_definition_has_no_bound_on_parentheses() -> None:
    text = "(" * 100 + ")" * 100
    found = scan_destination(text, 0, most_parentheses=1000)
    assert found is not None
    assert found.after == 200


@pytest.mark.parametrize(
    ("text", "end"), [('"a" b', 3), ("'a\"'", 4), (r'"a\"b"', 6), ("(a(b)", 5), ('"a\\\\"', 5)]
)
def test_title(text: str, end: int) -> None:
    assert scan_title(text, 0) == end


@pytest.mark.parametrize("text", ["", "a", '"a', r'"a\"', "(a(b", "'a\""])
def test_no_title(text: str) -> None:
    assert scan_title(text, 0) is None


def test_the_indent_of_a_title_s_lines_is_no_part_of_it() -> None:
    assert title_value('"a \r\n\t b"', 0, 9) == "a \r\nb"
