"""Tables of HTML: cells that span columns or rows stand in the columns of a table that has no such cells."""

from __future__ import annotations

import pytest

from compiling import guide_of
from guidec.guide.models import TableBlock
from guidec.targets.mdx import write


def rows_of(text: str) -> list[list[str]]:
    (table,) = guide_of(text).intro
    assert isinstance(table, TableBlock)
    assert len(table.align) == len(table.head)
    return [[cell.text for cell in row] for row in (table.head, *table.rows)]


def html(*rows: str) -> str:
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


SPANS = {
    "a head over two columns": (
        html('<th colSpan="2">Head</th>', "<td>1</td><td>2</td>"),
        [["Head", ""], ["1", "2"]],
    ),
    "a head over the first two of three columns": (
        html("<th colSpan={2}>A</th><th>B</th>", "<td>1</td><td>2</td><td>3</td>"),
        [["A", "", "B"], ["1", "2", "3"]],
    ),
    "a head that is too narrow": (html("<th>A</th>", "<td>1</td><td>2</td>"), [["A", ""], ["1", "2"]]),
    "a cell over two rows": (
        html(
            "<th>A</th><th>B</th>", '<td rowspan="2">1</td><td>2</td>', "<td>3</td>", "<td>4</td><td>5</td>"
        ),
        [["A", "B"], ["1", "2"], ["", "3"], ["4", "5"]],
    ),
    "a cell over rows and columns": (
        html("<th>A</th><th>B</th><th>C</th>", '<td colspan="2" rowspan="2">1</td><td>2</td>', "<td>3</td>"),
        [["A", "B", "C"], ["1", "", "2"], ["", "", "3"]],
    ),
    "a head of two rows over cells that span": (
        html(
            '<th rowspan="2">A</th><th colspan="2">B</th>',
            "<th>C</th><th>D</th>",
            '<td>1</td><td colspan="2">2</td>',
        ),
        [["A", "B", ""], ["", "C", "D"], ["1", "2", ""]],
    ),
    "a row over all columns": (
        html("<th>A</th><th>B</th>", '<td colspan="100">1</td>', "<td>2</td><td>3</td>"),
        [["A", "B"], ["1", ""], ["2", "3"]],
    ),
    "more columns than any row has": (
        html('<th colspan="100000">A</th>', "<td>1</td><td>2</td>"),
        [["A", ""], ["1", "2"]],
    ),
    "more cells than the row above leaves room for": (
        html('<td rowspan="3">A</td><td>B</td>', "<td>1</td><td>2</td>"),
        [["A", "B", ""], ["", "1", "2"]],
    ),
    "no number": (html('<th colspan="x" rowspan="-2">A</th>', "<td>1</td>"), [["A"], ["1"]]),
}


@pytest.mark.parametrize("case", SPANS)
def test_cells_stand_in_their_columns(case: str) -> None:
    text, rows = SPANS[case]
    assert rows_of(text) == rows


@pytest.mark.parametrize("case", SPANS)
def test_come_back_from_mdx(case: str) -> None:
    text, rows = SPANS[case]
    assert rows_of(write(guide_of(text))) == rows


def test_spans_cannot_fill_a_table_beyond_what_is_written() -> None:
    wide = html("<td>a</td>" * 300, *['<td colspan="300">b</td><td>c</td>'] * 300)
    tall = html("<td rowspan='999'>a</td>" * 300, *["<td>b</td>"] * 300)
    assert sum(map(len, rows_of(wide))) == 11 * 900
    assert sum(map(len, rows_of(tall))) == 11 * 600
