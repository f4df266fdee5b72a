"""Plain text: everything up to the next character that another rule looks at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline


def text(state: MdxStateInline, silent: bool) -> bool:
    """Take a run of text.

    > | some *text*
        ^^^^^

    """
    limit = state.next_autolink() if state.autolinks else state.posMax
    found = state.terminators.search(state.src, state.pos, limit)
    end = found.start() if found else limit
    if end <= state.pos:
        return False
    if silent:
        state.pos = end
    else:
        state.add_text(end)
    return True
