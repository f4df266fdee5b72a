"""What a reader sees of nodes, as plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]+")
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
    return collapse("".join(piece for node in nodes for piece in _pieces(node, is_phrasing)))


def collapse(text: str) -> str:
    """Make every run of white space one space, and none at the ends; a no-break space is no white space."""
    return WHITE_SPACE.sub(" ", text).strip(" ")


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


def _pieces(node: n.Node, is_phrasing: Callable[[n.Node], bool]) -> Iterator[str]:
    if isinstance(node, INVISIBLE):
        return
    if isinstance(node, (n.MdxTextExpression, n.MdxFlowExpression)):
        if not is_comment(node.value):
            yield "{" + node.value + "}"
    elif isinstance(node, n.Literal_):
        yield node.value
    elif isinstance(node, n.Break) or _is_line_break(node):
        yield " "
    elif isinstance(node, n.Parent):
        if not is_phrasing(node):
            yield " "
        for child in node.children:
            yield from _pieces(child, is_phrasing)
    if not is_phrasing(node):
        yield " "


def _is_line_break(node: n.Node) -> bool:
    return isinstance(node, n.MdxJsxElement) and node.name == "br"
