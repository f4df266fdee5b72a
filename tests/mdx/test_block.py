"""Blocks, containers and the tree: what no fixture can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx
from guidec.mdx.plugin import mdx_plugin
from guidec.mdx.unist import from_dict, to_dict
from guidec.source import Source
from mdx.tree_text import tree_text


def places(text: str) -> list[str]:
    return [line.strip() for line in tree_text(parse_mdx(text)).splitlines()]


def test_containers_end_with_the_document_where_it_ends_behind_a_prefix() -> None:
    assert places("> > one\n>")[:2] == ["blockquote 1:1-2:2", "blockquote 1:3-2:2"]


def test_code_ends_before_the_line_of_which_only_the_prefix_is_there() -> None:
    assert places("> ~~~\n>")[1].startswith("code 1:3-2:1 ")


def test_carriage_returns_end_lines_and_stay_in_values() -> None:
    assert places("one\r  two\r\r```\r\na\rb\r\n```") == [
        "paragraph 1:1-2:6",
        r"text 1:1-2:6 value='one\rtwo'",
        r"code 4:1-7:4 value='a\rb'",
    ]


def test_windows_line_endings_stay_in_tags_and_expressions() -> None:
    assert places('<a\r\n  b="c\r\n  d"\r\n/>\r\n\r\n{1 +\r\n  2}\r\n') == [
        r"mdxJsxFlowElement 1:1-4:3 name='a' attributes=[mdxJsxAttribute 2:3-3:5 name='b' value='c\r\nd']",
        r"mdxFlowExpression 6:1-7:5 value='1 +\r\n2'",
    ]


def test_other_separators_end_no_line() -> None:
    assert places("# a\x0bb\u2028c\n\nd")[-1] == "text 3:1-3:2 value='d'"


def test_byte_order_mark_has_no_width() -> None:
    root = parse_mdx("\ufeff# one")
    assert tree_text(root).startswith("heading 1:1-1:6")
    assert root.children[0].position is not None
    assert root.children[0].position.start.offset == 1


def test_nul_is_replaced() -> None:
    root = parse_mdx("a\0b")
    assert isinstance(root.children[0], nodes.Paragraph)
    assert root.children[0].children[0].value == "a\ufffdb"


@pytest.mark.parametrize(
    "text",
    [
        "> " * 1000 + "a",
        "- " * 1000 + "a",
        "<a>\n" * 1000 + "</a>\n" * 1000,
        "> <a>\n" * 400 + "> </a>\n" * 400,
    ],
)
def test_nesting_beyond_the_limit_is_one_error_with_a_place(text: str) -> None:
    found = [diagnostic for diagnostic in parse_mdx(text).diagnostics if diagnostic.rule is NESTING_LIMIT]
    assert found
    assert found[0].start.offset > 0


def test_fifty_levels_of_jsx() -> None:
    root = parse_mdx("<a>\n" * 50 + "b\n" + "</a>\n" * 50)
    assert not root.diagnostics
    assert tree_text(root).count("mdxJsxFlowElement") == 50


def test_deep_trees_become_json_and_nodes_again() -> None:
    text = "<a>\n" * 190 + "*b " * 3 + "**c** " * 90 + "\n" + "</a>\n" * 190
    record = to_dict(parse_mdx(text))
    assert to_dict(from_dict(record, Source(text))) == record


def test_every_token_of_a_block_knows_its_span() -> None:
    text = "---\na: b\n---\nimport c from 'd'\n\n# e\n\n<F>\n- > g\n\n{h}\n</F>\n\n```\ni\n```\n***\n[j]: k\n"
    tokens = MarkdownIt().use(mdx_plugin).parse(text, {})
    opening = [token for token in tokens if token.nesting >= 0 and token.type != "inline"]
    assert all("span" in token.meta for token in opening)
    assert [text[slice(*token.meta["span"])] for token in opening if token.type == "heading_open"] == ["# e"]


PRESETS = ["commonmark", "default", "gfm-like", "js-default", "zero"]


@pytest.mark.parametrize("preset", PRESETS)
def test_html_of_any_preset(preset: str) -> None:
    html = MarkdownIt(preset).use(mdx_plugin).render("<Card>\n- a\n- b\n</Card>\n\n| c |\n|---|\n| d |\n")
    assert "<ul>\n<li>a</li>\n<li>b</li>\n</ul>" in html
    assert "<td>d</td>" in html
    assert "Card" not in html


def box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A rule as other plugins write them: lines between `:::` fences, parsed as blocks."""

    def is_fence(line: int) -> bool:
        return state.src.startswith(":::", state.bMarks[line] + state.tShift[line])

    if not is_fence(start):
        return False
    if silent:
        return True
    closing = next((line for line in range(start + 1, end) if is_fence(line)), end)
    state.push("box_open", "div", 1)
    state.md.block.tokenize(state, start + 1, closing)
    state.push("box_close", "div", -1)
    state.line = min(closing + 1, end)
    return True


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (":::\n- a\n:::\nb", "<div>\n<ul>\n<li>a</li>\n</ul>\n</div>\n<p>b</p>\n"),
        (
            "> :::\n> - a\n>   {b}\n> :::\n> c",
            "<blockquote>\n<div>\n<ul>\n<li>a\n</li>\n</ul>\n</div>\n<p>c</p>\n</blockquote>\n",
        ),
        (
            "- :::\n  > a\n  b\n  :::\nc",
            "<ul>\n<li>\n<div>\n<blockquote>\n<p>a\nb</p>\n</blockquote>\n</div>\n</li>\n</ul>\n<p>c</p>",
        ),
        ("a\n:::\nb", "<p>a</p>\n<div>\n<p>b</p>\n</div>\n"),
    ],
)
def test_rules_of_other_plugins_see_lines_without_container_prefixes(text: str, html: str) -> None:
    md = MarkdownIt().use(mdx_plugin)
    md.block.ruler.before("fence", "box", box, {"alt": ["paragraph"]})
    assert "".join(md.render(text).split()) == "".join(html.split())


def test_a_rule_can_be_turned_off() -> None:
    md = MarkdownIt().use(mdx_plugin).disable("table")
    assert "<table>" not in md.render("| a |\n|---|\n")


LINES = st.sampled_from(
    [
        *(
            "a",
            "",
            "# b",
            "```",
            "---",
            "===",
            "| c |",
            "|-|",
            "[d]: e",
            '"f"',
            "[x] g",
            "<h>",
            "</h>",
            "<i",
            "/>",
        ),
        *(
            "{j",
            "}",
            "{`",
            "`}",
            "import k from 'l'",
            "export const m =",
            "1",
            "<!-- n -->",
            "[^o]: p",
            "\tq",
            "~~~",
        ),
    ]
)
PREFIXES = st.lists(st.sampled_from(["> ", "- ", "1. ", "  ", "\t", "[^r]: ", ">"]), max_size=3).map("".join)
ENDINGS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.lists(st.tuples(PREFIXES, LINES, ENDINGS).map("".join), max_size=8).map("".join)


@given(TEXTS)
def test_no_text_raises_and_positions_are_in_order(text: str) -> None:
    root = parse_mdx(text)
    pending: list[nodes.Node] = [root]
    while pending:
        parent = pending.pop()
        if parent.position is None:
            continue
        start, end = parent.position.start_offset, parent.position.end_offset
        assert 0 <= start <= end <= len(text)
        pending.extend(getattr(parent, "children", ()))


def test_lists_that_go_on_too_deep_are_not_reported_line_by_line() -> None:
    text = "".join("  " * depth + "- a\n" for depth in range(260))
    found = [diagnostic.rule for diagnostic in parse_mdx(text).diagnostics]
    assert found in ([NESTING_LIMIT], [NESTING_LIMIT] * 2)  # for containers, and for the nodes that they are
