"""YAML frontmatter: the lines between `---` and `---` at the very start."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

FENCE = re.compile(r"---[ \t]*")


def front_matter(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read frontmatter.

    Where the closing fence is missing, no line of the document can start a container any more, because the reference
    has read all of them as lines of this block before it finds out.
    """
    start = state.lineStarts[0]
    if startLine or state.containers or state.bMarks[0] != start or state.tShift[0]:
        return False
    if not FENCE.fullmatch(state.src, start, state.eMarks[0]) or not state.has_ending(0):
        return False
    if silent:
        return True
    closing = _closing_line(state, endLine)
    if closing is None:
        for line in range(1, endLine):
            state.feed(line, concrete=True)
        return False
    state.line = closing + 1
    token = state.push("front_matter", "", 0)
    token.map = [0, state.line]
    token.markup = "---"
    token.hidden = True
    if closing > 1:
        token.content = state.src[state.lineStarts[1] : state.eMarks[closing - 1]]
    token.meta["span"] = (start, state.eMarks[closing])
    return True


def _closing_line(state: MdxStateBlock, end: int) -> int | None:
    source = state.src
    for line in range(1, end):
        start = state.lineStarts[line]
        if source.startswith("---", start) and FENCE.fullmatch(source, start, state.eMarks[line]):
            return line
    return None
