"""Components back to their places among the words of a line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.canonical_parse import parse_phrasing
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
    """Put the tags of all components into Markdown; what starts in another one ends there."""
    pieces: list[str] = []
    done = 0
    open_ones: list[tuple[int, int]] = []

    def close(until: int) -> None:
        nonlocal done
        while open_ones and open_ones[-1][1] <= until:
            number, end = open_ones.pop()
            pieces.extend((markdown[done:end], f"</_{number}>"))
            done = max(done, end)

    for number, component in enumerate(components):
        close(component.start)
        pieces += (markdown[done : component.start], f"<_{number}>")
        done = max(done, component.start)
        around = open_ones[-1][1] if open_ones else len(markdown)
        open_ones.append((number, min(max(component.end, component.start), around)))
    close(len(markdown))
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
