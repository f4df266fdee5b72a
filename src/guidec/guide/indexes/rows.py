"""Rows of tables of fields: which cell names a field, and which says what to type into it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.guide.passages import Passage
    from guidec.guide.runs import Line

TYPED_COLUMN = re.compile(r"(?:what|values?) to (?:enter|type)", re.IGNORECASE)
"""The head of a column with what to type into the fields of the first."""
VALUE_COLUMN = re.compile(
    rf"{TYPED_COLUMN.pattern}|"
    r"(?:(?!(?:allowed|current|default|example|possible|return|sample)\b)[\w.-]+ ){0,2}values?",
    re.IGNORECASE,
)
"""The head of a column that may be such a one: "Value", "Relay value"."""
SUCH_AS = re.compile(r"(?:e\.g\.|for example|for instance|like|such as)[,:]?", re.IGNORECASE)
FIELD_COLUMN = re.compile(
    r"(?:[\w.-]+ ){0,2}(?:field|setting)s?|(?:field|credential|name|parameter|setting|value|key|property)s?(?: name)?",
    re.IGNORECASE,
)


def value_of(passage: Passage, after: Passage | None) -> Passage | None:
    """Give the cell behind the first of a row, where it stands in a column of what to type."""
    if after is None or passage.kind != "cell" or after.kind != "cell" or after.row != passage.text:
        return None
    return after if VALUE_COLUMN.fullmatch(after.column or "") else None


def names_field(passage: Passage) -> bool:
    """Tell whether a cell stands in a column of fields; behind the first, values say what to type."""
    column = passage.column or ""
    is_first = passage.row == passage.text
    return FIELD_COLUMN.fullmatch(column) is not None and (is_first or not VALUE_COLUMN.fullmatch(column))


def given(line: Line) -> tuple[str | None, str | None] | None:
    """Give the value of a cell that is nothing but a piece of code, or the example that it gives: "e.g., `acme`"."""
    runs = [run for run in line.runs if run.text.strip()]
    if not runs or runs[-1].style != "code":
        return None
    before = line.text[: runs[-1].start].strip()
    if not before:
        return runs[-1].text, None
    return (None, runs[-1].text) if SUCH_AS.fullmatch(before) else None
