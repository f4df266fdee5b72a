"""Runs of one or two `~`, which may become delete (GFM)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.rules_inline.characters import CharacterClass, classify
from guidec.mdx.rules_inline.runs import STRIKETHROUGH, Run

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_RUN = re.compile("~+")
_LONGEST = 2


def strikethrough(state: MdxStateInline, silent: bool) -> bool:
    """Take a run of `~`; a longer one than two is text.

    > | ~~a~~ b
        ^^

    """
    found = _RUN.match(state.src, state.pos)
    if found is None:
        return False
    if silent:
        state.pos = found.end()
    elif len(found[0]) > _LONGEST:
        state.add_text(found.end())
    else:
        state.add_run(_run(state.src, found.start(), found.end()))
    return True


def _run(src: str, start: int, end: int) -> Run:
    before, after = classify(src[start - 1 : start]), classify(src[end : end + 1])
    punctuation, other = CharacterClass.PUNCTUATION, CharacterClass.OTHER
    opens = after == other or (after == punctuation and before != other)
    closes = before == other or (before == punctuation and after != other)
    return Run(STRIKETHROUGH, start, end - start, opens, closes)
