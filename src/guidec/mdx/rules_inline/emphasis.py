"""Runs of `*` and `_`, which may become emphasis or strong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.rules_inline.characters import CharacterClass, classify
from guidec.mdx.rules_inline.runs import STRIKETHROUGH, Run, pair_runs

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_RUN = re.compile(r"\*+|_+")


def emphasis(state: MdxStateInline, silent: bool) -> bool:
    """Take a run of `*` or `_`; which runs belong together is settled later.

    > | **a** b
        ^^

    """
    found = _RUN.match(state.src, state.pos)
    if found is None:
        return False
    if silent:
        state.pos = found.end()
    else:
        state.add_run(_run(state.src, found.start(), found.end()))
    return True


def _run(src: str, start: int, end: int) -> Run:
    """Tell whether the run can open or close (CommonMark 0.31, section 6.2).

    Beside a `~`, which is no character of a word, a run may open and close, too.
    """
    marker, previous, following = src[start], src[start - 1 : start], src[end : end + 1]
    before, after = classify(previous), classify(following)
    punctuation, other = CharacterClass.PUNCTUATION, CharacterClass.OTHER
    left = after == other or (after == punctuation and before != other) or following == STRIKETHROUGH
    right = before == other or (before == punctuation and after != other) or previous == STRIKETHROUGH
    if marker == "_":
        left, right = left and (before != other or not right), right and (after != other or not left)
    return Run(marker, start, end - start, left, right)


def pair_emphasis(state: MdxStateInline) -> None:
    """Pair the runs that stand outside of any link label (second chain, on the whole text)."""
    if state.runs:
        pair_runs(state.runs, state.first_marker)
