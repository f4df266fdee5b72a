"""The part of a file that an include names: `<include>page.mdx#part</include>` (fumadocs)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.anchors import Slugger
from guidec.guide.heading_marks import anchor_in, marks_of, without_marks
from guidec.guide.text import plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence


def part_of(content: Sequence[nodes.Node], anchor: str | None) -> Sequence[nodes.Node]:
    """Give what stands in `<section id>`, or from the heading with that anchor to the next of its level; else all."""
    if anchor is None:
        return content
    slugger = Slugger()
    for at, node in enumerate(content):
        if isinstance(node, nodes.MdxJsxElement) and node.name == "section" and _id(node) == anchor:
            return node.children
        if isinstance(node, nodes.Heading) and _anchor(node, slugger) == anchor:
            return content[at : _end(content, at, node.depth)]
    return content


def _id(element: nodes.MdxJsxElement) -> str | None:
    values = (a.value for a in element.attributes if isinstance(a, nodes.MdxJsxAttribute) and a.name == "id")
    return next((value for value in values if isinstance(value, str)), None)


def _anchor(heading: nodes.Heading, slugger: Slugger) -> str:
    bare = without_marks(heading)
    return anchor_in(marks_of(bare)) or slugger.slug(plain_text(bare.children))


def _end(content: Sequence[nodes.Node], start: int, depth: int) -> int:
    """Give where the section ends whose heading stands at `start`."""
    ends = (
        at
        for at in range(start + 1, len(content))
        if isinstance(node := content[at], nodes.Heading) and node.depth <= depth
    )
    return next(ends, len(content))
