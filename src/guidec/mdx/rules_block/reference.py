"""Link reference definitions: `[label]: destination "title"` at the start of a paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.cursor import NO_LIMIT
from guidec.mdx.identifier import normalize_identifier
from guidec.mdx.rules_inline.resource import scan_destination, scan_title, skip_white_space, title_value
from guidec.mdx.segments import Segments
from guidec.mdx.string import decode_string

if TYPE_CHECKING:
    from guidec.mdx.segments import Segment
    from guidec.mdx.state import MdxStateBlock

LABEL = re.compile(r"\[((?:[^\[\]\\]++|\\[\[\]\\]?+)*+)\]:[ \t\r\n]*")
MAX_LABEL = 999
LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")


def reference(state: MdxStateBlock, line: int, text: str, segments: list[Segment]) -> int:
    """Write a token for each definition at the start of a paragraph, and give where the rest of its text starts."""
    pos = 0
    offsets = Segments(segments)
    while pos < len(text) and text[pos] == "[":
        end = _definition(state, line, text, pos, offsets)
        if end is None:
            break
        pos = _next_line(text, end)
    return pos


def _next_line(text: str, pos: int) -> int:
    match = LINE_END.match(text, pos)
    pos = match.end() if match else pos
    while pos < len(text) and text[pos] in " \t":
        pos += 1
    return pos


def _definition(state: MdxStateBlock, line: int, text: str, start: int, offsets: Segments) -> int | None:
    label = LABEL.match(text, start)
    if label is None or len(label[1]) > MAX_LABEL or not label[1].strip(" \t\r\n"):
        return None
    destination = scan_destination(text, label.end(), NO_LIMIT)
    if destination is None:
        return None
    title, end = _title(text, destination.after)
    if title is None and not LINE_END.match(text, end):
        return None
    identifier = normalize_identifier(label[1])
    url = decode_string(text[destination.start : destination.end])
    state.document.references.setdefault(identifier, (url, title))
    token = state.push("definition", "", 0)
    token.hidden = True
    token.map = [line, line + 1]
    space = LINE_END.match(text, end)
    stop = end + len(space[0].rstrip("\r\n")) if space else end
    token.meta.update(
        span=(offsets.offset(start), _end_offset(offsets, stop)),
        identifier=identifier.lower(),
        label=decode_string(label[1]),
        url=url,
        title=title,
    )
    return stop


def _end_offset(offsets: Segments, end: int) -> int:
    return offsets.offset(end - 1) + 1


def _title(text: str, pos: int) -> tuple[str | None, int]:
    """Give the decoded title and the place behind it; a title that something follows on its line is none."""
    start = skip_white_space(text, pos)
    end = scan_title(text, start) if start > pos else None
    if end is None or not LINE_END.match(text, end):
        return None, pos
    return decode_string(title_value(text, start, end)), end
