"""URLs that are no links, so that MDX with GFM does not make links of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.escape import escape_text
from guidec.mdx.parse import parse_line
from guidec.mdx.rules_inline.linkify import may_hold_autolinks
from guidec.mdx.text import join_texts
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORD = re.compile(r"\S+")
PUNCTUATION = "!\"'()*,.:;<>?[]_{}~"
GUARD = "x "
"""With a word before it no text is anything but a paragraph."""


def without_autolinks(content: tuple[n.Node, ...]) -> tuple[n.Node, ...]:
    """Give phrasing content with each URL in text as an expression: no escape keeps it from being a link."""
    text = "".join([node.value for node in walk(content) if isinstance(node, n.Text)])
    return _written(content) if may_hold_autolinks(text) else content


def _written(content: Iterable[n.Node]) -> tuple[n.Node, ...]:
    pieces = (piece for node in join_texts(content) for piece in _pieces(node))
    return tuple(piece for piece in pieces if not isinstance(piece, n.Text) or piece.value)


def _pieces(node: n.Node) -> Iterable[n.Node]:
    if isinstance(node, n.Text) and may_hold_autolinks(node.value):
        return _split(node.value)
    if isinstance(node, n.Parent) and not isinstance(node, n.Link):
        return (replace(node, children=_written(node.children)),)
    return (node,)


def _split(text: str) -> Iterator[n.Node]:
    """Cut a text at each word that the parser would find a link in."""
    done = 0
    for word in WORD.finditer(text):
        if may_hold_autolinks(word[0]) and _is_link(word[0]):
            url = word[0].strip(PUNCTUATION)
            start = text.index(url, word.start())
            yield n.Text(None, text[done:start])
            # A bar would end the cell of a table.
            yield n.MdxTextExpression(None, json.dumps(url, ensure_ascii=False).replace("|", "\\u007c"))
            done = start + len(url)
    yield n.Text(None, text[done:])


def _is_link(word: str) -> bool:
    root = parse_line(GUARD + escape_text(word, " ", " "))
    return any(isinstance(node, n.Link) for node in walk(root.children))
