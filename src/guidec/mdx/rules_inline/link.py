"""Where a link may start."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline


def link(state: MdxStateInline, silent: bool) -> bool:
    """Note a `[`; what it starts is settled at its `]`.

    > | a [b](c)
          ^

    """
    if silent or state.src[state.pos] != "[":
        return False
    state.add_bracket(state.pos + 1, image=False)
    return True
