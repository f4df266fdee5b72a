"""Setext heading: a paragraph underlined with `=` or `-`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock

UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*")


def lheading(state: MdxStateBlock, line: int) -> str:
    """Give the tag of the heading that a line makes of the paragraph before it, or nothing."""
    start = state.bMarks[line] + state.tShift[line]
    if not UNDERLINE.fullmatch(state.src, start, state.eMarks[line]):
        return ""
    return "h1" if state.src[start] == "=" else "h2"
