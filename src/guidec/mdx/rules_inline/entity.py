"""Character references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.character_reference import REFERENCE, decode_reference

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline


def entity(state: MdxStateInline, silent: bool) -> bool:
    """Take a named or numeric character reference.

    > | a &amp; b
          ^^^^^

    """
    found = REFERENCE.match(state.src, state.pos)
    decoded = decode_reference(found[0]) if found else None
    if found is None or decoded is None:
        return False
    if silent:
        state.pos = found.end()
    else:
        state.add("text_special", found.end(), content=decoded, markup=found[0]).info = "entity"
    return True
