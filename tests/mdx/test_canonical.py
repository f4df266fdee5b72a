"""The canonical Markdown of phrasing content, and the way back from it."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guidec.mdx import nodes as n
from guidec.mdx.canonical import phrasing_to_markdown
from guidec.mdx.canonical_parse import parse_phrasing, parse_words
from guidec.mdx.parse import parse_mdx
from guidec.mdx.text import collapse, plain_text
from guidec.mdx.walk import walk
from mdx import trees

COMMONMARK = MarkdownIt("commonmark").enable("strikethrough")

CANONICAL = [
    ("<em>**`a`<b>`b`</b>**</em>", "_**`ab`**_"),
    ("<strong>a</strong> <b>b</b>", "**a** **b**"),
    ("<strong>a</strong><b>b</b>", "**ab**"),
    ("<em>a</em> <i>b</i> c<em>d</em>", "_a_ _b_ c*d*"),
    ("<strong> a </strong>b", "**a** b"),
    ("<strong>a **b**</strong>", "**a b**"),
    ("<strong></strong>a", "a"),
    ("x <code>a `b`</code>", "x `a b`"),
    ("x <code>a</code><code>b</code>", "x `ab`"),
    ('<a href="/b" target="_blank" title="c">a</a>', '[a](/b "c")'),
    ("<a>a</a>", "a"),
    ('<a href="/b">a [c](/d)</a>', "[a c](/b)"),
    ("a <br/> b", "a\\\nb"),
    ("a <del>b</del> <s>c</s>", "a ~~b~~ ~~c~~"),
    ("a <kbd>B</kbd> <Tooltip tip='c'>d</Tooltip>", "a B d"),
    ("a\n  b\tc", "a b c"),
    ("a {/* b */} c", "a c"),
    ("a {b * c}", "a {b \\* c}"),
    ("a \\{b}", "a \\{b}"),
    ("x <img src='/a.png' alt='b' />", "x ![b](/a.png)"),
    ("https://example.org", "[https://example.org](https://example.org)"),
    ("[a](/b) [https://example.org](/c)", "[a](/b) [https://example.org](/c)"),
    ("1\\. a", "1\\. a"),
    ("a&nbsp;b", "a\u00a0b"),
]


def paragraph(source: str) -> tuple[n.Node, ...]:
    first = parse_mdx(source).children[0]
    assert isinstance(first, n.Paragraph)
    return first.children


@pytest.mark.parametrize(("source", "markdown"), CANONICAL)
def test_one_meaning_has_one_markdown(source: str, markdown: str) -> None:
    assert phrasing_to_markdown(paragraph(source)) == markdown


@pytest.mark.parametrize("markdown", [markdown for _, markdown in CANONICAL])
def test_canonical_markdown_is_read_and_written_unchanged(markdown: str) -> None:
    assert phrasing_to_markdown(parse_phrasing(markdown)) == markdown


def test_references_become_links_where_their_definition_is_known() -> None:
    content = (n.LinkReference(None, (n.Text(None, "a"),), "b", "b", "full"),)
    target = n.Definition(None, "b", "b", "/c", None)
    assert phrasing_to_markdown(content, {"b": target}) == "[a](/c)"
    assert phrasing_to_markdown(content) == "a"


def test_expressions_and_footnote_marks_come_back_as_such() -> None:
    content = parse_phrasing("a {b \\* \\{\\}} `{c \\* d}` [^1]")
    assert [type(node) for node in content] == [
        n.Text, n.MdxTextExpression, n.Text, n.InlineCode, n.Text, n.FootnoteReference,
    ]  # fmt: skip
    assert isinstance(content[1], n.MdxTextExpression)
    assert content[1].value == "b * {}"


@pytest.mark.parametrize("markdown", ["export a", "# a", "<a", "{", "[^", "", "a\n\nb", "`"])
def test_markdown_that_is_not_canonical_is_read_without_error(markdown: str) -> None:
    assert plain_text(parse_phrasing(markdown)).startswith(markdown.partition("\n")[0])


def shown(markdown: str) -> str:
    html = COMMONMARK.render(markdown)
    assert html.count("<p>") == bool(markdown)
    assert not re.match(r"<(?!p>)", html)
    return collapse(unescape(re.sub(r"<[^>]*>", "", html.replace("<br />", " "))))


@settings(max_examples=150)
@given(trees.phrasing)
def test_canonical_markdown_shows_the_plain_text(content: tuple[n.Node, ...]) -> None:
    markdown = phrasing_to_markdown(content)
    assert shown(markdown) == plain_text(content)
    assert phrasing_to_markdown(parse_phrasing(markdown)) == markdown


@given(
    st.text(alphabet="ab1 é中.,;:'\"()!?+=/|%$#-_@*`<&{[w", max_size=14)
    | st.from_regex(r"(www\.a|[a-z1]|[ .:@_-]){0,8}")
)
def test_words_are_read_without_the_parser_only_where_it_would_read_the_same(text: str) -> None:
    words = parse_words(text)
    if words is not None:
        parsed = parse_mdx(f"x {text}")
        paragraph = parsed.children[0] if parsed.children else None
        assert isinstance(paragraph, n.Paragraph)
        assert [getattr(node, "value", None) for node in paragraph.children] == [f"x {text}".rstrip()]
        assert [getattr(node, "value", None) for node in words] == ([text] if text else [])


@pytest.mark.parametrize(
    "url", ["https://example.org/a", "http://localhost:1", "www.example.org", "a@example.org"]
)
def test_a_url_without_brackets_is_text(url: str) -> None:
    for markdown in (url, f"a {url}, b", f"**{url}** _a {url}_", f"\\[a {url}"):
        assert not any(isinstance(node, n.Link) for node in walk(parse_phrasing(markdown)))
        assert phrasing_to_markdown(parse_phrasing(markdown)) == markdown
