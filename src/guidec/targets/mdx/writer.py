"""What everything that writes MDX shares: the style, and where in the guide the writer stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from guidec.diagnostics.rules.dialects import DIALECT_LACKS, DIALECT_NEAREST
from guidec.guide.heading_marks import anchor_in, as_nodes
from guidec.mdx import nodes as n
from guidec.mdx.canonical import phrasing_to_markdown
from guidec.targets.mdx.bare_urls import without_autolinks
from guidec.targets.mdx.elements import joined, line_element, spelled, with_line_breaks
from guidec.targets.mdx.inline import parse_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from guidec.guide.dialects import Dialect, Meaning
    from guidec.guide.dialects.style import Spelling, Style
    from guidec.guide.models import Block, InlineComponent, Place, Section
    from guidec.targets.mdx.report import Report


class BlockForm(Protocol):
    """Writes one type of block."""

    def __call__(self, block: Block, writer: Writer, /) -> list[n.Node]:
        """Give the nodes that a block is written as."""


class Writer(NamedTuple):
    """Writes the content of a guide as mdast nodes; one is made for each step and list, so it is a tuple."""

    forms: Mapping[str, BlockForm]
    """By the type of block."""
    dialect: Dialect
    style: Style
    """The dialect's; for a guide of its own with a form for everything."""
    spelling: Spelling
    """The style's, for where the writer stands."""
    words: Mapping[str, Meaning]
    """What each component means to a reader of the dialect."""
    moved: Report | None
    """Takes what the dialect cannot say; None for a guide of its own, whose callouts keep their authors' spelling."""
    place: Place | None = None
    """Of the innermost section or step around the writer."""
    in_list: bool = False
    """Whether the writer stands in an item of a list."""

    def blocks(self, blocks: Iterable[Block]) -> list[n.Node]:
        """Write blocks."""
        written = [node for block in blocks for node in self.forms[block.type](block, self)]
        return joined(written, self.style.accordions) if self.style.accordions else written

    def phrasing(self, markdown: str, components: Sequence[InlineComponent] = ()) -> tuple[n.Node, ...]:
        """Write a `markdown` field in the spelling of the place, with the components in it."""
        return self._spelled(parse_line(markdown, components), has_breaks="\n" in markdown)

    def title(
        self, text: str | None, markdown: str | None, components: Sequence[InlineComponent] = ()
    ) -> tuple[n.Node, ...]:
        """Write a title, which is plain unless its Markdown says more."""
        if markdown is None and components:
            markdown = phrasing_to_markdown((n.Text(None, text or ""),))
        if markdown or components:
            return self.phrasing(markdown or "", components)
        return self._spelled((n.Text(None, text),)) if text else ()

    def _spelled(self, content: tuple[n.Node, ...], *, has_breaks: bool = False) -> tuple[n.Node, ...]:
        if self.style.jsx:
            content = without_autolinks(content)
            content = with_line_breaks(content) if has_breaks else content
        return spelled(content, self.spelling)

    def heading(self, depth: int, content: tuple[n.Node, ...], marks: Sequence[str] = ()) -> n.Node:
        """Write a heading, and behind it what the documentation system reads."""
        marks = self._marks(marks) if self.moved else marks
        if marks:
            return n.Heading(None, (*content, *as_nodes(marks)), depth)
        if self.spelling.html_headings and (line := line_element(f"h{depth}", {}, content)):
            return n.Paragraph(None, (line,))
        return n.Heading(None, content, depth)

    def _marks(self, marks: Sequence[str]) -> list[str]:
        """Give the id that marks give a heading as the dialect writes it."""
        anchor = anchor_in(marks)
        if anchor is None:
            return []
        if self.style.heading_id is None:
            self.lacks(f"id `{anchor}` of a heading", "the one that comes of its words")
            return []
        return [self.style.heading_id.format(anchor)]

    def strong_line(self, content: tuple[n.Node, ...]) -> list[n.Node]:
        """Write a title where the dialect has no form for one: as a paragraph of strong text."""
        if not content:
            return []
        marked = spelled((n.Strong(None, content),), self.spelling)
        line = line_element("p", {}, marked) if self.spelling.html_paragraphs else None
        return [n.Paragraph(None, (line,) if line else marked)]

    def lacks(self, what: str, instead: str, place: Place | None = None) -> None:
        """Report something that the dialect has no form for."""
        if self.moved is not None:
            self.moved.add(DIALECT_LACKS, what, instead, place or self.place)

    def nearest(self, what: str, instead: str, place: Place | None = None) -> None:
        """Report something that the dialect says a little differently."""
        if self.moved is not None:
            self.moved.add(DIALECT_NEAREST, what, instead, place or self.place)

    def at(self, place: Place) -> Writer:
        """Give the writer for inside of a section or step."""
        return self._replace(place=place)

    def inside(self, section: Section) -> Writer:
        """Give the writer for inside of a section that is a component."""
        own = self.moved or section.component is None
        return self._replace(spelling=self.style.inside if own else self.style.wrapped, in_list=False)

    def in_callout(self) -> Writer:
        """Give the writer for inside of a callout of one line."""
        in_section = self.spelling is self.style.inside
        return self if in_section else self._replace(spelling=self.style.callouts)

    def in_item(self) -> Writer:
        """Give the writer for inside of a list item."""
        return self._replace(in_list=True)
