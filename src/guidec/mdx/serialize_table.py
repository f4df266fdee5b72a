"""The cells of a table, laid out in columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.mdx.nodes import AlignType

NARROWEST = 3


def table_lines(rows: Sequence[Sequence[str]], align: Sequence[AlignType | None]) -> list[str]:
    """Lay out written cells below each other; the first row is the head."""
    widths = _widths(rows, len(align))
    head, *body = (row_line(row, align, widths) for row in rows)
    rule = row_line([_rule(side, width) for side, width in zip(align, widths, strict=True)], align, widths)
    return [head, rule, *body]


def row_line(cells: Sequence[str], align: Sequence[AlignType | None] = (), widths: Sequence[int] = ()) -> str:
    """Write one row; it may have fewer or more cells than the head."""
    columns = [*zip(align, widths, strict=True)]
    columns += [(None, 0)] * (len(cells) - len(columns))
    padded = [_padded(cell, side, width) for cell, (side, width) in zip(cells, columns, strict=False)]
    return f"| {' | '.join(padded)} |"


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[int]:
    """Give the width of each column, the narrowest where one long cell would make every row long."""
    widths = [NARROWEST] * columns
    for row in rows:
        for at, cell in enumerate(row[:columns]):
            widths[at] = max(widths[at], len(cell))
    written = sum(len(cell) for row in rows for cell in row)
    return widths if sum(widths) * len(rows) <= 10 * written + 10_000 else [NARROWEST] * columns


def _rule(side: AlignType | None, width: int) -> str:
    left = ":" if side in ("left", "center") else ""
    right = ":" if side in ("right", "center") else ""
    return left + "-" * (width - len(left) - len(right)) + right


def _padded(cell: str, side: AlignType | None, width: int) -> str:
    if side == "right":
        return cell.rjust(width)
    return cell.center(width) if side == "center" else cell.ljust(width)
