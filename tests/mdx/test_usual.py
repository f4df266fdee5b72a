"""What is read without asking the rules is what the rules read: usual text, and usual tags."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guidec.mdx import parse_markdown, parse_mdx, parser_inline, tag
from guidec.mdx.parse import parse_line
from guidec.mdx.rules_inline.usual import MARKDOWN_READERS, MDX_READERS, usual_tokens
from guidec.mdx.unist import to_dict
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.mdx.nodes import Root

WORDS = [
    "a",
    "word",
    "Two words",
    "1.5",
    " ",
    ", ",
    ". ",
    ":",
    "(",
    ")",
    "!",
    "?",
    "'",
    '"',
    "é",
    "\u00a0",
    "-",
]
MARKUP = [
    "*",
    "**",
    "_",
    "__",
    "`",
    "[",
    "](",
    "](/b)",
    "](https://c.example/d_e)",
    "<b>",
    "</b>",
    "<br/>",
    "{x}",
]
OTHERS = [
    "\n",
    "\\",
    "~",
    "&amp;",
    "@",
    "www.",
    "://",
    "![",
    "]",
    "<",
    ">",
    "{",
    "}",
    '<i a="b" c>',
    "^",
    "  ",
]
TEXTS = st.lists(st.sampled_from(WORDS + MARKUP) | st.sampled_from(OTHERS), max_size=12).map("".join)


@pytest.mark.parametrize("parse", [parse_mdx, parse_markdown])
@given(text=TEXTS)
@example(text="Press **New application**, choose _Web_ and [read](/docs/a#b) `code`.")
@example(text='a **b** *c* __d__ (_e_)! <Icon name="x" /> {year}\nlast line')
@example(text="[^a] and [a](b)\n\n[^a]: c")
def test_usual_text_is_read_as_the_rules_read_it(parse: Callable[[Source], Root], text: str) -> None:
    source = Source(text)
    read = parse(source)
    with patch.object(parser_inline, "usual_tokens", lambda *_: None):
        assert parse(source) == read


@given(TEXTS.map(lambda text: "x " + text.replace("\n", "\0")))
def test_a_line_is_the_paragraph_that_a_document_of_it_holds(text: str) -> None:
    line, document = parse_line(text), parse_mdx(text)
    assert to_dict(line) == to_dict(document)
    assert [found.message for found in line.diagnostics] == [found.message for found in document.diagnostics]


@pytest.mark.parametrize(
    "text",
    [
        "Only words, nothing else!",
        "Press **New application**, then _Web_.",
        "Open `Settings` (*beta*)\nand [read](/docs/a_b#c).",
        '<Icon name="x" /> in {year}',
    ],
)
def test_usual_text_needs_no_rules(text: str) -> None:
    assert usual_tokens(text, 0, MDX_READERS)


@pytest.mark.parametrize(
    "text", ["a<b>", "{a}", "a\\*", "a*b*", "**a", "`a``", "see www.a.example", "a ", "a  \nb"]
)
def test_other_text_is_left_to_the_rules(text: str) -> None:
    assert usual_tokens(text, 0, MARKDOWN_READERS) is None


ATTRIBUTES = st.sampled_from(
    [" a", ' b="c d"', "\n e", " /", "=", '"', " f={g}", " é", " h:i", "&", "'", ' j="é"']
)


@given(
    st.sampled_from(["a", "A.b", "/a", "/a.b", "a-b", "é", "", "1"]),
    st.lists(ATTRIBUTES, max_size=5).map("".join),
    st.sampled_from([">", "/>", " />", " >", "", "> b"]),
)
def test_a_usual_tag_is_read_as_the_scanner_reads_it(name: str, attributes: str, end: str) -> None:
    text = f"<{name}{attributes}{end}"
    read = tag.scan_tag(text, 0)
    with patch.object(
        tag, "_usual_tag", lambda found: tag._TagScanner(found.string, found.start(), None).tag()
    ):
        assert tag.scan_tag(text, 0) == read
