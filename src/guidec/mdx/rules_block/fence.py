"""Fenced code: between lines of three or more backticks or tildes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.cursor import Cursor
from guidec.mdx.state import FLOW, LAZY
from guidec.mdx.string import decode_string

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

OPENING = re.compile(r"(`{3,}+(?!.*`)|~{3,}+)[ \t]*([^ \t\r\n]*)[ \t]*([^\r\n]*)")
LAST_LINE_ENDING = re.compile(r"(?:\r\n?|\n)\Z")
CLOSING = re.compile(r"[ \t]*(`{3,}|~{3,})[ \t]*")


def fence(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read fenced code; without a closing fence it goes on to the end of the container."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    if not state.src.startswith(("```", "~~~"), start):
        return False
    match = OPENING.match(state.src, start, state.eMarks[startLine])
    if match is None:
        return False
    if silent:
        return True
    last, end, closed = _end(state, startLine, endLine, match[1])
    state.line = last + 1
    state.open_ended = not closed and end > state.eMarks[last]
    token = state.push("fence", "code", 0)
    token.map = [startLine, state.line]
    token.markup = match[1]
    token.info = decode_string(f"{match[2]} {match[3]}" if match[3] else match[2])
    content = _content(state, startLine, last + 1 - closed)
    token.content = content if closed or state.open_ended else LAST_LINE_ENDING.sub("", content)
    token.meta["span"] = (start, end)
    token.meta["lang"] = decode_string(match[2]) or None
    token.meta["meta"] = decode_string(match[3]) or None
    return True


def _end(state: MdxStateBlock, first: int, stop: int, markup: str) -> tuple[int, int, bool]:
    """Give the last line, the offset behind the code, and whether a closing fence stands there."""
    marker, length = markup[0], len(markup)
    line = first + 1
    while line < stop:
        if state.feed(line, concrete=True) != FLOW or state.is_only_prefix(line):
            break
        pos = state.bMarks[line] + state.tShift[line]
        if state.src.startswith(marker, pos):
            match = CLOSING.fullmatch(state.src, pos, state.eMarks[line])
            closes = match and match[1][0] == marker and len(match[1]) >= length
            if closes and not state.is_code_block(line):
                return line, state.eMarks[line], True
        line += 1
    last = line - 1
    if ends_before_line_ending(state, line):
        return last, state.eMarks[last], False
    return last, state.lineStarts[line] if line < state.lineMax else len(state.src), False


def ends_before_line_ending(state: MdxStateBlock, line: int) -> bool:
    """At a lazy line the code has ended on the line before; a new container closes it behind the line ending."""
    if line < state.lineMax:
        return state.kinds[line] == LAZY
    return bool(state.containers) and state.containers[-1].in_quote


def _content(state: MdxStateBlock, first: int, stop: int) -> str:
    """Give the lines inside, without the indentation that the opening fence has."""
    indent = state.sCount[first]
    if stop <= first + 1:
        return ""
    if not indent and state.contiguous:
        return state.src[state.bMarks[first + 1] : state.eMarks[stop - 1]]
    parts: list[str] = []
    cursor = Cursor(state)
    for line in range(first + 1, stop):
        cursor.start(line, state.bMarks[line], state.pads.get(line, 0))
        cursor.skip(indent)
        end = state.lineStarts[line + 1] if line < stop - 1 else state.eMarks[line]
        parts.append(" " * cursor.pad + state.src[cursor.pos : end])
    return "".join(parts)
