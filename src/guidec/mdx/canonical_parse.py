"""Canonical Markdown back to phrasing content: the way back from `guidec.mdx.canonical`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.parse import parse_line, parse_mdx

if TYPE_CHECKING:
    from collections.abc import Iterator

# With a word before it no line is a heading, a list or ESM.
GUARD = "x "
TOKEN = re.compile(r"`+|\\.|\{(?P<source>(?:\\.|[^\\{}])*)\}|[^`\\{]+|.", re.DOTALL)
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
WORDS = re.compile(r"(?!\s)[\w ,;.'\"()?!+=/|%$#-]*(?<!\s)")
"""Characters that Markdown and MDX read as text, but for underscores, white space in a row, and `www.`."""
FOOTNOTE = re.compile(r"(?<!\\)\[\^(?:\\.|[^\[\]\\\s])+\]")


def parse_phrasing(markdown: str) -> tuple[n.Node, ...]:
    """Read what `phrasing_to_markdown` wrote; Markdown that MDX cannot read is text."""
    words = parse_words(markdown)
    return _parsed(markdown) if words is None else words


def parse_words(markdown: str) -> tuple[n.Node, ...] | None:
    """Read text without any syntax, a hundred times as fast as the parser; None where it must be asked."""
    if not WORDS.fullmatch(markdown) or "_" in markdown or "  " in markdown or "www." in markdown.lower():
        return None
    return (n.Text(None, markdown),) if markdown else ()


@lru_cache(maxsize=1024)
def _parsed(markdown: str) -> tuple[n.Node, ...]:
    # Guides of one folder say many things alike: one such line in five of real ones was among the last thousand.
    # A footnote's mark is one only where the footnote is known.
    marks = "".join(f"\n\n{mark}: x" for mark in dict.fromkeys(FOOTNOTE.findall(markdown)))
    text = GUARD + "".join(_as_mdx(markdown)) + marks
    is_line = "\n" not in text and "\r" not in text
    # In canonical Markdown every link has its brackets.
    root = parse_line(text, autolinks=False) if is_line else parse_mdx(text, autolinks=False)
    if any(found.severity == "error" for found in root.diagnostics):
        return (n.Text(None, markdown),)
    first = root.children[0] if root.children else None
    if not isinstance(first, n.Paragraph) or not isinstance(guard := first.children[0], n.Text):
        return (n.Text(None, markdown),)
    rest = guard.value.removeprefix(GUARD.rstrip()).removeprefix(" ")
    return ((n.Text(guard.position, rest),) if rest else ()) + first.children[1:]


def _as_mdx(markdown: str) -> Iterator[str]:
    """Take the escapes off the source of expressions: CommonMark needs them, MDX must not have them."""
    at = 0
    while match := TOKEN.match(markdown, at):
        at = match.end()
        token = match[0]
        if token[0] == "`":
            closing = re.compile(rf"(?<!`){token}(?!`)").search(markdown, at)
            if closing:
                token, at = markdown[match.start() : closing.end()], closing.end()
        elif match["source"] is not None:
            token = "{" + ESCAPE.sub(r"\1", match["source"]) + "}"
        yield token
