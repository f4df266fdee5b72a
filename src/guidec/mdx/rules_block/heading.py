"""ATX heading: one to six `#` and a title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.rules_block.inline_content import push_inline

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

OPENING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
CLOSING = re.compile(r"(?:^|(?<=[ \t]))#+$")


def heading(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803
    """Read a heading."""
    start, end = state.bMarks[startLine] + state.tShift[startLine], state.eMarks[startLine]
    line = state.src[start:end]
    match = OPENING.match(line)
    if match is None:
        return False
    if silent:
        return True
    state.line = startLine + 1
    tag = f"h{len(match[1])}"
    lines = [startLine, state.line]
    state.add("heading_open", tag, 1, {"span": (start, end)}, lines, markup=match[1])
    content = line[match.end() :].rstrip(" \t")
    if content.endswith("#"):
        content = CLOSING.sub("", content).rstrip(" \t")
    push_inline(state, startLine, content, [(0, start + match.end())])
    state.push("heading_close", tag, -1).markup = match[1]
    return True
