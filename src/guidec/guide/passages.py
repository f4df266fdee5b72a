"""Passages: every line of text in a guide, in reading order, with what a reader knows when coming to it.

The indexes (links, redirect URLs, credentials, settings) are made from passages, so each sees the same guide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from guidec.guide.element import Element
    from guidec.guide.runs import Line
    from guidec.mdx import nodes
    from guidec.source import Position

PassageKind = Literal["title", "paragraph", "heading", "item", "step", "cell", "code", "component"]
"""A `step` is the first paragraph of a step that is an item of a plain numbered list."""
WORD = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Passage:
    """A paragraph, heading, list item, table cell, code block or titled component."""

    kind: PassageKind
    content: tuple[nodes.Node, ...]
    """Its phrasing content; for code the code node, for a component nothing."""
    text: str
    """Plain text; for a component its title."""
    line: Line
    """Its runs of text."""
    position: Position | None
    section: str | None
    """The id of the innermost section around it."""
    step: str | None
    """The id of the innermost step around it."""
    lead: Passage | None = None
    """What introduces it: the text above a list (or its title), for a nested item the item above."""
    column: str | None = None
    """For a table cell the head of its column."""
    row: str | None = None
    """For a table cell the text of the first cell in its row."""
    row_position: Position | None = None
    """For a table cell where its row stands."""
    element: Element | None = None
    """For a component the component itself."""
    card: Element | None = None
    """The innermost card or other component with an address that it stands in."""
    admonition: bool = False
    """Whether it stands inside of an admonition."""

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it, in lower case: most patterns need one of a few, and looking for those costs a tenth."""
        said = self.text if self.text == self.line.text else f"{self.text}\n{self.line.text}"
        return frozenset(WORD.findall(said.lower()))
