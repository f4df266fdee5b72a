"""Code spans."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.mdx.rules_inline.state_inline import MdxStateInline

_RUN = re.compile("`+")
_PADDING = " \r\n"


def backtick(state: MdxStateInline, silent: bool) -> bool:
    """Take code between two runs of backticks of the same length; a run without partner is text.

    > | a `b` c
          ^^^

    """
    opening = _RUN.match(state.src, state.pos)
    if opening is None:
        return False
    size = len(opening[0])
    closing = _next_run(state, opening.end(), size)
    if closing is None:
        state.looked_to = state.posMax
        if silent:
            state.pos = opening.end()
        else:
            state.add_text(opening.end())
        return True
    if silent:
        state.pos = closing + size
        return True
    code = state.src[opening.end() : closing]
    if not state.is_rest_of_tab(closing - 1):
        code = _without_padding(code)
    state.add("code_inline", closing + size, content=code, markup=opening[0]).tag = "code"
    return True


def _without_padding(code: str) -> str:
    """Take one space or line ending away on both sides, if there is one on both and something between."""
    if code[0] not in _PADDING or code[-1] not in _PADDING or not code.strip(_PADDING):
        return code
    return code[2 if code.startswith("\r\n") else 1 : -2 if code.endswith("\r\n") else -1]


def _next_run(state: MdxStateInline, start: int, size: int) -> int | None:
    """Give the offset of the first run of exactly `size` backticks from `start` on."""
    if state.backtick_runs is None:
        state.backtick_runs = {}
        for run in _RUN.finditer(state.src):
            state.backtick_runs.setdefault(len(run[0]), []).append(run.start())
    places = state.backtick_runs.get(size, [])
    index = bisect_left(places, start)
    return places[index] if index < len(places) else None
