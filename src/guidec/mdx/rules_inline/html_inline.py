"""Raw HTML in text: tags, comments and the like. Markdown has it, MDX has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.html_tag import CLOSING_TAG, OPENING_TAG

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_TAG = re.compile(f"{OPENING_TAG}|{CLOSING_TAG}")
_OTHERS = (
    (re.compile(r"<!(?=--)"), "-->"),
    (re.compile(r"<\?"), "?>"),
    (re.compile(r"<!\[CDATA\["), "]]>"),
    (re.compile(r"<![A-Za-z]"), ">"),
)
"""How a comment, an instruction, character data and a declaration start and end."""
_LINE_START = re.compile(r"(\r\n?|\n) {1,3}")


def html_inline(state: MdxStateInline, silent: bool) -> bool:
    """Take one tag, comment, instruction, declaration or piece of character data.

    > | a <b c="d"> e
          ^^^^^^^^^

    """
    end = _end(state)
    if not end:
        return False
    if silent:
        state.pos = end
    else:
        state.add("html_inline", end, content=_LINE_START.sub(r"\1", state.src[state.pos : end]))
    return True


def _end(state: MdxStateInline) -> int:
    """Give where the HTML that starts here ends, 0 if there is none."""
    tag = _TAG.match(state.src, state.pos)
    if tag is not None:
        return tag.end()
    for opening, closing in _OTHERS:
        opened = opening.match(state.src, state.pos)
        if opened is not None and opened.end() < state.unclosed.get(closing, state.posMax):
            found = state.src.find(closing, opened.end())
            if found >= 0:
                return found + len(closing)
            state.unclosed[closing] = opened.end()
            state.look_to(state.posMax)
    return 0
