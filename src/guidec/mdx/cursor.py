"""A place in a line, while the prefixes of containers are read from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

TAB_SIZE: Final = 4
INDENT: Final = re.compile(r"[ \t]*")
NO_LIMIT: Final = 1 << 60


class Cursor:
    """A place in a line; a tab can be left half-eaten."""

    __slots__ = ("end", "footnote_indent", "line", "pad", "pos", "state")

    def __init__(self, state: MdxStateBlock) -> None:
        self.state = state
        self.line = self.pos = self.pad = self.end = 0
        self.footnote_indent: tuple[int, int] | None = None
        """Place and pad behind the indent of a footnote definition, where one was read last."""

    def start(self, line: int, pos: int, pad: int = 0) -> None:
        """Move to a place in a line; `pad` columns of the tab before it are still to be read."""
        self.line, self.pos, self.pad, self.end = line, pos, pad, self.state.eMarks[line]
        self.footnote_indent = None

    def at_blank(self) -> bool:
        """Say whether only white space is left."""
        if self.pos < self.end and self.state.src[self.pos] not in " \t":
            return False
        match = INDENT.match(self.state.src, self.pos, self.end)
        return match is not None and match.end() == self.end

    def skip(self, columns: int) -> int:
        """Move over white space of at most so many columns, and give how many there were."""
        source, skipped = self.state.src, 0
        if not self.pad and (self.pos >= self.end or source[self.pos] not in " \t"):
            return 0
        column: int | None = None
        counted = 0
        while skipped < columns:
            if self.pad:
                taken = min(self.pad, columns - skipped)
                self.pad -= taken
                skipped += taken
            elif self.pos < self.end and source[self.pos] == " ":
                self.pos += 1
                skipped += 1
            elif self.pos < self.end and source[self.pos] == "\t":
                # Counted once, then kept: to count for each of many tabs would cost more than linear time.
                column = (
                    self.state.column(self.line, self.pos) if column is None else column + skipped - counted
                )
                self.pad = TAB_SIZE - column % TAB_SIZE
                self.pos += 1
                counted = skipped
            else:
                break
        return skipped
