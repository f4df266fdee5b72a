"""HTML, read with BeautifulSoup -> the same nodes that MDX gives.

Every element becomes a JSX element with its name and attributes, so one table (`html_elements`) says what it means.
BeautifulSoup knows where a tag starts; the rest is found by going through the source beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.html_elements import FLOW_NAMES
from guidec.guide.text import collapse
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bs4 import BeautifulSoup, Tag

    from guidec.guide.cover import Cover
    from guidec.source import Position, Source

OPEN_TAG = re.compile(r"<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>")
SILENT = frozenset({"head", "script", "style", "template", "noscript", "svg", "nav", "title", "meta", "link"})
"""Elements without words for a reader."""
CONTENT = ("main", "article", "body")
"""Where a page's own content stands, the innermost first."""
MAX_DEPTH = 200


def read_page(source: Source) -> nodes.Root:
    """Read an exported page: its own content, without navigation and scripts."""
    soup = make_soup(source.text)
    content = next((found for name in CONTENT if (found := soup.find(name))), soup)
    return nodes.Root(source.span(0, len(source.text)), SoupReader(source).children(content))


def page_cover(cover: Cover, source: Source) -> None:
    """Read the description in the head of a page, and the title where the page has no heading of level 1."""
    soup = make_soup(source.text)
    if soup.title and not soup.find("h1"):
        cover.title = collapse(soup.title.get_text())
    meta = soup.find("meta", attrs={"name": "description"})
    said = meta.get("content") if meta else None
    cover.kind = "exported"
    cover.description = collapse(str(said)) or None if said else None


def make_soup(text: str) -> BeautifulSoup:
    """Parse HTML leniently, as browsers do."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(text, "html.parser", multi_valued_attributes=None, on_duplicate_attribute="ignore")


class SoupReader:
    """Turns the elements of one source into nodes; `at` is how far it has come."""

    def __init__(self, source: Source, kept: Mapping[str, nodes.Node] | None = None) -> None:
        self.source = source
        self.at = 0
        self.lines = [0, *(ending.end() for ending in re.finditer("\n", source.text))]
        """Where the lines start that BeautifulSoup counts: those that a line feed ends."""
        self.depth = 0
        self.kept = kept or {}
        """Nodes that stand in for elements with these ids."""

    def children(self, parent: Tag) -> tuple[nodes.Node, ...]:
        """Give the nodes of an element's children."""
        from bs4.element import NavigableString, PreformattedString, Tag

        made: list[nodes.Node] = []
        for child in parent.children:
            if isinstance(child, Tag):
                made += self.element(child)
            elif isinstance(child, PreformattedString):
                self.at = max(self.source.text.find(">", self.at), self.at)
            elif isinstance(child, NavigableString):
                made.append(nodes.Text(self.text_place(str(child)), str(child)))
        return tuple(made)

    def element(self, tag: Tag) -> tuple[nodes.Node, ...]:
        """Give the node of an element, and of everything in it."""
        start = self.enter(tag)
        if tag.name in SILENT or self.depth >= MAX_DEPTH:
            self.leave(tag, start)
            return ()
        self.depth += 1
        content = self.children(tag)
        self.depth -= 1
        place = self.leave(tag, start)
        attributes = tuple(
            nodes.MdxJsxAttribute(place, name, None if value == "" else str(value))
            for name, value in tag.attrs.items()
        )
        kind = nodes.MdxJsxFlowElement if tag.name in FLOW_NAMES else nodes.MdxJsxTextElement
        return (kind(place, content, tag.name, attributes),)

    def enter(self, tag: Tag) -> int:
        """Go behind the opening tag; give where it starts."""
        if tag.sourceline is None or tag.sourcepos is None:
            return self.at
        start = self.lines[min(tag.sourceline, len(self.lines)) - 1] + tag.sourcepos
        opened = OPEN_TAG.match(self.source.text, start)
        self.at = opened.end() if opened else start
        return start

    def leave(self, tag: Tag, start: int) -> Position:
        """Go behind the closing tag, if there is one; give the place of the whole element."""
        closing = re.compile(rf"\s*</{re.escape(tag.name)}\s*>", re.IGNORECASE)
        closed = closing.match(self.source.text, self.at)
        if closed:
            self.at = closed.end()
        return self.source.span(start, max(self.at, start))

    def text_place(self, text: str) -> Position:
        """Go behind a piece of text; give its place."""
        end = self.source.text.find("<", self.at)
        while end >= 0 and text.count("<") and not re.match(r"</?[A-Za-z!]", self.source.text[end : end + 3]):
            end = self.source.text.find("<", end + 1)
        start, self.at = self.at, len(self.source.text) if end < 0 else end
        return self.source.span(start, self.at)
