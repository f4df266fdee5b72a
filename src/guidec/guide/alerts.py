"""GitHub's alerts: a quotation whose first line is `[!NOTE]`."""

from __future__ import annotations

import re

from guidec.guide.dialects import Concept, Meaning
from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.guide.element import Element
from guidec.mdx import nodes
from guidec.source import Position

MARKER = re.compile(
    r"""[ \t]*(?P<marker>\[!(?P<name>[A-Za-z]+)(?:[ ](?P<anchor>[\w-]+))?\])(?:[+-](?=[ \t\r\n]|$))?
        [ \t]*(?P<title>[^\r\n]*)(?:\r\n?|\n|$)""",
    re.VERBOSE,
)
"""`[!NOTE]`, `[!NOTE id]` (Clerk), `[!NOTE]-` for one that is folded, and perhaps a title."""


def as_alert(quote: nodes.Blockquote) -> Element | None:
    """Give the admonition that a quotation is, or None; a title may follow the marker."""
    first = quote.children[0] if quote.children else None
    if not isinstance(first, nodes.Paragraph) or not isinstance(first.children[0], nodes.Text):
        return None
    text = first.children[0]
    marker = MARKER.match(text.value)
    kind = ADMONITION_TYPES.get(marker["name"].lower()) if marker else None
    if marker is None or kind is None:
        return None
    title = marker["title"].strip()
    if title and len(first.children) > 1 and marker.end() == len(text.value):
        return None
    rest = _without_marker(text, marker.end(), first.children[1:])
    content = (nodes.Paragraph(first.position, rest), *quote.children[1:]) if rest else quote.children[1:]
    said = {"title": title, "id": marker["anchor"]}
    attributes = {key: value for key, value in said.items() if value}
    meaning = Meaning(Concept.ADMONITION, kind)
    return Element(
        quote.position, content, None, attributes, meaning, inline=False, spelling=marker["marker"]
    )


def _without_marker(text: nodes.Text, end: int, others: tuple[nodes.Node, ...]) -> tuple[nodes.Node, ...]:
    others = others[1:] if others and isinstance(others[0], nodes.Break) else others
    if end >= len(text.value):
        return others
    place = text.position
    start = Position(place.source, place.start_offset + end, place.end_offset) if place else None
    return (nodes.Text(start, text.value[end:]), *others)
