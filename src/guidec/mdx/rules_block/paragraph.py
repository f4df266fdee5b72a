"""Paragraph: lines of text, with the definitions at their start, up to an underline or whatever interrupts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.rules_block.inline_content import push_inline
from guidec.mdx.rules_block.lheading import lheading
from guidec.mdx.rules_block.list import ListContainer
from guidec.mdx.rules_block.reference import reference
from guidec.mdx.rules_block.task import first_in_item, task_mark
from guidec.mdx.segments import cut_segments
from guidec.mdx.state import FLOW, LAZY

if TYPE_CHECKING:
    from guidec.mdx.segments import Segment
    from guidec.mdx.state import MdxStateBlock


def paragraph(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a paragraph, a setext heading, or definitions."""
    if silent:
        return True
    item = first_in_item(state, startLine) if state.containers else None
    parent, state.parentType = state.parentType, "paragraph"
    stop, heading = _last_line(state, startLine + 1, endLine)
    state.parentType = parent
    start = state.bMarks[startLine] + state.tShift[startLine]
    text, segments = state.text(startLine, stop - 1, start)
    state.line = stop
    rest = reference(state, startLine, text, segments) if text[0] == "[" else 0
    if rest == len(text):
        return True
    if rest:
        text, segments = text[rest:], cut_segments(segments, rest)
    if heading:
        _push_heading(state, startLine, start, text, segments, heading)
    else:
        _push_paragraph(state, startLine, text, segments, item)
    return True


def _last_line(state: MdxStateBlock, line: int, end: int) -> tuple[int, str]:
    """Give the line behind the paragraph, and the heading's tag where that line is an underline."""
    while line < end:
        kind = state.feed(line)
        if kind > LAZY:
            break
        first = state.bMarks[line] + state.tShift[line]
        if first >= state.eMarks[line]:
            break
        if state.is_code_block(line):
            line += 1
            continue
        if kind == FLOW and state.src[first] in "=-":
            tag = lheading(state, line)
            if tag:
                return line, tag
        if _interrupts(state, line, end):
            if kind == LAZY and state.fed > line:
                state.kinds[line] = FLOW  # the reference looked ahead before it could close the containers
            break
        line += 1
    return line, ""


def _interrupts(state: MdxStateBlock, line: int, end: int) -> bool:
    """Say whether something starts on a line that ends a paragraph."""
    first = state.bMarks[line] + state.tShift[line]
    for rule in state.chains.interrupting.at(state.src[first]):  # noqa: SIM110 - a generator costs three times as much
        if rule(state, line, end, True):
            return True
    return False


def _push_heading(
    state: MdxStateBlock, line: int, start: int, text: str, segments: list[Segment], tag: str
) -> None:
    underline = state.line
    state.line += 1
    token = state.push("heading_open", tag, 1)
    token.markup = "=" if tag == "h1" else "-"
    token.map = [line, state.line]
    token.meta["span"] = (start, state.eMarks[underline])
    push_inline(state, line, text, segments)
    state.push("heading_close", tag, -1).markup = token.markup


def _push_paragraph(
    state: MdxStateBlock, line: int, text: str, segments: list[Segment], item: ListContainer | None
) -> None:
    span = (segments[0][1], state.eMarks[state.line - 1])
    opening = state.add("paragraph_open", "p", 1, {"span": span}, [line, state.line])
    mark = task_mark(text) if item and text[0] == "[" else None
    if item and mark:
        item.item.meta["checked"] = mark[1] in "xX"
        opening.meta["task"] = True
        text, segments = text[mark.end() :], cut_segments(segments, mark.end())
    push_inline(state, line, text, segments)
    closing = state.push("paragraph_close", "p", -1)
    if state.containers and isinstance(state.containers[-1], ListContainer):
        state.containers[-1].paragraphs += (opening, closing)
