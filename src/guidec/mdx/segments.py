"""From an offset in the text of an inline token to an offset in the source."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Segment = tuple[int, int]
"""An offset in the text and the offset in the source that it stands at.

Both run on together up to the next segment.
"""


class Segments:
    """The stretches of source that a text was put together from, in order; the first starts at offset 0."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self.starts = [start for start, _ in segments]
        self.shifts = [source - start for start, source in segments]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the source offsets of a stretch of the text."""
        if len(self.shifts) == 1:
            return start + self.shifts[0], end + self.shifts[0]
        return self.offset(start), self.end(end)

    def offset(self, offset: int) -> int:
        """Give the source offset of an offset in the text."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def end(self, offset: int) -> int:
        """Give the source offset of the end of something: behind its last character, not behind a prefix there."""
        return self.offset(offset - 1) + 1 if offset else self.offset(0)


def cut_segments(segments: Sequence[Segment], start: int) -> list[Segment]:
    """Give the segments of what is left of a text from `start` on."""
    index = bisect_right(segments, (start, 1 << 60)) - 1
    offset, source = segments[index]
    return [
        (0, source + start - offset),
        *((offset - start, source) for offset, source in segments[index + 1 :]),
    ]
