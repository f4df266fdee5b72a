"""Footnote references (GFM)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.identifier import normalize_identifier
from guidec.mdx.string import decode_string

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_FOOTNOTE = re.compile(r"\[\^((?:[^\[\]\\ \t\r\n]++|\\[\[\]\\]?)++)\]")
_LONGEST_LABEL = 999


def footnote_ref(state: MdxStateInline, silent: bool) -> bool:
    """Take `[^label]` where a footnote of that label is defined.

    > | a [^b] c
          ^^^^

    """
    found = _FOOTNOTE.match(state.src, state.pos) if state.footnotes else None
    if (
        found is None
        or len(found[1]) > _LONGEST_LABEL
        or normalize_identifier(found[1]) not in state.footnotes
    ):
        return False
    if silent:
        state.pos = found.end()
    else:
        add_footnote_reference(state, found[1], found.end())
    return True


def add_footnote_reference(state: MdxStateInline, label: str, end: int) -> None:
    """Add the reference that stands from the current place to `end`."""
    token = state.add("footnote_ref", end, content=decode_string(label))
    token.meta["identifier"] = normalize_identifier(label).lower()
    token.hidden = True  # from a renderer that has no rule for it
    state.brackets.footnote_image = None
