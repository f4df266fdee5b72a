"""Settings in tables: what the reader types into the field that a row names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.field_lists import LONGEST_LEAD, TYPED_COLUMN, VALUE_COLUMN, given
from guidec.guide.indexes.fields import clean_label, is_label, says_optional
from guidec.guide.indexes.mentions import is_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.passages import Passage

FILL_IN = re.compile(r"\b(?:fill in|fill out|enter|complete the form|type)\b", re.IGNORECASE)
"""Introduces a form to fill in, in prose that is no step."""
NO_LABEL = re.compile(
    r"(?:note|important|tip|warning|caution|example(?: \w+)?|e\.g\.?|optional|info|hint|remember|attention|step \d+|"
    r"faq|see|yes|no|errors?|solution|cause|reason|problem|issue|fix|result|response|output|question|answer)"
    r"|(?:for|if|when|in|on|at|to|after|once|before|from|with|as)\b.*|.*\b(?:following|these|this) \w+|.*[.,;!?(]\s.*",
    re.IGNORECASE,
)
"""Stands in front of a colon, but is a remark, an instruction or more than a label."""
HINT_COLUMN = re.compile(r"descriptions?|details|meaning|notes?|remarks?", re.IGNORECASE)
"""The head of a column that says more of the fields in the first."""
LONGEST_LABEL = 60


def in_row(passage: Passage) -> Iterator[tuple[str, str | None, str | None, bool]]:
    """Read a row of a table of fields, where its value is one piece of code, or the table says to type it."""
    label, column = clean_label((passage.row or "")[: LONGEST_LABEL + 1]), passage.column or ""
    found = given(passage.line) if VALUE_COLUMN.fullmatch(column) else None
    told = TYPED_COLUMN.fullmatch(column) or (HINT_COLUMN.fullmatch(column) and _announces_form(passage.lead))
    if not found and passage.text and told:
        found = None, passage.text
    if found and is_label(label) and not is_identifier(label) and not NO_LABEL.fullmatch(label):
        yield label, *found, says_optional(passage.row or "")


def _announces_form(lead: Passage | None) -> bool:
    """Tell whether a text says to fill in what stands below it: "Enter the following values:"."""
    return (
        lead is not None and lead.text.endswith(":") and FILL_IN.search(lead.text[-LONGEST_LEAD:]) is not None
    )
