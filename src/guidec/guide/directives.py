"""Directives: `:::warning[Title]` to `:::`, a container that MDX itself does not know.

Before a file is parsed each such line becomes a thematic break of the same length, which ends whatever stands above
it just as the directive does; afterwards the breaks are told by their offsets. So every place in the file stays true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.source import LINE_ENDING, Source

LINE = re.compile(
    r"(?P<indent>(?:[ \t]|>)*)(?P<colons>:{3,})[ \t]*(?P<name>[A-Za-z][\w-]*)?(?P<rest>[^\r\n]*)"
)
FENCE = re.compile(r"(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(?P<fence>`{3,}|~{3,})(?P<rest>[^\r\n]*)")
LABEL = re.compile(r"[ \t]*\[(?P<label>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]")
NAMES = frozenset({*ADMONITION_TYPES, "details"})


@dataclass(frozen=True, slots=True)
class Marker:
    """A line that opens or closes a directive."""

    name: str | None
    """None for a line that closes."""
    title: str | None
    end: int
    """The offset at which the line ends."""


def find_directives(source: Source) -> tuple[Source, dict[int, Marker]]:
    """Give the source with thematic breaks in place of directive lines, and what each of them was, by offset."""
    if ":::" not in source.text:
        return source, {}
    markers: dict[int, Marker] = {}
    pieces: list[str] = []
    done, start, fence = 0, 0, ""
    for ending in (*LINE_ENDING.finditer(source.text), None):
        stop = ending.start() if ending else len(source.text)
        fence = _fence_after(source.text, start, stop, fence)
        found = None if fence else _marker(source.text, start, stop)
        if found:
            offset, marker = found
            markers[offset] = marker
            pieces += [source.text[done:offset], "***".ljust(stop - offset)]
            done = stop
        start = ending.end() if ending else stop
    pieces.append(source.text[done:])
    return Source("".join(pieces), source.path), markers


def _marker(text: str, start: int, stop: int) -> tuple[int, Marker] | None:
    line = LINE.match(text, start, stop)
    if line is None:
        return None
    name, rest = line["name"], line["rest"]
    offset = line.start("colons")
    if name is None:
        return (offset, Marker(None, None, stop)) if not rest.strip() else None
    if name.lower() not in NAMES:
        return None
    return offset, Marker(name, _title(rest), stop)


def _title(rest: str) -> str | None:
    label = LABEL.match(rest)
    title = label["label"] if label else re.sub(r"\{[^{}]*\}\s*$", "", rest)
    return re.sub(r"\\(.)", r"\1", title).strip() or None


def _fence_after(text: str, start: int, stop: int, fence: str) -> str:
    """Give the fence that is open behind a line: its own marker, or none."""
    found = FENCE.match(text, start, stop)
    if found is None:
        return fence
    if not fence:
        return "" if found["fence"][0] == "`" and "`" in found["rest"] else found["fence"]
    closes = found["fence"].startswith(fence) and not found["rest"].strip()
    return "" if closes else fence
