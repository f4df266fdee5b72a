"""Nodes as text, in the two forms that the typed guide carries: plain, and canonical Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.element import Element
from guidec.mdx import nodes
from guidec.mdx.serialize import phrasing_to_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

WHITE_SPACE = re.compile(r"[ \t\r\n\f\v]+")


def collapse(text: str) -> str:
    """Collapse white space to single spaces, none at either end; a no-break space is a character like any other."""
    return WHITE_SPACE.sub(" ", text).strip(" ")


def plain_text(content: Iterable[nodes.Node]) -> str:
    """Give the words that a reader sees: entities decoded, blocks joined by one space.

    Alternative texts, attributes and comments are left out; an expression that has no known value is its source.
    """
    parts: list[str] = []
    for node in content:
        _collect(node, parts)
    return collapse("".join(parts))


def _collect(node: nodes.Node, parts: list[str]) -> None:
    match node:
        case nodes.MdxTextExpression() | nodes.MdxFlowExpression():
            parts.append(f"{{{node.value}}}")
        case nodes.Text() | nodes.InlineCode():
            parts.append(node.value)
        case nodes.Break():
            parts.append(" ")
        case nodes.Literal_():
            parts.append(f" {node.value} ")
        case nodes.Parent():
            apart = "" if _in_line(node) else " "
            parts.append(apart)
            for child in node.children:
                _collect(child, parts)
            parts.append(apart)


def _in_line(node: nodes.Parent) -> bool:
    if isinstance(node, Element):
        return node.inline
    return isinstance(node, nodes.Emphasis | nodes.Strong | nodes.Delete | nodes.Link | nodes.LinkReference)


def markdown(content: Iterable[nodes.Node]) -> str:
    """Give phrasing content as canonical CommonMark; of a component among the words only the content stays."""
    return phrasing_to_markdown(_without_elements(content)).strip()


def title_markdown(heading: nodes.Heading | None) -> str | None:
    """Give a heading as canonical CommonMark where it holds more than plain text, else None."""
    if heading is None:
        return None
    written = markdown(heading.children)
    return None if written == markdown([nodes.Text(None, plain_text(heading.children))]) else written


def _without_elements(content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
    from dataclasses import replace

    plain: list[nodes.Node] = []
    for node in content:
        if isinstance(node, Element):
            plain += _without_elements(node.children)
        elif isinstance(node, nodes.Parent):
            plain.append(replace(node, children=_without_elements(node.children)))
        else:
            plain.append(node)
    return tuple(plain)
