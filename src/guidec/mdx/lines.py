"""The lines of a text, as markdown-it's block state holds them, with byte order marks, tabs and CR in mind."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from guidec.mdx.cursor import INDENT, TAB_SIZE
from guidec.source import BOM, LINE_ENDING

_ENDING = re.compile(rf"({LINE_ENDING.pattern}){INDENT.pattern}")


class Lines(StateBlock):
    """Where each line stands in the source (`lineStarts`, `eMarks`), and what containers leave of it (`bMarks` on)."""

    def find_lines(self) -> None:
        """Note where each line starts and ends; a byte order mark is no part of the first."""
        source = self.src
        first = len(BOM) if source.startswith(BOM) else 0
        # Of each line ending and the indent behind it: where both stand, and the ending alone.
        endings = [match.regs for match in _ENDING.finditer(source)]
        self.eMarks = [start for (start, _), _ in endings]
        self.lineStarts = [first, *[start for _, (_, start) in endings]]
        self.tShift = [INDENT.match(source, first).end() - first]  # type: ignore[union-attr]  # always matches
        self.tShift += [end - start for (_, end), (_, start) in endings]
        if self.lineStarts[-1] < len(source):
            self.eMarks.append(len(source))
        else:
            self.lineStarts.pop()
            self.tShift.pop()
        self.lineMax = len(self.eMarks)
        self.lineStarts.append(len(source))
        self.eMarks.append(len(source))
        self.tShift.append(0)
        self.bMarks = self.lineStarts.copy()
        self.sCount = self.tShift.copy()
        self.bsCount = [0] * len(self.bMarks)
        self.pads: dict[int, int] = {}
        """Columns of a half-eaten tab that still stand before a line's `bMarks`."""
        if "\t" in source:
            for line, start in enumerate(self.lineStarts):
                if "\t" in source[start : start + self.tShift[line]]:
                    self.begin(line, start)

    def begin(self, line: int, pos: int, pad: int = 0) -> None:
        """Let what is left of a line start at `pos`."""
        self.bMarks[line] = pos
        shift = 0
        end = self.eMarks[line]
        if pos < end and self.src[pos] in " \t":
            shift = INDENT.match(self.src, pos, end).end() - pos  # type: ignore[union-attr]
        self.tShift[line] = self.sCount[line] = shift
        if self.pads:
            self.pads.pop(line, None)
        if pad or (shift and self.src.find("\t", pos, pos + shift) >= 0):
            self.pads[line] = pad
            self.bsCount[line] = self.column(line, pos) - pad
            self.sCount[line] = self.column(line, pos + shift) - self.bsCount[line]

    def has_ending(self, line: int) -> bool:
        """Say whether a line ending stands behind a line: only the last one can be without."""
        return self.eMarks[line] < len(self.src)

    def is_only_prefix(self, line: int) -> bool:
        """Say whether the document ends right behind the prefix of a fed line, so that no block sees the line."""
        return self.bMarks[line] == len(self.src) and line not in self.pads

    def column(self, line: int, pos: int) -> int:
        """Give the column, from 0, at which the character at `pos` of a line starts, tabs expanded."""
        text = self.src[self.lineStarts[line] : pos]
        column = 0
        for part in text.split("\t")[:-1]:
            column += _width(part)
            column += TAB_SIZE - column % TAB_SIZE
        return column + _width(text[text.rfind("\t") + 1 :])


def _width(text: str) -> int:
    """Columns of a text without tabs; the reference counts UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
