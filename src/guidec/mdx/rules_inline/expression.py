"""JavaScript expressions in text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.expression import ExpressionKind, scan_expression
from guidec.mdx.problem import Problem

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline


def expression(state: MdxStateInline, silent: bool) -> bool:
    """Take an expression in braces.

        > | a {b} c
              ^^^

    A wrong one is a problem, and it and all tags and expressions behind it are text.
    """
    if state.src[state.pos] != "{" or state.problems or state.pos == state.heading_id:
        return False
    found = scan_expression(state.src, state.pos, ExpressionKind.TEXT, state.column_of)
    if isinstance(found, Problem):
        if not silent:
            state.problems.append(found)
        return False
    if silent:
        state.pos = found.end
    else:
        token = state.add("mdx_text_expression", found.end, content=found.value, markup="{")
        token.hidden = True  # from a renderer that has no rule for it
    return True
