"""Directives: `:::warning[Title]` to `:::`, a container that MDX itself does not know.

Before a file is parsed each such line becomes a thematic break of the same length, which ends whatever stands above
it just as the directive does; afterwards the breaks are told by their offsets. So every place in the file stays true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.mdx import nodes
from guidec.mdx.walk import walk
from guidec.source import LINE_ENDING, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE = re.compile(
    r"(?P<indent>(?:[ \t]|>)*)(?P<colons>:{3,})[ \t]*(?P<name>[A-Za-z][\w-]*)?(?P<rest>[^\r\n]*)"
)
ATTRIBUTES = re.compile(r"\{(?P<attributes>[^{}]*)\}\s*$")
ANCHOR = re.compile(r"(?:^|\s)#([^\s.#]+)")
TITLE = re.compile(r"""(?:^|\s)title=(?:"([^"]*)"|'([^']*)')""")
LABEL = re.compile(r"[ \t]*\[(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]")
NAMES = frozenset({*ADMONITION_TYPES, "details"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A line that opens or closes a directive."""

    name: str | None
    """None for a line that closes."""
    title: str | None
    """As Markdown."""
    end: int
    """The offset at which the line ends."""
    anchor: str | None = None
    """The id that it gives what it opens."""


def find_directives(source: Source) -> dict[int, Marker]:
    """Give the lines that look like those of directives, by the offset of their colons."""
    if ":::" not in source.text:
        return {}
    ends = [ending.span() for ending in LINE_ENDING.finditer(source.text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(source.text)]
    found = (_marker(source.text, start, stop) for start, stop in zip(starts, stops, strict=True))
    return _without_words(dict(marker for marker in found if marker))


def _without_words(markers: dict[int, Marker]) -> dict[int, Marker]:
    """Leave out the lines that nothing closes, unless everybody knows their names."""
    opened: list[int] = []
    for offset, marker in markers.items():
        if marker.name is not None:
            opened.append(offset)
        elif opened:
            opened.pop()
    words = {offset for offset in opened if (markers[offset].name or "").lower() not in NAMES}
    return {offset: marker for offset, marker in markers.items() if offset not in words}


def mask(source: Source, markers: Mapping[int, Marker]) -> Source:
    """Give the source with thematic breaks in place of these lines."""
    pieces: list[str] = []
    done = 0
    for offset, marker in markers.items():
        pieces += [source.text[done:offset], "***".ljust(marker.end - offset)]
        done = marker.end
    return Source("".join([*pieces, source.text[done:]]), source.path) if markers else source


def in_tree(markers: Mapping[int, Marker], root: nodes.Root) -> dict[int, Marker]:
    """Give those of the lines that became thematic breaks; the others stand in code, or in a tag or expression."""
    if not markers:
        return {}
    breaks = {
        node.position.start_offset
        for node in walk([root])
        if isinstance(node, nodes.ThematicBreak) and node.position is not None
    }
    return {offset: marker for offset, marker in markers.items() if offset in breaks}


def _marker(text: str, start: int, stop: int) -> tuple[int, Marker] | None:
    line = LINE.match(text, start, stop)
    if line is None:
        return None
    name, rest = line["name"], line["rest"]
    offset = line.start("colons")
    if name is None:
        return (offset, Marker(None, None, stop)) if not rest.strip() else None
    return offset, Marker(name, _title(rest), stop, _anchor(rest))


def _anchor(rest: str) -> str | None:
    braces = ATTRIBUTES.search(rest)
    said = ANCHOR.search(braces["attributes"]) if braces else None
    return said[1] if said else None


def _title(rest: str) -> str | None:
    label = LABEL.match(rest)
    braces = ATTRIBUTES.search(rest)
    said = TITLE.search(braces["attributes"]) if braces else None
    if said and not label:
        return (said[1] or said[2]).strip() or None
    title = label["label"] if label else ATTRIBUTES.sub("", rest)
    return title.strip() or None
