"""The text in which a tag or an expression is scanned: what the container still holds, from one place on."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, TypeVar

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import LAZY_LINE
from guidec.mdx.problem import Problem
from guidec.mdx.segments import Segments
from guidec.mdx.state import FLOW, LAZY

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.mdx.segments import Segment
    from guidec.mdx.state import MdxStateBlock

Found = TypeVar("Found")
FIRST_LINES = 4


class Stretch:
    """The text from a place on.

    Outside containers it is the source itself, so nothing is copied. In containers the lines are put together without
    their prefixes: first a few, and twice as many each time that the scanner would need more.
    """

    def __init__(self, state: MdxStateBlock, line: int, start: int, end: int) -> None:
        self.state = state
        self.line = line
        self.end_line = end
        self.contained = not state.contiguous
        self.text = state.src
        self.start = start
        self.stopped = start
        """Where the scanner has stopped looking, in `text`; it sets this."""
        self.segments: list[Segment] = [(0, 0)]
        self._offsets: Segments | None = None
        """Leads from the text to the source, where they differ."""
        self._source_start = start
        self._lazy: int | None = None

    def scan(self, scanner: Callable[[Stretch], Found | Problem]) -> Found | Problem:
        """Scan with as many lines as it takes; the lines that were read cannot start containers any more."""
        found = self._scan_contained(scanner) if self.contained else scanner(self)
        if not isinstance(found, Problem) and (self.contained or found is None):
            for line in range(self.line + 1, self.line_of(self.stopped) + 1):
                self.state.feed(line, concrete=True)
        return found

    def _scan_contained(self, scanner: Callable[[Stretch], Found | Problem]) -> Found | Problem:
        count = FIRST_LINES
        while True:
            complete = self._take(count)
            found = scanner(self)
            if complete or not (isinstance(found, Problem) and found.at_end):
                break
            count *= 2
        if isinstance(found, Problem) and found.at_end and self._lazy is not None:
            reason = (
                "Unexpected lazy line, expected the prefix of the container that the tag or expression is in"
            )
            return Problem(LAZY_LINE, reason, len(self.text), len(self.text))
        return found

    def _take(self, count: int) -> bool:
        """Put together so many lines, and say whether these are all that the container holds."""
        state, last, kind = self.state, self.line, FLOW
        memory = state.remember()
        while last + 1 < self.end_line and last - self.line < count:
            kind = state.feed(last + 1, concrete=True)
            if kind != FLOW:
                break
            last += 1
        self.text, self.segments = state.text(self.line, last, self._source_start)
        self.text += state.src[state.eMarks[last] : state.lineStarts[last + 1]]
        self._offsets = Segments(self.segments)
        self.start = self.stopped = 0
        self._lazy = last + 1 if kind == LAZY else None
        state.recall(memory)
        return kind != FLOW or last + 1 >= self.end_line

    def offset(self, offset: int) -> int:
        """Give the source offset of an offset in the text."""
        return self._offsets.offset(offset) if self._offsets else offset

    def end(self, end: int) -> int:
        """Give the source offset behind the character that ends at `end` in the text."""
        return self._offsets.end(end) if self._offsets else end

    def line_of(self, offset: int) -> int:
        """Give the line in which a place in the text stands."""
        place = self.offset(offset)
        if place < self.state.eMarks[self.line]:
            return self.line
        return max(bisect_right(self.state.lineStarts, place) - 1, self.line)

    def column_of(self, offset: int) -> int:
        """Give the column at which the line starts that stands at `offset` in the text."""
        line = self.line_of(offset)
        return self.state.column(line, self.state.bMarks[line]) - self.state.pads.get(line, 0)

    def report(self, problem: Problem) -> None:
        """Report a problem, and let the block end with its line; one without an end takes only its first line."""
        state = self.state
        start = self.offset(problem.offset)
        end = max(self.end(problem.end), start)
        position = state.document.source.span(start, end)
        state.document.diagnostics.append(Diagnostic.at(problem.rule, problem.reason, position))
        state.unclosed += problem.at_end
        state.line = (self.line if problem.at_end else self.line_of(problem.offset)) + 1
