"""What everything that writes MDX shares: the style, and where in the guide the writer stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from guidec.mdx import nodes as n
from guidec.mdx.canonical_parse import parse_phrasing
from guidec.targets.mdx.elements import line_element, spelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from guidec.guide.models import Block
    from guidec.targets.mdx.styles import Spelling, Style


class BlockForm(Protocol):
    """Writes one type of block."""

    def __call__(self, block: Block, writer: Writer, /) -> list[n.Node]:
        """Give the nodes that a block is written as."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the content of a guide as mdast nodes."""

    forms: Mapping[str, BlockForm]
    """By the type of block."""
    style: Style
    spelling: Spelling
    """The style's, for where the writer stands."""
    own: bool
    """Whether the style is that of the guide's own dialect, so that each callout keeps its author's spelling."""
    in_list: bool = False
    """Whether the writer stands in an item of a list."""

    def blocks(self, blocks: Iterable[Block]) -> list[n.Node]:
        """Write blocks."""
        return [node for block in blocks for node in self.forms[block.type](block, self)]

    def phrasing(self, markdown: str) -> tuple[n.Node, ...]:
        """Write a `markdown` field in the spelling of the place."""
        return spelled(parse_phrasing(markdown), self.spelling) if markdown else ()

    def title(self, text: str | None, markdown: str | None) -> tuple[n.Node, ...]:
        """Write a title, which is plain unless its Markdown says more."""
        return self.phrasing(markdown) if markdown else (n.Text(None, text),) if text else ()

    def heading(self, depth: int, content: tuple[n.Node, ...]) -> n.Node:
        """Write a heading."""
        if self.spelling.html_blocks and (line := line_element(f"h{depth}", {}, content)):
            return n.Paragraph(None, (line,))
        return n.Heading(None, content, depth)

    def inside(self) -> Writer:
        """Give the writer for inside of a section component."""
        return replace(self, spelling=self.style.inside, in_list=False)

    def in_item(self) -> Writer:
        """Give the writer for inside of a list item."""
        return replace(self, in_list=True)
