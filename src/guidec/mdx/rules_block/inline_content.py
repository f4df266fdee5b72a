"""The token that hands text over to the inline rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.segments import Segment
    from guidec.mdx.state import MdxStateBlock


def push_inline(state: MdxStateBlock, line: int, content: str, segments: list[Segment]) -> Token:
    """Write an inline token; its segments say where in the source its content stands."""
    token = state.add("inline", "", 0, {"segments": segments}, [line, state.line], content)
    token.children = []
    return token
