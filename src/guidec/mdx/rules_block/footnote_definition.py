"""GFM footnote definition: `[^label]:` and what is indented below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.containers import Container
from guidec.mdx.cursor import NO_LIMIT, TAB_SIZE, Cursor
from guidec.mdx.identifier import normalize_identifier
from guidec.mdx.string import decode_string

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.state import MdxStateBlock

LABEL = re.compile(r"\[\^((?:[^\t\n\r \[\]\\]++|\\[\[\]\\]?+)++)\]:")
MAX_LABEL = 999


class FootnoteContainer(Container):
    """An open footnote definition."""

    __slots__ = ()
    closing_type = "footnote_definition_close"
    tag = "section"
    hides_blank = False

    def __init__(self, opening: Token) -> None:
        super().__init__(opening)
        self.in_footnote = True

    def proceed(self, state: MdxStateBlock, cursor: Cursor) -> bool:  # noqa: ARG002
        """Move over four columns of indent; a blank line needs none."""
        if cursor.at_blank():
            return True
        pos, pad = cursor.pos, cursor.pad
        columns = cursor.skip(TAB_SIZE)
        # The reference takes the indent of a definition around this one for its own where nothing stands between.
        if columns == TAB_SIZE or (not columns and cursor.footnote_indent == (pos, pad)):
            cursor.footnote_indent = cursor.pos, cursor.pad
            return True
        cursor.pos, cursor.pad = pos, pad
        return False


def footnote_definition(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803
    """Open a footnote definition."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    match = LABEL.match(state.src, start, state.eMarks[startLine])
    if match is None or len(match[1]) > MAX_LABEL:
        return False
    if silent:
        return True
    identifier = normalize_identifier(match[1])
    state.document.footnotes.add(identifier)
    token = state.push("footnote_definition_open", "section", 1)
    token.map = [startLine, startLine]
    token.meta["span"] = (start, start)
    token.meta["identifier"] = identifier.lower()
    token.meta["label"] = decode_string(match[1])
    state.enter(FootnoteContainer(token))
    cursor = Cursor(state)
    cursor.start(startLine, match.end())
    cursor.skip(NO_LIMIT)
    state.begin(startLine, cursor.pos, cursor.pad)
    return True
