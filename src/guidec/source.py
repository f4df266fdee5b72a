"""One source file: its path, its text, and the way from an offset to a line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

BOM = "\ufeff"
LINE_ENDING = re.compile(r"\r\n?|\n")
SURROGATE = re.compile("[\ud800-\udfff]")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""A control character that neither ends a line nor is a tab."""
REPLACEMENT = "\ufffd"


class Point(NamedTuple):
    """A place between two characters (unist `Point`); two are made for each place in a guide, so it is a tuple."""

    line: int
    """Line, counted from 1; CRLF, CR and LF end a line, nothing else does."""
    column: int
    """Column in Unicode code points, counted from 1; a byte order mark has no width, a tab has one."""
    offset: int
    """Code points from the start of the file, counted from 0, a byte order mark included."""


class Source:
    """A text and the path that diagnostics show for it.

    `text` is the file as it was read: line endings and a byte order mark are still in it.
    """

    def __init__(self, text: str, path: str = "<text>") -> None:
        self.text = text
        self.path = path

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset at which each line starts; a byte order mark stands before line 1."""
        return [
            len(BOM) if self.text.startswith(BOM) else 0,
            *(m.end() for m in LINE_ENDING.finditer(self.text)),
        ]

    def point(self, offset: int) -> Point:
        """Give the line and column of `offset` (0 to the length of the text)."""
        line = max(bisect_right(self.line_starts, offset), 1)
        return Point(line, max(offset - self.line_starts[line - 1], 0) + 1, offset)

    def line_end(self, line: int) -> int:
        """Give the offset of the line ending of a line (counted from 1)."""
        start = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        ending = 2 if self.text.endswith("\r\n", start, end) else self.text.endswith(("\r", "\n"), start, end)
        return end - ending

    def span(self, start: int, end: int) -> Position:
        """Give the position from offset `start` up to, not including, offset `end`, or to the end of the text."""
        last = len(self.text)
        return Position(self, min(start, last), min(end, last))


@dataclass(frozen=True, slots=True, init=False)
class Position:
    """A stretch of one source (unist `Position`); lines and columns are counted only when asked for."""

    source: Source
    start_offset: int
    end_offset: int

    def __init__(self, source: Source, start_offset: int, end_offset: int) -> None:
        _set_source(self, source)
        _set_start(self, start_offset)
        _set_end(self, end_offset)

    @property
    def start(self) -> Point:
        """Where it starts."""
        return self.source.point(self.start_offset)

    @property
    def end(self) -> Point:
        """Where it ends: the place behind its last character."""
        return self.source.point(self.end_offset)

    @property
    def text(self) -> str:
        """The stretch of source itself."""
        return self.source.text[self.start_offset : self.end_offset]


# Every node has one, and a frozen dataclass would look each of its fields up by name: that takes half as long again.
_set_source, _set_start, _set_end = (vars(Position)[name].__set__ for name in Position.__slots__)


def well_formed(text: str) -> str:
    """Give a text without lone surrogates, which no JSON may hold: a pair becomes its character, others U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def without_controls(text: str) -> str:
    """Give a well-formed text with U+FFFD for each control character."""
    return CONTROL.sub(REPLACEMENT, well_formed(text))
