"""Nodes as text, in the two forms that the typed guide carries: plain, and canonical Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.element import Element, holds_element, is_phrasing
from guidec.mdx import nodes
from guidec.mdx import text as mdx_text
from guidec.mdx.canonical import phrasing_to_markdown
from guidec.mdx.parse import parse_mdx
from guidec.mdx.text import collapse
from guidec.source import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from guidec.source import Position

__all__ = ["beyond_text", "caption", "collapse", "markdown", "plain_text", "title_markdown", "well_formed"]


def plain_text(content: Iterable[nodes.Node]) -> str:
    """Give the words that a reader sees: entities decoded, blocks joined by one space.

    Alternative texts, attributes and comments are left out; an expression that has no known value is its source.
    """
    match content:
        case (nodes.Text(value=value),):  # what two of three lines are
            return collapse(value)
    return mdx_text.plain_text(content, is_phrasing)


def markdown(content: Sequence[nodes.Node]) -> str:
    """Give phrasing content as canonical CommonMark; of a component among the words only the content stays."""
    plain = _without_elements(content) if holds_element(content) else content
    return phrasing_to_markdown(plain).strip()


def title_markdown(heading: nodes.Heading | None) -> str | None:
    """Give a heading as canonical CommonMark where it holds more than plain text, else None."""
    return beyond_text(heading.children) if heading is not None else None


def beyond_text(content: Sequence[nodes.Node]) -> str | None:
    """Give phrasing content as canonical CommonMark where it holds more than plain text, else None."""
    if all(isinstance(node, nodes.Text) for node in content):
        return None
    written = markdown(content)
    return None if written == markdown([nodes.Text(None, plain_text(content))]) else written


def caption(written: str, position: Position | None) -> tuple[nodes.Node, ...]:
    """Read a caption, an attribute that holds Markdown or JSX, as phrasing content that stands at `position`."""
    is_jsx = written.startswith("{") and written.endswith("}") and "<" in written
    root = parse_mdx(written[1:-1].strip() if is_jsx else written)
    only = root.children[0] if len(root.children) == 1 else None
    if not isinstance(only, nodes.Paragraph) or root.diagnostics or _holds_mdx(only):
        return (nodes.Text(position, plain_text(root.children) if is_jsx else collapse(written)),)
    return _placed(only.children, position)


def _holds_mdx(node: nodes.Node) -> bool:
    if isinstance(node, nodes.MdxJsxElement | nodes.MdxTextExpression):
        return True
    return isinstance(node, nodes.Parent) and any(map(_holds_mdx, node.children))


def _placed(content: Iterable[nodes.Node], position: Position | None) -> tuple[nodes.Node, ...]:
    return tuple(
        replace(node, position=position, children=_placed(node.children, position))
        if isinstance(node, nodes.Parent)
        else replace(node, position=position)
        for node in content
    )


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
