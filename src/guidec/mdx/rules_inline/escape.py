"""Backslash escapes, and the backslash that makes a hard break."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.rules_inline.newline import LINE_ENDING
from guidec.mdx.string import ASCII_PUNCTUATION

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline


def escape(state: MdxStateInline, silent: bool) -> bool:
    r"""Take a backslash and the punctuation or line ending behind it.

    > | a\*b
         ^^

    """
    start = state.pos
    if state.src[start] != "\\":
        return False
    escaped = state.src[start + 1 : start + 2]
    if escaped in ASCII_PUNCTUATION:
        if silent:
            state.pos += 2
        else:
            state.add("text_special", start + 2, content=escaped, markup="\\" + escaped).info = "escape"
        return True
    ending = LINE_ENDING.match(state.src, start + 1)
    if ending is None:
        return False
    if silent:
        state.pos = ending.end()
    else:
        state.add_line_ending("hardbreak", ending.end())
    return True
