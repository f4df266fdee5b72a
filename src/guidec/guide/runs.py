"""A passage as runs of text: which words are bold, code or a link, and where each stands in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from guidec.guide.element import Element
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidec.source import Position

Style = Literal["text", "code", "link"]


class Run(NamedTuple):
    """A stretch of a passage's text in one style; a tuple, for there are many."""

    start: int
    """Where it starts in the text of all runs."""
    text: str
    style: Style
    bold: bool
    node: nodes.Node
    url: str | None = None
    """Where a link leads."""
    italic: bool = False

    @property
    def end(self) -> int:
        """Where it ends in the text of all runs."""
        return self.start + len(self.text)


START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a passage, uncollapsed, and the runs that it is made of."""

    text: str
    runs: tuple[Run, ...]

    def run_at(self, offset: int) -> Run | None:
        """Give the run that holds the character at `offset`."""
        number = bisect_right(self.runs, offset, key=START) - 1
        return self.runs[number] if number >= 0 and offset < self.runs[number].end else None

    def between(self, start: int, end: int) -> tuple[Run, ...]:
        """Give the runs that start from `start` up to, not including, `end`."""
        first = bisect_left(self.runs, start, key=START)
        return self.runs[first : bisect_left(self.runs, end, lo=first, key=START)]

    def position(self, start: int, end: int) -> Position | None:
        """Give the place in the source of the characters from `start` to `end`, as exactly as can be told."""
        first, last = self.run_at(start), self.run_at(max(end - 1, start))
        if first is None or last is None or first.node.position is None or last.node.position is None:
            return first.node.position if first else None
        if first is not last:
            source = first.node.position.source
            if source is not last.node.position.source:
                return first.node.position
            opening = _within(first.node.position, self.text[start : first.end], start - first.start)
            closing = _within(last.node.position, self.text[last.start : end], 0)
            return source.span(opening.start_offset, closing.end_offset)
        return _within(first.node.position, self.text[start:end], start - first.start)


def _within(place: Position, words: str, distance: int) -> Position:
    """Give the place of `words` inside of `place`, where the source spells them as they read."""
    source = place.source
    near = source.text.find(words, min(place.start_offset + distance, place.end_offset), place.end_offset)
    found = near if near >= 0 else source.text.find(words, place.start_offset, place.end_offset)
    return source.span(found, found + len(words)) if found >= 0 and words else place


def line_of(content: Sequence[nodes.Node], text: str) -> Line:
    """Give phrasing content, or code, as runs; where there is none, `text` without any."""
    runs: list[Run] = []
    at = 0
    for said, style, bold, node, url, italic in _walk(content, bold=False, link=None):
        runs.append(Run(at, said, style, bold, node, url, italic))
        at += len(said)
    if not runs:
        return Line(text, ())
    return Line("".join(run.text for run in runs), tuple(runs))


def _walk(
    content: Sequence[nodes.Node], *, bold: bool, link: nodes.Link | None, italic: bool = False
) -> Iterator[tuple[str, Style, bool, nodes.Node, str | None, bool]]:
    for node in content:
        url = link.url if link else None
        match node:
            case nodes.InlineCode() | nodes.Code():
                yield node.value, "code", bold, node, url, italic
            case nodes.MdxTextExpression():
                yield f"{{{node.value}}}", "text", bold, node, url, italic
            case nodes.Text():
                yield node.value, "link" if link else "text", bold, node, url, italic
            case nodes.Break():
                yield "\n", "text", bold, node, url, italic
            case nodes.Link():
                yield from _walk(node.children, bold=bold, link=node, italic=italic)
            case nodes.Emphasis():
                yield from _walk(node.children, bold=bold, link=link, italic=True)
            case nodes.Strong():
                yield from _walk(node.children, bold=True, link=link, italic=italic)
            case Element() | nodes.Parent():
                yield from _walk(node.children, bold=bold, link=link, italic=italic)
