"""Raw HTML on lines of its own: seven kinds of it (CommonMark 0.31, section 4.6). Markdown has it, MDX has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.common.html_blocks import block_names

from guidec.mdx.html_tag import CLOSING_TAG, OPENING_TAG
from guidec.mdx.rules_block.fence import ends_before_line_ending
from guidec.mdx.state import FLOW

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock


class Kind(NamedTuple):
    """How a kind of HTML block starts and ends; without an end it goes on to a blank line."""

    opening: re.Pattern[str]
    end: re.Pattern[str] | None
    interrupts: bool = True
    """Whether it may end a paragraph."""


KINDS = (
    Kind(
        re.compile(r"<(?:pre|script|style|textarea)(?=[ \t>]|$)", re.IGNORECASE),
        re.compile(r"</(?:pre|script|style|textarea)>", re.IGNORECASE),
    ),
    Kind(re.compile(r"<!(?=--)"), re.compile("-->")),
    Kind(re.compile(r"<(?=\?)"), re.compile(r"\?>")),
    Kind(re.compile(r"<![A-Za-z]"), re.compile(">")),
    Kind(re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
    Kind(re.compile(rf"</?(?:{'|'.join(block_names)})(?=[ \t]|/?>|$)", re.IGNORECASE), None),
    Kind(re.compile(rf"(?:{OPENING_TAG}|{CLOSING_TAG})[ \t]*$"), None, interrupts=False),
)


def html_block(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read raw HTML; nothing in it is Markdown."""
    start, end = state.bMarks[startLine] + state.tShift[startLine], state.eMarks[startLine]
    if not state.src.startswith("<", start):
        return False
    text = state.src[start:end]
    kind = next((kind for kind in KINDS if kind.opening.match(text)), None)
    if kind is None or (state.parentType == "paragraph" and not kind.interrupts):
        return False
    if silent:
        return True
    last, stop = _end(state, kind, startLine, endLine)
    first = state.bMarks[startLine]
    state.line = last + 1
    token = state.push("html_block", "", 0)
    token.map = [startLine, state.line]
    value, _ = state.text(startLine, last, first)
    indent = " " * state.pads.get(startLine, 0)
    token.content = indent + value + state.src[state.eMarks[last] : stop]
    token.meta["span"] = (first, stop)
    return True


def _end(state: MdxStateBlock, kind: Kind, line: int, end: int) -> tuple[int, int]:
    """Give the last line, and the offset behind the HTML."""
    opening = kind.opening.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
    look_from = opening.end() if opening else state.bMarks[line]
    while not (kind.end and kind.end.search(state.src, look_from, state.eMarks[line])):
        line += 1
        if line >= end or state.feed(line, concrete=True) != FLOW:
            break
        if kind.end is None and state.isEmpty(line):
            return line - 1, state.eMarks[line - 1]
        look_from = state.bMarks[line]
    else:
        return line, state.eMarks[line]
    last = line - 1
    if kind.end is None or ends_before_line_ending(state, line):
        return last, state.eMarks[last]
    stop = state.lineStarts[line] if line < state.lineMax else len(state.src)
    state.open_ended = stop > state.eMarks[last]
    return last, stop
