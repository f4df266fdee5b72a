"""Settings in tables: what the reader types into the field that a row names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import clean_label, is_label, says_optional
from guidec.guide.indexes.mentions import is_identifier
from guidec.guide.indexes.rows import TYPED_COLUMN, VALUE_COLUMN, given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.passages import Passage

FILL_IN = re.compile(
    r"\b(?:fill in|fill out|enter|complete the form|type|"
    r"(?:apply|choose|configure|select|set|use)\s+(?:\w+\s+){0,2}following\s+(?:\w+\s+){0,2}"
    r"(?:details|fields|information|options|properties|settings|values))\b",
    re.IGNORECASE,
)
"""Introduces a form to fill in, in prose that is no step."""
NO_LABEL = re.compile(
    r"(?:note|important|tip|warning|caution|example(?: \w+)?|e\.g\.?|optional|info|hint|remember|attention|step \d+|"
    r"faq|see|yes|no|errors?|solution|cause|reason|problem|issue|fix|result|response|output|question|answer)"
    r"|(?:local )?dev(?:elopment)?|local(?:host)?|production|staging|test(?:ing)?"
    r"|.*\b(?:as|at|for|from|in|into|on|to|with)"
    r"|(?:for|if|when|in|on|at|to|after|once|before|from|with|as)\b.*|.*\b(?:following|these|this) \w+|.*[.,;!?(]\s.*",
    re.IGNORECASE,
)
"""Stands in front of a colon, but is a remark, an instruction or more than a label."""
HINT_COLUMN = re.compile(r"descriptions?|details|meaning|notes?|remarks?", re.IGNORECASE)
"""The head of a column that says more of the fields in the first."""
LONGEST_LABEL = 60
LONGEST_LEAD = 400


def in_row(passage: Passage, *, in_form: bool) -> Iterator[tuple[str, str | None, str | None, bool]]:
    """Read a row of a table of fields, where its value is one piece of code, or it is in a form to fill in."""
    label, column = clean_label((passage.row or "")[: LONGEST_LABEL + 1]), passage.column or ""
    is_value = VALUE_COLUMN.fullmatch(column) is not None
    found = given(passage.line) if is_value else None
    told = TYPED_COLUMN.fullmatch(column) or (HINT_COLUMN.fullmatch(column) and _announces_form(passage.lead))
    if not found and passage.text and (told or (is_value and in_form)):
        found = None, passage.text
    if found and is_label(label) and not is_identifier(label) and not NO_LABEL.fullmatch(label):
        yield label, *found, says_optional(passage.row or "")


def _announces_form(lead: Passage | None) -> bool:
    """Tell whether a text says to fill in what stands below it: "Enter the following values:"."""
    return (
        lead is not None and lead.text.endswith(":") and FILL_IN.search(lead.text[-LONGEST_LEAD:]) is not None
    )
