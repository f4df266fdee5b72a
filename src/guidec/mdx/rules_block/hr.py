"""Thematic break: `***`, `---` or `___`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

THEMATIC_BREAK = re.compile(r"([*_-])[ \t]*(?:\1[ \t]*){2,}")


def hr(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803
    """Read a thematic break."""
    start, end = state.bMarks[startLine] + state.tShift[startLine], state.eMarks[startLine]
    if not THEMATIC_BREAK.fullmatch(state.src, start, end):
        return False
    if silent:
        return True
    state.line = startLine + 1
    token = state.push("hr", "hr", 0)
    token.map = [startLine, state.line]
    token.markup = state.src[start]
    token.meta["span"] = (start, end)
    return True
