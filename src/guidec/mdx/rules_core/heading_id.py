"""The core rule for headings that end with an id in braces: `## Title {#id}`, which is no MDX but widely written."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore

HEADING_ID = re.compile(r"\{#[^{}\s]+\}")


def heading_id(state: StateCore) -> None:
    """Mark the end of such a heading, so that the brace is text for the inline rules, and not an expression."""
    for opening, token in pairwise(state.tokens):
        if opening.type == "heading_open" and token.type == "inline":
            start = token.content.rfind("{#")
            if start >= 0 and HEADING_ID.fullmatch(token.content, start):
                token.meta["heading_id"] = start
