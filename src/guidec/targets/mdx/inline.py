"""Components back to their places among the words of a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.canonical_parse import parse_phrasing
from guidec.targets.inline_tags import inline_tags
from guidec.targets.mdx.elements import text_element

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidec.guide.models import InlineComponent


def parse_line(markdown: str, components: Sequence[InlineComponent]) -> tuple[n.Node, ...]:
    """Read the Markdown of a line with its components in it.

    They are put in as `<_0>`, `<_1>` first, so that no attribute is ever read as Markdown.
    """
    if not components:
        return parse_phrasing(markdown) if markdown else ()
    return _named(parse_phrasing(_tagged(markdown, components)), components)


def _tagged(markdown: str, components: Sequence[InlineComponent]) -> str:
    pieces: list[str] = []
    done = 0
    for tag in inline_tags(markdown, components):
        pieces += (markdown[done : tag.offset], f"<{'' if tag.opens else '/'}_{tag.number}>")
        done = max(done, tag.offset)
    return "".join([*pieces, markdown[done:]])


def _named(content: Iterable[n.Node], components: Sequence[InlineComponent]) -> tuple[n.Node, ...]:
    """Give the elements that stand for components their names and attributes."""
    return tuple(_name(node, components) for node in content)


def _name(node: n.Node, components: Sequence[InlineComponent]) -> n.Node:
    if not isinstance(node, n.Parent):
        return node
    children = _named(node.children, components)
    if isinstance(node, n.MdxJsxElement) and node.name and node.name[1:].isdecimal():
        component = components[int(node.name[1:])]
        return text_element(component.name, component.attributes, children)
    return replace(node, children=children)
