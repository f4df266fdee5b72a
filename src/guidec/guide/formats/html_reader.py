"""HTML, read with BeautifulSoup -> the same nodes that MDX gives.

Every element becomes a JSX element with its name and attributes, so one table (`html_elements`) says what it means.
BeautifulSoup knows where a tag starts; the rest is found by going through the text beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.guide.formats.html_page import SILENT, content_of, is_around, mark_tabs
from guidec.guide.formats.html_permalinks import is_permalink
from guidec.guide.formats.html_text import TAG, HtmlText
from guidec.guide.html_elements import FLOW_NAMES, READERS
from guidec.guide.text import collapse
from guidec.mdx import nodes
from guidec.mdx.text import is_phrasing
from guidec.source import BOM

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from guidec.guide.cover import Cover
    from guidec.source import Position, Source

LINES = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "td", "th", "summary", "figcaption"})
"""Elements that hold a line of text, also where it is nothing but an element."""
CLOSING_TAG = re.compile(r"</([^\s<>/]*+)[^<>]*+>")
MOST_LEVELS = 200


def read_page(source: Source) -> nodes.Root:
    """Read an exported page: its own content, without navigation and scripts."""
    html = page_text(source)
    soup = make_soup(html)
    content = content_of(soup)
    mark_tabs(content)
    reader = SoupReader(html, is_page=True)
    children = reader.inside(content)
    return nodes.Root(source.span(0, len(source.text)), children, tuple(reader.diagnostics))


def page_cover(cover: Cover, source: Source) -> None:
    """Read the description in the head of a page, and the title where the page has no heading of level 1."""
    soup = make_soup(page_text(source))
    if soup.title and not soup.find("h1"):
        cover.title = collapse(soup.title.get_text())
    meta = soup.find("meta", attrs={"name": "description"})
    said = meta.get("content") if meta else None
    cover.kind = "exported"
    cover.description = collapse(str(said)) or None if said else None


def page_text(source: Source) -> HtmlText:
    """Give a whole file of HTML, fit for BeautifulSoup."""
    html = HtmlText(source)
    start = len(BOM) if source.text.startswith(BOM) else 0
    html.add(source.text[start:], start)
    return html


def make_soup(html: HtmlText) -> BeautifulSoup:
    """Parse HTML leniently, as browsers do."""
    from bs4 import BeautifulSoup

    return BeautifulSoup(
        html.text, "html.parser", multi_valued_attributes=None, on_duplicate_attribute="ignore"
    )


def as_blocks(content: tuple[nodes.Node, ...]) -> tuple[nodes.Node, ...]:
    """Give content in which elements that HTML does not know are blocks, as in MDX.

    One is that holds a block, or stands beside no words: a video on a line of its own, but no badge in a line of text.
    """
    beside_words = any(is_phrasing(node) and not _is_own(node) and not _is_blank(node) for node in content)
    return tuple(
        nodes.MdxJsxFlowElement(node.position, node.children, node.name, node.attributes)
        if isinstance(node, nodes.MdxJsxTextElement)
        and _is_own(node)
        and (not beside_words or not all(map(is_phrasing, node.children)))
        else node
        for node in content
    )


def _is_own(node: nodes.Node) -> bool:
    return isinstance(node, nodes.MdxJsxTextElement) and node.name not in READERS


def _is_blank(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Text) and not node.value.strip()


class SoupReader:
    """Turns elements into nodes; `at` is how far it has come in the text."""

    def __init__(self, html: HtmlText, *, is_page: bool = False) -> None:
        self.html = html
        self.is_page = is_page
        self.text = html.text
        self.at = 0
        self.lines = [0, *(ending.end() for ending in re.finditer("\n", self.text))]
        """Where the lines start that BeautifulSoup counts: those that a line feed ends."""
        self.open: list[str] = []
        """The names of the elements around the place."""
        self.diagnostics: list[Diagnostic] = []

    def inside(self, tag: Tag, *, is_line: bool = False) -> tuple[nodes.Node, ...]:
        """Give the nodes of what stands in an element, wherever that is; `is_line` where it is a line of text."""
        self.enter(tag)
        content = self.children(tag)
        return content if is_line else as_blocks(content)

    def children(self, parent: Tag) -> tuple[nodes.Node, ...]:
        """Give the nodes of an element's children, from the present place on."""
        from bs4.element import NavigableString, Tag

        made: list[nodes.Node] = []
        for child in parent.children:
            if isinstance(child, Tag):
                made += self.element(child)
            elif isinstance(child, NavigableString):
                made.append(nodes.Text(self.pass_text(), str(child)))
        return tuple(made)

    def element(self, tag: Tag) -> tuple[nodes.Node, ...]:
        """Give the node of an element, and of everything in it."""
        start = self.enter(tag)
        node = self.html.nodes.get(start)
        if node is not None:
            self.leave(tag.name, start)
            return (node,)
        if tag.name in SILENT or is_permalink(tag) or (self.is_page and is_around(tag)):
            self.skip(tag)
            self.leave(tag.name, start)
            return ()
        name = self.spelling(tag.name, start)
        content = self.deeper(tag)
        if name not in LINES and (name in FLOW_NAMES or name not in READERS):
            content = as_blocks(content)
        place = self.leave(tag.name, start)
        attributes = tuple(
            nodes.MdxJsxAttribute(place, name, None if value == "" else str(value))
            for name, value in tag.attrs.items()
        )
        kind = nodes.MdxJsxFlowElement if name in FLOW_NAMES else nodes.MdxJsxTextElement
        return (kind(place, content, name, attributes),)

    def deeper(self, tag: Tag) -> tuple[nodes.Node, ...]:
        """Give the nodes in an element; beyond the limit of nesting they are one text."""
        self.open.append(tag.name)
        if len(self.open) <= MOST_LEVELS:
            content = self.children(tag)
        else:
            start = self.at
            self.skip(tag)
            place = self.html.span(start, self.at)
            content = (nodes.Text(place, tag.get_text(" ")),)
            if not self.diagnostics:
                message = f"Unexpected element in {MOST_LEVELS} others, expected less nesting"
                self.diagnostics.append(Diagnostic.at(NESTING_LIMIT, message, place))
        self.open.pop()
        return content

    def spelling(self, name: str, start: int) -> str:
        """Give a name in lower case where HTML knows it, else as it is written: it may be a component's."""
        written = self.text[start + 1 : start + 1 + len(name)]
        return written if name not in READERS and written.lower() == name else name

    # Places

    def enter(self, tag: Tag) -> int:
        """Go behind the opening tag; give where it starts."""
        if tag.sourceline is None or tag.sourcepos is None:
            return self.at
        start = self.lines[min(tag.sourceline, len(self.lines)) - 1] + tag.sourcepos
        opened = TAG.match(self.text, start)
        self.at = opened.end() if opened else start
        return start

    def leave(self, name: str, start: int) -> Position:
        """Go behind the closing tag, if there is one; give the place of the whole element."""
        closed = self.pass_stray_tags(name)
        if closed is not None:
            self.at = closed.end()
        return self.html.span(start, max(self.at, start))

    def skip(self, tag: Tag) -> None:
        """Go behind the last tag or text in an element without reading it."""
        from bs4.element import Tag

        for inner in tag.descendants:
            if isinstance(inner, Tag):
                self.enter(inner)
            else:
                self.pass_text()

    def pass_text(self) -> Position:
        """Go behind a piece of text; give its place."""
        self.pass_stray_tags(None)
        start, end = self.at, self.text.find("<", self.at)
        self.at = end if end >= 0 else len(self.text)
        return self.html.span(start, self.at)

    def pass_stray_tags(self, name: str | None) -> re.Match[str] | None:
        """Go over closing tags that end nothing; give that of `name` if it comes next."""
        while (closing := CLOSING_TAG.match(self.text, self.at)) is not None:
            closes = closing[1].lower()
            if closes == name:
                return closing
            if name is not None and closes in self.open:
                return None
            self.at = closing.end()
        return None
