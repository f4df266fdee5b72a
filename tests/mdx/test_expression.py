"""Expressions in braces: where they end, what they may hold, and their value."""

from __future__ import annotations

import pytest

from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.expression import Expression, ExpressionKind, scan_expression
from guidec.mdx.problem import Problem


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("{a} b}", 3),
        ("{}}", 2),
        ("{'}'}", 5),
        ('{"\\"}"}', 7),
        ("{`}${'}'}`}", 11),
        ("{/}/}", 5),
        ("{/[/}]/}", 8),
        ("{a / b} / c}", 7),
        ("{{a: {}}}", 9),
        ("{/* } */}", 9),
        ("{a // }\n}", 9),
        ("{() => { return '}' }}", 22),
        ("{<a b='}'>{'}'}</a>}", 20),
    ],
)
def test_the_closing_brace_is_the_one_that_javascript_leaves(text: str, end: int) -> None:
    found = scan_expression(text, 0)
    assert isinstance(found, Expression)
    assert found.end == end


EMPTY = ["{}", "{ \n }", "{/* a */}", "{// a\n}", "{/* a */ // b\r}"]


@pytest.mark.parametrize("text", EMPTY)
def test_nothing_and_comments_are_expressions_in_flow_and_text_only(text: str) -> None:
    for kind in ExpressionKind:
        found = scan_expression(text, 0, kind)
        if kind in (ExpressionKind.FLOW, ExpressionKind.TEXT):
            assert isinstance(found, Expression)
        else:
            assert isinstance(found, Problem)
            assert found.rule is rules.EMPTY_EXPRESSION


@pytest.mark.parametrize("text", ["{// a}", "{a // b}", "{a /* b}"])
def test_a_comment_must_end_before_the_brace(text: str) -> None:
    found = scan_expression(text, 0)
    assert isinstance(found, Problem)
    assert found.rule is rules.UNCLOSED_EXPRESSION
    assert found.at_end


@pytest.mark.parametrize("text", ["{...a}", "{ ...a.b() }", "{...{a: 1}}", "{/* a */...b,}", "{...a // b\n}"])
def test_spread(text: str) -> None:
    assert isinstance(scan_expression(text, 0, ExpressionKind.SPREAD), Expression)
    assert isinstance(scan_expression(text, 0, ExpressionKind.TEXT), Problem)


@pytest.mark.parametrize("text", ["{a}", "{...a, ...b}", "{...a, b}", "{a: 1}", "{...}", "{...a b}"])
def test_no_spread(text: str) -> None:
    found = scan_expression(text, 0, ExpressionKind.SPREAD)
    assert isinstance(found, Problem)
    assert found.rule is rules.SPREAD


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{`a\n  b\n   c\n d`}", "`a\nb\n c\nd`"),
        ("{`a\r\n   b\r  c`}", "`a\r\n b\rc`"),
        ("{`a\n\tb\n\t\tc`}", "`a\n  b\n  \tc`"),
        ("{`a\n \tb`}", "`a\n  b`"),
        ("{  a\n  }", "  a\n"),
        ("{`\n\n \n`}", "`\n\n\n`"),
    ],
)
def test_two_columns_of_indentation_are_cut_from_each_line(text: str, value: str) -> None:
    found = scan_expression(text, 0)
    assert isinstance(found, Expression)
    assert found.value == value


@pytest.mark.parametrize(("column", "value"), [(0, "`\n  a`"), (1, "`\n a`"), (2, "`\na`"), (3, "`\n a`")])
def test_a_tab_reaches_as_far_as_its_column_in_the_source_says(column: int, value: str) -> None:
    text = "{`\n\ta`}" if column < 3 else "{`\n\t a`}"
    lines: list[int] = []

    def column_of(offset: int) -> int:
        lines.append(offset)
        return column

    found = scan_expression(text, 0, ExpressionKind.TEXT, column_of)
    assert isinstance(found, Expression)
    assert found.value == (value if column < 3 else "`\na`")
    assert lines == [3]


@pytest.mark.parametrize(
    ("text", "offset", "reason"),
    [
        ("{a b}", 3, "Unexpected `b`, expected an operator or `}`"),
        ("{a +}", 4, "Unexpected `}`, expected an expression"),
        ("{a", 2, "Unexpected end of code, expected an operator or `}`"),
        ("{'a", 3, "Unexpected end of line in string, expected `'`"),
        ("{a # b}", 3, "Unexpected character `#` (U+0023) in code, expected an expression or operator"),
        ("{<a>b</c>}", 7, "Unexpected closing tag `</c>`, expected `</a>`"),
        (
            "{" + "a" * 300 + " " + "b" * 300 + "}",
            302,
            f"Unexpected `{'b' * 40}…`, expected an operator or `}}`",
        ),
    ],
)
def test_what_was_found_and_what_was_expected(text: str, offset: int, reason: str) -> None:
    found = scan_expression(text, 0)
    assert isinstance(found, Problem)
    assert (found.offset, found.reason) == (offset, reason)
