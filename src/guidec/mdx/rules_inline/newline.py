"""Line endings and hard breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

LINE_ENDING = re.compile(r"\r\n?|\n")
_HARD_BREAK_SPACES = 2


def newline(state: MdxStateInline, silent: bool) -> bool:
    """Take a line ending, the white space before it and the next line's indent.

        > | one
               ^
        > | two

    Two spaces or more before it, and no tab, make it a hard break. A soft one keeps its characters as content.
    """
    ending = LINE_ENDING.match(state.src, state.pos)
    if ending is None:
        return False
    if silent:
        state.pos = ending.end()
        return True
    spaces = cut_trailing_space(state)
    if len(spaces) >= _HARD_BREAK_SPACES and "\t" not in spaces:
        state.pos -= len(spaces)
        state.add_line_ending("hardbreak", ending.end())
    else:
        state.add_line_ending("softbreak", ending.end(), content=ending[0])
    return True


def cut_trailing_space(state: MdxStateInline) -> str:
    """Take the white space at the end of the pending text away, and give it."""
    pending = state.pending
    kept = pending.rstrip(" \t")
    if len(kept) != len(pending):
        state.pending = kept
        state.pending_end -= len(pending) - len(kept)
    if not kept:
        state.pending_start = -1
    return pending[len(kept) :]
