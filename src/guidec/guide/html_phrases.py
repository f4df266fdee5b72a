"""Elements of HTML among words for which Markdown has no form, and the anchors that links lead to.

They stay elements, so that the typed guide has them among its `components` and every target can write them again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.dialects import Concept
from guidec.guide.dialects.meaning import Meaning
from guidec.guide.element import Element, as_phrasing, is_blank, is_phrasing
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from guidec.guide.html_elements import Attributes, Content, Reader
    from guidec.source import Position

PHRASE = Meaning(Concept.PHRASE)
ANCHORED = (Concept.STEP, Concept.SECTION, Concept.ADMONITION, Concept.ACCORDION, Concept.TAB)
"""What has an `anchor` in the typed guide."""


def phrase(name: str) -> Reader:
    """Read an element around words; one around blocks says nothing of its own."""

    def read(position: Position | None, attributes: Attributes, content: Content) -> Content:
        words = _words(content)
        if not all(map(is_phrasing, words)):
            return content
        return (Element(position, words, name, attributes, PHRASE, inline=True, spelling=name),)

    return read


def _words(content: Content) -> Content:
    """Give content, that of a paragraph where it is all of it."""
    match content:
        case (nodes.Paragraph(children=children),):
            return children
    return content


def quotation(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<q>`, whose quotation marks browsers show."""
    return (nodes.Text(position, "“"), *as_phrasing(content), nodes.Text(position, "”"))


def anchor(name: str) -> Reader:
    """Read an element that is a place for links to lead to; one without an id says nothing."""

    def read(position: Position | None, attributes: Attributes, content: Content) -> Content:
        own = attributes.get("id", attributes.get("name"))
        if not isinstance(own, str) or not own.strip() or not all(map(is_phrasing, content)):
            return content
        return (Element(position, content, name, attributes, PHRASE, inline=True, spelling=name),)

    return read


def with_anchors(content: Sequence[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Give flow with each anchor on a line of its own in the line below it, or as the id of the component there.

    Where neither stands below, it is at the end of the line above.
    """
    if not any(map(_anchors, content)):
        return tuple(content)
    made: list[nodes.Node] = []
    waiting: list[nodes.Node] = []
    for node in content:
        if anchors := _anchors(node):
            waiting += anchors
            continue
        named = _begun(node, waiting) if waiting else node
        if named is node and waiting and made:
            made[-1] = _ended(made[-1], waiting)
        made.append(named)
        waiting = []
    if waiting and made:
        made[-1] = _ended(made[-1], waiting)
    return tuple(made) if made else (nodes.Paragraph(waiting[0].position, tuple(waiting)),)


def _anchors(node: nodes.Node) -> Content:
    """Give the anchors that are all of a paragraph."""
    if not isinstance(node, nodes.Paragraph) or not all(is_blank(c) or _is_anchor(c) for c in node.children):
        return ()
    return tuple(child for child in node.children if not is_blank(child))


def _is_anchor(node: nodes.Node) -> bool:
    return isinstance(node, Element) and node.is_a(Concept.PHRASE) and not node.children


def _begun(node: nodes.Node, anchors: Sequence[nodes.Node]) -> nodes.Node:
    """Give a node with anchors before its first words, itself where it has no place for them."""
    match node:
        case nodes.Paragraph() | nodes.Heading():
            return replace(node, children=(*anchors, *node.children))
        case nodes.List(children=(first, *others)) | nodes.ListItem(children=(first, *others)):
            begun = _begun(first, anchors)
            return node if begun is first else replace(node, children=(begun, *others))
        case Element() if node.is_a(*ANCHORED) and "id" not in node.attributes:
            return replace(node, attributes={**node.attributes, "id": _id(anchors[0])})
    return node


def _ended(node: nodes.Node, anchors: Sequence[nodes.Node]) -> nodes.Node:
    """Give a node with anchors behind its last words, itself where it has no place for them."""
    match node:
        case nodes.Paragraph() | nodes.Heading():
            return replace(node, children=(*node.children, *anchors))
        case nodes.List(children=(*others, last)) | nodes.ListItem(children=(*others, last)):
            return replace(node, children=(*others, _ended(last, anchors)))
    return node


def _id(anchor: nodes.Node) -> JsonValue:
    assert isinstance(anchor, Element)
    return anchor.attributes.get("id", anchor.attributes.get("name"))
