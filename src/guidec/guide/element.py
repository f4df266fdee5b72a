"""The one node that extraction adds to mdast: a component whose attributes are values and whose meaning is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from guidec.guide.dialects import Concept
from guidec.mdx import nodes, text
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from guidec.guide.dialects import Meaning


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
        url = self.attribute_text("href", "to", "url")
        return None if url is None or url.startswith("{") else url

    @property
    def title(self) -> str | None:
        """The title that its attributes give it."""
        return self.attribute_text(*self.meaning.title) if self.meaning else None


def is_phrasing(node: nodes.Node) -> bool:
    """Tell whether a node stands in a line of text."""
    return node.inline if isinstance(node, Element) else text.is_phrasing(node)


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
    visible = [node for node in run if not is_blank(node) and not isinstance(node, nodes.Break)]
    if not visible:
        return []
    return [nodes.Paragraph(spanning(visible[0], visible[-1]), tuple(run))]


def spanning(first: nodes.Node, last: nodes.Node) -> Position | None:
    """Give the position from the start of one node to the end of another in the same source."""
    if first.position is None or last.position is None or first.position.source is not last.position.source:
        return first.position or last.position
    return Position(first.position.source, first.position.start_offset, last.position.end_offset)


def as_phrasing(content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Give content as phrasing: paragraphs are opened, and a space stands between two of them."""
    phrasing: list[nodes.Node] = []
    for node in content:
        if isinstance(node, nodes.Paragraph):
            phrasing += [nodes.Text(None, " "), *node.children] if phrasing else node.children
        else:
            phrasing.append(node)
    return tuple(phrasing)
