"""Block quote: lines behind `>`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.containers import Container
from guidec.mdx.cursor import Cursor

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.state import MdxStateBlock


class BlockquoteContainer(Container):
    """An open block quote."""

    __slots__ = ()
    closing_type = "blockquote_close"
    tag = "blockquote"

    def __init__(self, opening: Token) -> None:
        super().__init__(opening)
        self.in_quote = True

    def proceed(self, state: MdxStateBlock, cursor: Cursor) -> bool:
        """Move over `>` and one white space."""
        pos, pad = cursor.pos, cursor.pad
        cursor.skip(state.most_indent)
        if cursor.pos < cursor.end and state.src[cursor.pos] == ">":
            cursor.pos += 1
            cursor.skip(1)
            return True
        cursor.pos, cursor.pad = pos, pad
        return False


def blockquote(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803
    """Open a block quote."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    if state.src[start] != ">":
        return False
    if silent:
        return True
    token = state.push("blockquote_open", "blockquote", 1)
    token.markup = ">"
    token.map = [startLine, startLine]
    token.meta["span"] = (start, start)
    state.enter(BlockquoteContainer(token))
    cursor = Cursor(state)
    cursor.start(startLine, start + 1)
    cursor.skip(1)
    state.begin(startLine, cursor.pos, cursor.pad)
    return True
