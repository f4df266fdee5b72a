"""The one node that extraction adds to mdast: a component whose attributes are values and whose meaning is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from operator import is_
from typing import TYPE_CHECKING, ClassVar, TypeVar

from guidec.guide.dialects import Concept
from guidec.mdx import nodes, text
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from guidec.guide.dialects import Meaning

ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|\.{0,2}/|#")
"""How a `url` starts that is one: many components call other things so (`url="owner/repository"`)."""


@dataclass(frozen=True, slots=True)
class Element(nodes.Parent):
    """A component, directive or alert, whichever way it was spelled."""

    type: ClassVar[str] = "element"
    name: str | None
    """As written; None for a fragment."""
    attributes: Mapping[str, JsonValue]
    """Strings decoded, literals evaluated, any other expression as its source in braces."""
    meaning: Meaning | None
    """None for a component that no dialect and no configuration knows."""
    inline: bool
    """Whether it stands among the words of a paragraph."""
    spelling: str = ""
    """The author's own spelling of an admonition."""
    markup: str = ""
    """What stands between its tags as MDX, where that is for a script of the page alone; it has no children then."""

    def is_a(self, *concepts: Concept) -> bool:
        """Tell whether it means one of `concepts`."""
        return self.meaning is not None and self.meaning.concept in concepts

    def attribute_text(self, *names: str) -> str | None:
        """Give the first of the attributes `names` that is a string with something in it."""
        values = (self.attributes.get(name) for name in names)
        return next((value for value in values if isinstance(value, str) and value.strip()), None)

    @property
    def address(self) -> str | None:
        """Where it leads, for a card, a button or an unknown component with an address."""
        if self.meaning is not None and self.meaning.concept is not Concept.LINK:
            return None
        own = self.meaning.url if self.meaning is not None else "href"
        url = self.attribute_text(own, "href", "to", "url")
        if url is None or url.startswith("{"):
            return None
        named = self.meaning is not None or self.attribute_text("href", "to") is not None
        return url if named or ADDRESS.match(url) else None

    @property
    def anchor(self) -> str | None:
        """The id that its author gave it."""
        return self.attribute_text("id")

    @property
    def title(self) -> str | None:
        """The title that its attributes give it."""
        return self.attribute_text(*self.meaning.title) if self.meaning else None


P = TypeVar("P", bound=nodes.Parent)
PHRASING = frozenset(text.PHRASING)


def is_phrasing(node: nodes.Node) -> bool:
    """Tell whether a node stands in a line of text."""
    return type(node) in PHRASING or (isinstance(node, Element) and node.inline)


def with_children(node: P, children: tuple[nodes.Node, ...]) -> P:
    """Give a node with other children, itself where they are the same ones, as they mostly are."""
    own = node.children
    return (
        node
        if len(own) == len(children) and all(map(is_, own, children))
        else replace(node, children=children)
    )


def holds_element(content: Iterable[nodes.Node]) -> bool:
    """Tell whether a component stands anywhere in content."""
    for node in content:
        if isinstance(node, Element) or (isinstance(node, nodes.Parent) and holds_element(node.children)):
            return True
    return False


def is_blank(node: nodes.Node) -> bool:
    """Tell whether a node is nothing but white space."""
    return isinstance(node, nodes.Text) and not node.value.strip()


def as_flow(content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Give content as flow: runs of text become paragraphs, and white space between blocks is dropped."""
    flow: list[nodes.Node] = []
    run: list[nodes.Node] = []
    for node in content:
        if is_phrasing(node):
            run.append(node)
        else:
            flow += _paragraph(run)
            run = []
            flow.append(node)
    return (*flow, *_paragraph(run))


def _paragraph(run: list[nodes.Node]) -> list[nodes.Node]:
    visible = (
        [node for node in run if not is_blank(node) and not isinstance(node, nodes.Break)] if run else []
    )
    if not visible:
        return []
    return [nodes.Paragraph(spanning(visible[0], visible[-1]), tuple(run))]


def spanning(first: nodes.Node, last: nodes.Node) -> Position | None:
    """Give the position from the start of one node to the end of another in the same source."""
    if first.position is None or last.position is None or first.position.source is not last.position.source:
        return first.position or last.position
    return Position(first.position.source, first.position.start_offset, last.position.end_offset)


def as_phrasing(content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Give content as phrasing: blocks are opened, and a space stands where one starts or ends."""
    phrasing: list[nodes.Node] = []
    below_block = False
    for node in content:
        is_block = not is_phrasing(node)
        if phrasing and (is_block or below_block):
            phrasing.append(nodes.Text(None, " "))
        phrasing += _opened(node) if is_block else (node,)
        below_block = is_block
    return tuple(phrasing)


def _opened(block: nodes.Node) -> tuple[nodes.Node, ...]:
    match block:
        case nodes.Code():
            return (nodes.InlineCode(block.position, block.value),)
        case nodes.MdxFlowExpression():
            return (nodes.MdxTextExpression(block.position, block.value),)
        case Element():
            return (replace(block, children=as_phrasing(block.children), inline=True),)
        case nodes.Parent():
            return as_phrasing(block.children)
    return ()
