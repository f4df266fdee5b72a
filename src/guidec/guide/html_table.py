"""Tables of HTML, as tables of GFM, which have no cells that span columns or rows: empty cells stand for those."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from guidec.guide.element import as_phrasing
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.guide.html_elements import Attributes, Content
    from guidec.source import Position

SPAN = re.compile(r"0*([1-9][0-9]{0,4})")
MOST_EMPTY = 10
"""How many empty cells a table may come to hold for each cell that is written."""


@dataclass(frozen=True, slots=True)
class SpanningCell(nodes.TableCell):
    """A cell as HTML has it, until its table is read."""

    type: ClassVar[str] = "tableCell"
    columns: int
    rows: int


def table(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<table>`: its rows, whichever part of it they stand in, the head as wide as the widest."""
    rows = [node for node in content if isinstance(node, nodes.TableRow) and node.children]
    if not rows:
        return content
    head, *body = _in_columns(rows)
    width = max(len(row.children) for row in (head, *body))
    missing = (nodes.TableCell(None, ()),) * (width - len(head.children))
    head = nodes.TableRow(head.position, head.children + missing)
    return (nodes.Table(position, (head, *body), (None,) * width),)


def table_row(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<tr>`."""
    return (nodes.TableRow(position, tuple(node for node in content if isinstance(node, nodes.TableCell))),)


def table_cell(position: Position | None, attributes: Attributes, content: Content) -> Content:
    """Read `<td>` and `<th>`."""
    columns, rows = _span(attributes, "colSpan"), _span(attributes, "rowSpan")
    if columns == rows == 1:
        return (nodes.TableCell(position, as_phrasing(content)),)
    return (SpanningCell(position, as_phrasing(content), columns, rows),)


def _span(attributes: Attributes, name: str) -> int:
    """Give how many columns or rows a cell spans; what is no number is one."""
    match = SPAN.fullmatch(str(attributes.get(name, attributes.get(name.lower()))))
    return int(match[1]) if match else 1


def _in_columns(rows: Sequence[nodes.TableRow]) -> list[nodes.TableRow]:
    """Put empty cells where other cells span, so that each cell stands in its column.

    No row gets wider than the columns in which cells start, whatever is asked for.
    """
    if not any(isinstance(cell, SpanningCell) for row in rows for cell in row.children):
        return list(rows)
    spare = MOST_EMPTY * sum(len(row.children) for row in rows)
    width = _width(rows, spare)
    until: dict[int, int] = {}  # the row before which a cell ends that spans rows, by column
    placed = []
    for number, row in enumerate(rows):
        made = _row_in_columns(row, number, until, min(width - len(row.children), spare))
        spare -= len(made.children) - len(row.children)
        placed.append(made)
    return placed


def _width(rows: Sequence[nodes.TableRow], spare: int) -> int:
    """Count the columns in which cells start; in a table that spans too much, the cells of the longest row."""
    until: dict[int, int] = {}
    width = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            while until.get(column, 0) > number:
                column += 1
                spare -= 1
            width = max(width, column + 1)
            columns, below = (cell.columns, cell.rows) if isinstance(cell, SpanningCell) else (1, 1)
            spare -= columns - 1
            if spare < 0:
                return max(len(each.children) for each in rows)
            until.update(dict.fromkeys(range(column, column + columns), number + below) if below > 1 else ())
            column += columns
    return width


def _row_in_columns(row: nodes.TableRow, number: int, until: dict[int, int], room: int) -> nodes.TableRow:
    """Place the cells of a row among at most `room` empty ones, and note in `until` which of them span rows."""
    cells: list[nodes.Node] = []
    for cell in row.children:
        while room and until.get(len(cells), 0) > number:
            cells.append(nodes.TableCell(None, ()))
            room -= 1
        if not isinstance(cell, SpanningCell):
            cells.append(cell)
            continue
        columns = min(cell.columns, room + 1)
        for column in range(len(cells), len(cells) + columns):
            until[column] = number + cell.rows
        empty = nodes.TableCell(None, ())
        cells += [nodes.TableCell(cell.position, cell.children), *[empty] * (columns - 1)]
        room -= columns - 1
    return nodes.TableRow(row.position, tuple(cells))
