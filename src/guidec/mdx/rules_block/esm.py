"""ESM: a block of `import` and `export` declarations, from the first column of a line up to a blank line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.esm import scan_esm
from guidec.mdx.problem import Problem
from guidec.mdx.rules_block.stretch import Stretch

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock


def esm(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a block of ESM; none stands in a container."""
    start = state.bMarks[startLine]
    if state.containers or state.tShift[startLine] or not state.src.startswith(("import ", "export "), start):
        return False
    if silent:
        return True
    found = scan_esm(state.src, start, state.document.imported)
    stretch = Stretch(state, startLine, start, endLine)
    if isinstance(found, Problem):
        stretch.report(found)
        _skip_to_blank_line(state, endLine)
    elif found:
        state.document.imported += found.imported
        state.line = stretch.line_of(found.end - 1) + 1
        token = state.push("mdx_esm", "", 0)
        token.map = [startLine, state.line]
        token.content = found.value
        token.hidden = True
        token.meta["span"] = (found.start, found.end)
    return True


def _skip_to_blank_line(state: MdxStateBlock, end: int) -> None:
    while state.line < end and state.src[state.lineStarts[state.line] : state.eMarks[state.line]].strip(
        " \t"
    ):
        state.line += 1
