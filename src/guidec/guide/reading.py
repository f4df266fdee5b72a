"""The way through a guide: each line of text that is read is a passage, noted with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.guide import DEEP_CONTENT
from guidec.guide import models
from guidec.guide.passages import Passage, PassageKind
from guidec.guide.runs import line_of
from guidec.guide.slugs import Slugs
from guidec.guide.text import plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from guidec.guide.element import Element
    from guidec.source import Position, Source

DEEPEST: Final = 150
"""Content deeper than so many levels of JSON is kept as words.

Readers of JSON give up at 200 levels, pydantic's among them; what is left is for a table or a component's attributes.
"""


class Depth:
    """Counts levels of JSON; `with` it, one stands in an object in a list for a while."""

    def __init__(self) -> None:
        self.depth = 0

    def __enter__(self) -> None:
        self.depth += 2

    def __exit__(self, *error: object) -> None:
        self.depth -= 2


class Reading:
    """What was read of a guide so far, and where the reader stands.

    `passages` and `admonitions` grow in reading order.
    """

    def __init__(self, guide: Source) -> None:
        self.guide = guide
        self.slugs = Slugs()
        self.passages: list[Passage] = []
        self.last_words: Passage | None = None
        """The last passage that says anything; an image stands between a text and what it introduces."""
        self.admonitions: list[models.AdmonitionRef] = []
        self.section: str | None = None
        self.current_step: str | None = None
        self.optional: set[str | None] = set()
        """The ids of the sections and steps that may be left out."""
        self.diagnostics: list[Diagnostic] = []
        self.deeper = Depth()
        """How many lists and objects of JSON are open."""
        self.in_admonition = False
        self.card: Element | None = None

    def place(self, position: Position | None) -> models.Place:
        """Give a position as the model has it; a node without one stands at the start of the guide."""
        return models.Place.of(position or self.guide.span(0, 0), self.guide)

    def say(
        self,
        kind: PassageKind,
        content: tuple[nodes.Node, ...],
        position: Position | None,
        lead: Passage | None = None,
        *,
        text: str | None = None,
        column: str | None = None,
        row: str | None = None,
        row_position: Position | None = None,
        element: Element | None = None,
    ) -> Passage:
        """Note a passage where the maker stands; `text` is given where it is not that of `content`."""
        text = plain_text(content) if text is None else text
        passage = Passage(
            kind,
            content,
            text,
            line_of(content, text),
            position,
            self.section,
            self.current_step,
            lead,
            column,
            row,
            row_position,
            element,
            self.card,
            self.in_admonition,
        )
        self.passages.append(passage)
        if passage.text:
            self.last_words = passage
        return passage

    def announcing_item(self) -> Passage | None:
        """Give the item that was read last where it ends in a colon: it announces a list or table behind its own."""
        last = self.last_words
        announces = last is not None and last.kind in ("item", "step") and last.text.endswith(":")
        return last if announces else None

    def as_words(self, node: nodes.Node) -> nodes.Node:
        """Give a node that would hold further blocks as a paragraph of its words, and report it."""
        if not isinstance(node, nodes.Parent) or isinstance(
            node, nodes.Paragraph | nodes.Heading | nodes.Table
        ):
            return node
        if node.position is not None and not self.diagnostics:
            message = (
                f"Unexpected content {self.deeper.depth} levels deep in the data, expected at most {DEEPEST}"
            )
            self.diagnostics.append(Diagnostic.at(DEEP_CONTENT, message, node.position))
        return nodes.Paragraph(node.position, (nodes.Text(node.position, plain_text([node])),))
