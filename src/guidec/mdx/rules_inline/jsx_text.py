"""JSX tags in text. An opening and a closing tag are two tokens; the tree pairs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.problem import Problem
from guidec.mdx.tag import scan_tag

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline


def jsx_text(state: MdxStateInline, silent: bool) -> bool:
    """Take one tag.

        > | a <b c="d"> e
              ^^^^^^^^^

    A wrong one is a problem, and it and all tags and expressions behind it are text.
    """
    if state.src[state.pos] != "<" or state.problems:
        return False
    tag = scan_tag(state.src, state.pos, state.column_of)
    if tag is None:
        return False
    if isinstance(tag, Problem):
        if not silent:
            state.problems.append(tag)
        return False
    if silent:
        state.pos = tag.end
    else:
        token = state.add("mdx_jsx_text", tag.end, content=state.src[state.pos : tag.end])
        token.meta["tag"] = tag
        token.hidden = True  # from a renderer that has no rule for it
    return True
