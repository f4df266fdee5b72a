"""Nodes as text, in the two forms that the typed guide carries: plain, and canonical Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.element import Element, is_phrasing
from guidec.mdx import nodes
from guidec.mdx import text as mdx_text
from guidec.mdx.serialize import phrasing_to_markdown
from guidec.mdx.text import collapse
from guidec.source import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["collapse", "markdown", "plain_text", "title_markdown", "well_formed"]


def plain_text(content: Iterable[nodes.Node]) -> str:
    """Give the words that a reader sees: entities decoded, blocks joined by one space.

    Alternative texts, attributes and comments are left out; an expression that has no known value is its source.
    """
    return mdx_text.plain_text(content, is_phrasing)


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
    """Give phrasing content without components: a link for one that leads somewhere, else what it holds."""
    plain: list[nodes.Node] = []
    for node in content:
        if isinstance(node, Element):
            held = _without_elements(node.children)
            url = node.address
            plain += [nodes.Link(node.position, held, url, None)] if url and held else held
        elif isinstance(node, nodes.Parent):
            plain.append(replace(node, children=_without_elements(node.children)))
        else:
            plain.append(node)
    return tuple(plain)
