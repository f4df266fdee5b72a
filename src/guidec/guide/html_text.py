"""HTML on its way to BeautifulSoup: made fit for it, and with a way back to the source.

Python's HTML parser takes quadratic time for tags and comments without an end, and lets them swallow what follows. So
only whole tags and text come through; comments, declarations, scripts and styles do not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.mdx.nodes import Node
    from guidec.source import Position, Source

TAG = re.compile(
    r"""</?(?P<name>[A-Za-z][^\s<>/"'=]*+)"""
    r"""(?:[\s/]++|[^\s<>/"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s<>"'=`]++))*+>"""
)
"""A whole tag; because no `<` stands outside of quotes in it, looking for tags at every `<` takes linear time."""
RAW = frozenset({"script", "style"})
RAW_END = re.compile(r"</(?:script|style)[\s/>]", re.IGNORECASE)


class HtmlText:
    """HTML put together from pieces of one source, with nodes among it that are no HTML."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.nodes: dict[int, Node] = {}
        """The nodes, by the offset of the element that stands for each."""
        self.length = 0
        self._parts: list[str] = []
        self._starts: list[int] = []
        self._shifts: list[int] = []

    @property
    def text(self) -> str:
        """What BeautifulSoup is to read."""
        return "".join(self._parts)

    def add(self, html: str, start: int) -> None:
        """Add HTML whose lines stand in the source from `start` on, perhaps with prefixes between them."""
        lines = self._lines(html, start)
        for first, end in whole_pieces(html):
            if first == end:
                self._put("&lt;", lines[_last(lines, first)][1] + first)
                continue
            while first < end:
                number = _last(lines, first)
                stop = min(end, lines[number + 1][0]) if number + 1 < len(lines) else end
                self._put(html[first:stop], first + lines[number][1])
                first = stop

    def add_markup(self, markup: str, node: Node | None = None) -> None:
        """Add markup that is not in the source; `node` is what it stands for."""
        if node is not None:
            self.nodes[self.length] = node
        place = node.position if node is not None else None
        self._put(markup, place.start_offset if place else self.offset(self.length))

    def span(self, start: int, end: int) -> Position:
        """Give the place of a stretch of the text."""
        first = self.offset(start)
        return self.source.span(first, max(self.offset(end - 1) + 1 if end > start else first, first))

    def offset(self, offset: int) -> int:
        """Give the offset in the source of an offset in the text."""
        number = bisect_right(self._starts, offset) - 1
        return min(offset + self._shifts[number], len(self.source.text)) if number >= 0 else 0

    def _put(self, text: str, place: int) -> None:
        self._starts.append(self.length)
        self._shifts.append(place - self.length)
        self._parts.append(text)
        self.length += len(text)

    def _lines(self, html: str, start: int) -> list[tuple[int, int]]:
        """Give where the lines of HTML start, each with the distance to its place in the source."""
        if self.source.text.startswith(html, start):
            return [(0, start)]
        lines: list[tuple[int, int]] = []
        at, place = 0, start
        for line in html.splitlines(keepends=True):
            found = self.source.text.find(line.strip(), place)
            place = max(found - (len(line) - len(line.lstrip())), place) if found >= 0 else place
            lines.append((at, place - at))
            at += len(line)
            place += len(line)
        return lines or [(0, start)]


def _last(lines: list[tuple[int, int]], offset: int) -> int:
    return bisect_right(lines, (offset, 1 << 60)) - 1


def whole_pieces(html: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of each stretch of tags and text; an empty one is a `<` that starts no tag."""
    last_comment, last_tag = html.rfind("-->"), html.rfind(">")
    done, at = 0, html.find("<")
    while at >= 0:
        tag = TAG.match(html, at) if at < last_tag else None
        if tag is not None and tag["name"].lower() not in RAW:
            at = html.find("<", tag.end())
            continue
        if at > done:
            yield done, at
        if tag is not None:
            closing = RAW_END.search(html, tag.end()) if not html.startswith("/", at + 1) else None
            done = html.find(">", closing.start()) + 1 or len(html) if closing else tag.end()
        elif html.startswith("<!--", at):
            done = html.find("-->", at + 2) + 3 if at + 2 <= last_comment else len(html)
        elif html.startswith(("<!", "<?"), at) and at < last_tag:
            done = html.find(">", at) + 1
        else:
            yield at, at
            done = at + 1
        at = html.find("<", done)
    if done < len(html):
        yield done, len(html)
