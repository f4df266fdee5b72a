"""Labels that are no credential to copy, by what stands around them in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import may_name_credential
from guidec.guide.indexes.mentions import is_identifier

if TYPE_CHECKING:
    from guidec.guide.runs import Line, Run

PART_OF = re.compile(
    r"\b(?:prefix|starts? with|begins? with|starting with|beginning with)\W*$", re.IGNORECASE
)
"""Stands in front of a part of a credential's value."""
EXAMPLE = re.compile(r"(?:\be\.g\.|\bfor example|\bsuch as)[,:]?\W*$", re.IGNORECASE)
"""Stands in front of what somebody may have typed."""
GO = re.compile(
    r"\b(?:click(?: on)?|find|go to|locate|open|scroll (?:down )?to|see|select|view|visit)\s+(?:the\s+|your\s+)?$",
    re.IGNORECASE,
)
PLACE = re.compile(r"\s+(?:page|panel|screen|section|tab)\b", re.IGNORECASE)
"""Stand around what a part of a page is called, which the reader is to go to."""
FOR_FIELD = re.compile(
    r"\bfor\s[^.!?]{1,60}\bfield\b[^.!?]{0,40}\b(?:enter|put|type|use)\s+\Z", re.IGNORECASE
)
"""Stands directly in front of what to type into a field."""
FILL = re.compile(r"\bfill(?: in)?(?: the| your)?\s+$", re.IGNORECASE)
INTO = re.compile(r"\s+(?:in|into)\s+(?:the\s+)?", re.IGNORECASE)
"""Stands between a value and the field that it is typed into."""
OWN = re.compile(r"user ?name|password|passphrase", re.IGNORECASE)
TAKE = re.compile(r"\b(?:an?|new|strong|unique)\s+$", re.IGNORECASE)
"""Stands in front of what the reader makes up."""
WITH = re.compile(r"\s+with\s+")


def is_place(line: Line, group: list[Run]) -> bool:
    """Tell whether labels name a part of a page to go to: "open the **API keys** tab"."""
    start = group[0].start
    return (
        PLACE.match(line.text, group[-1].end) is not None
        and GO.search(line.text, max(start - 30, 0), start) is not None
    )


def is_made_up(line: Line, run: Run) -> bool:
    """Tell whether a label is what the reader takes for a name: "enter a **username**"."""
    return (
        OWN.fullmatch(run.text) is not None
        and TAKE.search(line.text, max(run.start - 30, 0), run.start) is not None
    )


def is_filled(line: Line, run: Run) -> bool:
    """Tell whether a label has its value: "fill **Domain** with `acme`", "`acme` into the **Domain** field"."""
    last = next(
        (one for one in reversed(line.between(run.start - 80, run.start)) if one.style == "code"), None
    )
    if last and INTO.fullmatch(line.text, last.end, run.start) and not may_name_credential(last.text):
        return True
    value = WITH.match(line.text, run.end)
    filled = line.run_at(value.end()) if value else None
    if filled is None or filled.style != "code":
        return False
    return FILL.search(line.text, max(run.start - 40, 0), run.start) is not None


def is_part(line: Line, run: Run) -> bool:
    """Tell whether a run is part of a value, or all of one."""
    if run.style == "code" and EXAMPLE.search(line.text, max(run.start - 20, 0), run.start):
        return True
    if is_identifier(run.text) and FOR_FIELD.search(line.text, max(run.start - 120, 0), run.start):
        return True
    return PART_OF.search(line.text, max(run.start - 40, 0), run.start) is not None
