"""The text in a tree: what a reader sees of nodes, as plain text; and texts side by side, which are one."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WHITE_SPACE = re.compile(r"[ \t\r\n\f\v](?:[ \t\r\n\f\v]+|(?<! ))")
"""More than a space: to leave each single one as it is takes a third of the time."""
INVISIBLE = (n.Yaml, n.MdxjsEsm, n.Definition, n.Html, n.ThematicBreak)
PHRASING = (
    n.Text,
    n.Emphasis,
    n.Strong,
    n.Delete,
    n.InlineCode,
    n.Break,
    n.Link,
    n.LinkReference,
    n.Image,
    n.ImageReference,
    n.FootnoteReference,
    n.MdxTextExpression,
    n.MdxJsxTextElement,
)


def is_phrasing(node: n.Node) -> bool:
    """Tell whether a node stands in a line of text (mdast phrasing content)."""
    return isinstance(node, PHRASING)


def plain_text(nodes: Iterable[n.Node], is_phrasing: Callable[[n.Node], bool] = is_phrasing) -> str:
    """Give the plain text of `nodes`, white space collapsed; `is_phrasing` tells which of them make no block.

    Entities are decoded and blocks joined by one space. Alternative texts, attribute values, footnote marks
    and comments are left out; an expression stays as its source in braces.
    """
    pieces: list[str] = []
    for node in nodes:
        _collect(node, is_phrasing, pieces)
    return collapse("".join(pieces))


def collapse(text: str) -> str:
    """Make every run of white space one space, and none at the ends; a no-break space is no white space."""
    return WHITE_SPACE.sub(" ", text).strip(" ")


def join_texts(nodes: Iterable[n.Node]) -> list[n.Node]:
    """Join texts that stand side by side: read again they are one."""
    nodes = list(nodes)
    if (n.Text, n.Text) not in pairwise(map(type, nodes)):
        return nodes
    joined: list[n.Node] = []
    words: list[str] = []
    for node in nodes:
        if isinstance(node, n.Text):
            words.append(node.value)
            continue
        if words:
            joined.append(n.Text(None, "".join(words)))
            words = []
        joined.append(node)
    return [*joined, n.Text(None, "".join(words))] if words else joined


def is_comment(expression: str) -> bool:
    """Say whether the source between braces holds nothing but JavaScript comments, or nothing at all."""
    rest = expression.strip()
    while rest:
        if rest.startswith("/*"):
            rest = rest[2:].partition("*/")[2].lstrip()
        elif rest.startswith("//"):
            rest = rest.partition("\n")[2].lstrip()
        else:
            return False
    return True


def _collect(node: n.Node, is_phrasing: Callable[[n.Node], bool], pieces: list[str]) -> None:
    if isinstance(node, n.Text):
        pieces.append(node.value)
        return
    if isinstance(node, INVISIBLE):
        return
    stands_alone = not is_phrasing(node)
    if isinstance(node, (n.MdxTextExpression, n.MdxFlowExpression)):
        if not is_comment(node.value):
            pieces.append("{" + node.value + "}")
    elif isinstance(node, n.Literal_):
        pieces.append(node.value)
    elif isinstance(node, n.Break) or _is_line_break(node):
        pieces.append(" ")
    elif isinstance(node, n.Parent):
        if stands_alone:
            pieces.append(" ")
        for child in node.children:
            _collect(child, is_phrasing, pieces)
    if stands_alone:
        pieces.append(" ")


def _is_line_break(node: n.Node) -> bool:
    return isinstance(node, n.MdxJsxElement) and node.name == "br"
