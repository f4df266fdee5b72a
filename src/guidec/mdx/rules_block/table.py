"""GFM table: a row of names, a row of dashes, and rows of cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.rules_block.inline_content import push_inline
from guidec.mdx.state import FLOW, LAZY

if TYPE_CHECKING:
    from guidec.mdx.nodes import AlignType
    from guidec.mdx.state import MdxStateBlock

DELIMITER_ROW = re.compile(r"(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?")
DELIMITER = re.compile(r"(:?)-+(:?)")
PIPE_OR_ESCAPE = re.compile(r"\\[\\|]|\|")

Cell = tuple[int, int, int, int]
"""Start and end of a cell, start and end of its text."""


def table(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a table."""
    second = startLine + 1
    if second >= endLine:
        return False
    # Before the line is fed its last character is looked at: it decides for nearly all lines.
    last = state.eMarks[second] - 1
    if last < state.lineStarts[second] or state.src[last] not in "-:| \t" or state.is_code_block(startLine):
        return False
    start, end = state.bMarks[startLine] + state.tShift[startLine], state.eMarks[startLine]
    parent, state.parentType = state.parentType, "paragraph"
    kind = state.feed(second)
    state.parentType = parent
    if kind != FLOW or state.is_code_block(second):
        return False
    align = _align(state, second)
    head = cells(state.src, start, end)
    if align is None or len(align) != len(head) or state.src[start:end].rstrip(" \t") == "|":
        return False
    if silent:
        return True
    _push_table(state, startLine, endLine, head, align)
    return True


def _align(state: MdxStateBlock, line: int) -> list[AlignType | None] | None:
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    if not DELIMITER_ROW.fullmatch(state.src, start, end):
        return None
    row = state.src[start:end]
    if "|" not in row and ":" not in row:
        return None
    kinds: dict[tuple[bool, bool], AlignType] = {
        (True, True): "center",
        (True, False): "left",
        (False, True): "right",
    }
    return [kinds.get((bool(left), bool(right))) for left, right in DELIMITER.findall(row)]


def cells(source: str, start: int, end: int) -> list[Cell]:
    """Split a row at its pipes; a pipe behind a backslash does not count."""
    pipes = [m.start() for m in PIPE_OR_ESCAPE.finditer(source, start, end) if m[0] == "|"]
    edges = [start, *(pipe for pipe in pipes if pipe > start)]
    text_end = end
    if len(edges) > 1 and not source[edges[-1] + 1 : end].strip(" \t"):
        text_end = edges.pop()
    found: list[Cell] = []
    for index, edge in enumerate(edges):
        last = index + 1 == len(edges)
        found.append(
            (
                edge,
                end if last else edges[index + 1],
                *_trimmed(source, edge, text_end if last else edges[index + 1]),
            )
        )
    return found


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    if source[start] == "|":
        start += 1
    text = source[start:end]
    first = start + len(text) - len(text.lstrip(" \t"))
    return first, max(start + len(text.rstrip(" \t")), first)


def _push_table(
    state: MdxStateBlock, first: int, end: int, head: list[Cell], align: list[AlignType | None]
) -> None:
    opening = state.push("table_open", "table", 1)
    start = state.bMarks[first] + state.tShift[first]
    state.push("thead_open", "thead", 1)
    _push_row(state, first, head, "th", align)
    state.push("thead_close", "thead", -1)
    line = first + 2
    while line < end and _is_row(state, line, end):
        if line == first + 2:
            state.push("tbody_open", "tbody", 1)
        row = cells(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
        _push_row(state, line, row, "td", align)
        line += 1
    if line > first + 2:
        state.push("tbody_close", "tbody", -1)
    state.push("table_close", "table", -1)
    state.line = line
    opening.map = [first, line]
    opening.meta["span"] = (start, state.eMarks[line - 1])
    opening.meta["align"] = tuple(align)


def _is_row(state: MdxStateBlock, line: int, end: int) -> bool:
    """Anything is a row that is neither blank nor lazy nor the start of another block."""
    if state.feed(line) >= LAZY or state.isEmpty(line) or state.is_code_block(line):
        return False
    first = state.src[state.bMarks[line] + state.tShift[line]]
    return not any(rule(state, line, end, True) for rule in state.chains.before_row.at(first))


def _push_row(
    state: MdxStateBlock, line: int, row: list[Cell], tag: str, align: list[AlignType | None]
) -> None:
    state.line = line + 1
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    state.add("tr_open", "tr", 1, {"span": (start, end)}, [line, line + 1])
    for index, (cell_start, cell_end, text_start, text_end) in enumerate(row):
        cell = state.add(f"{tag}_open", tag, 1, {"span": (cell_start, cell_end)})
        if index < len(align) and align[index]:
            cell.attrs["style"] = f"text-align:{align[index]}"
        text = push_inline(state, line, state.src[text_start:text_end], [(0, text_start)])
        text.meta["in_table"] = True
        state.push(f"{tag}_close", tag, -1)
    state.push("tr_close", "tr", -1)
