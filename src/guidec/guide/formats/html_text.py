"""HTML on its way to BeautifulSoup: made fit for it, and with a way back to the source.

Python's HTML parser takes quadratic time for tags and comments without an end, and lets them swallow what follows. So
only whole tags and text come through; comments, declarations, scripts and styles do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from guidec.guide.formats.html_end_tags import OpenElements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.mdx.nodes import Node
    from guidec.source import Position, Source

TAG = re.compile(
    r"""</?(?P<name>[A-Za-z][^\s<>/"'=]*+)"""
    r"""(?:[\s/]++|[^\s<>/=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>"'=`]++))*+>"""
)
"""A whole tag; because no `<` stands outside of quotes in it, looking for tags at every `<` takes linear time.

A quotation mark in the name of an attribute is part of it, as browsers have it: JSX is full of them.
"""
LONGEST_PREFIX = 1000
"""How much of a line may stand before the HTML in it, in characters."""
VOID = frozenset(
    "area base basefont bgsound br col command embed frame hr image img input isindex keygen link menuitem meta nextid "
    "param source spacer track wbr".split()
)
"""Elements that end with their tag; BeautifulSoup keeps a list of those that do not say so, and searches it."""
RAW = frozenset({"script", "style"})
RAW_END = re.compile(r"</(?:script|style)[\s/>]", re.IGNORECASE)


class Part(NamedTuple):
    """A stretch of the text, and the stretch of the source that it stands for; as long where it is the same."""

    start: int
    end: int
    source_start: int
    source_end: int

    def place(self, offset: int, otherwise: int) -> int:
        """Give the offset in the source of an offset in the text, `otherwise` where the text is not in the source."""
        verbatim = self.end - self.start == self.source_end - self.source_start
        return self.source_start + offset - self.start if verbatim else otherwise


class HtmlText:
    """HTML put together from pieces of one source, with nodes among it that are no HTML."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes: dict[int, Node] = {}
        """The nodes, by the offset of the element that stands for each."""
        self.length = 0
        self._open = OpenElements()
        self._texts: list[str] = []
        self._parts = [Part(0, 0, 0, 0)]

    @property
    def text(self) -> str:
        """What BeautifulSoup is to read."""
        return "".join(self._texts)

    def add(self, html: str, start: int) -> None:
        """Add HTML whose lines stand in the source from `start` on, perhaps with prefixes between them."""
        lines = self._lines(html, start)
        for first, end, instead in whole_pieces(html, self._open):
            if instead:
                shift = lines[_last(lines, first)][1]
                self._put(instead, first + shift, end + shift)
                continue
            while first < end:
                number = _last(lines, first)
                stop = min(end, lines[number + 1][0]) if number + 1 < len(lines) else end
                shift = lines[number][1]
                self._put(html[first:stop], first + shift, stop + shift)
                first = stop

    def add_markup(self, markup: str, node: Node | None = None) -> None:
        """Add markup that is not in the source: in place of a node, or around all siblings of a family."""
        start = end = self._parts[-1].source_end
        if node is None:
            self._open = OpenElements()
        else:
            self.nodes[self.length] = node
            if node.position is not None:
                start, end = node.position.start_offset, node.position.end_offset
        self._put(markup, start, end)

    def span(self, start: int, end: int) -> Position:
        """Give the place of a stretch of the text."""
        first, last = self._part(start), self._part(max(end - 1, start))
        place = first.place(start, first.source_start)
        return self.source.span(place, max(last.place(end, last.source_end), place))

    def _part(self, offset: int) -> Part:
        return self._parts[bisect_right(self._parts, offset, key=_start) - 1]

    def _put(self, text: str, source_start: int, source_end: int) -> None:
        size = len(self.source.text)
        end = self.length + len(text)
        self._parts.append(Part(self.length, end, min(source_start, size), min(source_end, size)))
        self._texts.append(text)
        self.length = end

    def _lines(self, html: str, start: int) -> list[tuple[int, int]]:
        """Give where the lines of HTML start, each with the distance to its place in the source."""
        if self.source.text.startswith(html, start):
            return [(0, start)]
        lines: list[tuple[int, int]] = []
        at, place = 0, start
        for line in html.splitlines(keepends=True):
            found = self.source.text.find(line.strip(), place, place + len(line) + LONGEST_PREFIX)
            place = max(found - (len(line) - len(line.lstrip())), place) if found >= 0 else place
            lines.append((at, place - at))
            at += len(line)
            place += len(line)
        return lines or [(0, start)]


def _end_tags_before(tag: re.Match[str], name: str, around: OpenElements) -> str:
    """Give the end tags that are missing before a tag, and note what is open behind it."""
    if tag[0].startswith("</"):
        around.end(name)
        return ""
    missing = around.start(name)
    if name in VOID or tag[0].endswith("/>"):
        around.end(name)
    return missing


def _start(part: Part) -> int:
    return part.start


def _last(lines: list[tuple[int, int]], offset: int) -> int:
    return bisect_right(lines, (offset, 1 << 60)) - 1


def whole_pieces(html: str, around: OpenElements) -> Iterator[tuple[int, int, str]]:
    """Give the start and end of each stretch of tags and text, and what stands in place of it where it may not stay.

    `around` are the elements that are open where the HTML starts.
    """
    last_comment, last_tag = html.rfind("-->"), html.rfind(">")
    done, at = 0, html.find("<")
    while at >= 0:
        tag = TAG.match(html, at) if at < last_tag else None
        name = tag["name"].lower() if tag is not None else ""
        if tag is not None and name not in RAW:
            if missing := _end_tags_before(tag, name, around):
                yield done, at, ""
                yield at, at, missing
                done = at
            if name in VOID and html[tag.end() - 2] != "/":
                yield done, tag.end() - 1, ""
                yield tag.end() - 1, tag.end(), " />"
                done = tag.end()
            at = html.find("<", tag.end())
            continue
        if at > done:
            yield done, at, ""
        if tag is not None:
            closing = RAW_END.search(html, tag.end()) if not html.startswith("/", at + 1) else None
            done = html.find(">", closing.start()) + 1 or len(html) if closing else tag.end()
        elif html.startswith("<!--", at):
            done = html.find("-->", at + 2) + 3 if at + 2 <= last_comment else len(html)
        elif html.startswith(("<!", "<?"), at) and at < last_tag:
            done = html.find(">", at) + 1
        else:
            yield at, at + 1, "&lt;"
            done = at + 1
        at = html.find("<", done)
    if done < len(html):
        yield done, len(html), ""
