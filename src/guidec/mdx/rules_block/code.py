"""Indented code: lines that stand four columns or more to the right. Markdown has it, MDX has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.cursor import TAB_SIZE, Cursor
from guidec.mdx.rules_block.fence import LAST_LINE_ENDING
from guidec.mdx.state import FLOW

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock


def code(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read indented code; blank lines belong to it where more of it follows."""
    if silent or not state.is_code_block(startLine):
        return False
    last = _last_line(state, startLine, endLine)
    state.line = last + 1
    token = state.push("code_block", "code", 0)
    token.map = [startLine, state.line]
    token.content = LAST_LINE_ENDING.sub("", _content(state, startLine, last))
    token.meta["span"] = (state.bMarks[startLine], state.eMarks[last])
    token.meta["lang"] = token.meta["meta"] = None
    return True


def _last_line(state: MdxStateBlock, line: int, end: int) -> int:
    last, memory = line, state.remember()
    while line + 1 < end:
        line += 1
        if state.feed(line) != FLOW:
            break
        if state.is_code_block(line):
            last, memory = line, state.remember()
        elif not state.isEmpty(line):
            break
        else:
            line = _pass_blank_lines(state, line, end)
    state.recall(memory)
    return last


def _pass_blank_lines(state: MdxStateBlock, line: int, end: int) -> int:
    """Give the last of the empty lines from `line` on; the first speaks for the others."""
    while state.eMarks[line] == state.lineStarts[line] and line + 1 < end:
        if state.eMarks[line + 1] > state.lineStarts[line + 1]:
            break
        line += 1
    state.fed = line
    return line


def _content(state: MdxStateBlock, first: int, last: int) -> str:
    """Give the lines without four columns of their indentation."""
    parts: list[str] = []
    cursor = Cursor(state)
    for line in range(first, last + 1):
        cursor.start(line, state.bMarks[line], state.pads.get(line, 0))
        cursor.skip(TAB_SIZE)
        end = state.lineStarts[line + 1] if line < last else state.eMarks[line]
        parts.append(" " * cursor.pad + state.src[cursor.pos : end])
    return "".join(parts)
