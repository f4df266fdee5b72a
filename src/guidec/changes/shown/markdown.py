"""Changes as Markdown for a comment on a pull request; whatever comes from a guide stands in code spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.changes.models import ChangeClass
from guidec.changes.report import sentence
from guidec.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.changes.models import Change, Diff, NotCompared

LONGEST = 60_000
"""Characters of the whole text: GitHub takes 65 536 in a comment, GitLab more."""
TEXT_LENGTH = 160
"""Characters of a guide's text in one place."""
MOST_NOT_COMPARED = 50
"""Guides that are named which could not be compared."""

HEADING = "## What changed in the guides"
NOTHING = "Nothing that readers or tools would notice."


def to_markdown(diff: Diff) -> str:
    """Show changes as a list for each class, the breaking ones first, the editorial ones folded.

    What could not be compared stands before them.
    """
    parts = [HEADING]
    if diff.changes:
        parts.append(_numbers(diff))
    elif not diff.not_compared:
        parts.append(NOTHING)
    if diff.not_compared:
        parts.append(_not_compared(diff.not_compared))
    left = LONGEST - sum(map(len, parts))
    for class_ in ChangeClass:
        changes = [change for change in diff.changes if change.class_ is class_]
        if changes:
            part = _part(class_, changes, left)
            parts.append(part)
            left -= len(part)
    return "\n\n".join(parts) + "\n"


def code(text: str) -> str:
    """Put a text into a code span, where no character of it means anything (CommonMark, section 6.1)."""
    shown = printable(" ".join(text[: TEXT_LENGTH * 4].split()), TEXT_LENGTH)
    longest = max((len(run) for run in re.findall(r"`+", shown)), default=0)
    fence, pad = "`" * (longest + 1), " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{fence}{pad}{shown or ' '}{pad}{fence}"


def _numbers(diff: Diff) -> str:
    summary = diff.summary
    numbers = {"breaking": summary.breaking, "notable": summary.notable, "editorial": summary.editorial}
    return ", ".join(f"**{number}** {name}" for name, number in numbers.items() if number)


def _not_compared(left: Sequence[NotCompared]) -> str:
    lines = [
        f"- {code(f'{one.path}:{one.line}')} has an error: {code(one.message)}"
        for one in left[:MOST_NOT_COMPARED]
    ]
    if len(left) > MOST_NOT_COMPARED:
        lines.append(f"- … and {len(left) - MOST_NOT_COMPARED} more")
    return "\n".join(["### Not compared\n", *lines])


def _part(class_: ChangeClass, changes: Sequence[Change], room: int) -> str:
    """List the changes of a class, as many as there is room for."""
    lines: list[str] = []
    for number, change in enumerate(changes):
        line = _line(change)
        room -= len(line) + 1
        if room < len(changes) // 10 + 200:  # the frame around the list, and the line that ends it
            lines.append(f"- … and {len(changes) - number} more")
            break
        lines.append(line)
    listed = "\n".join(lines)
    if class_ is ChangeClass.EDITORIAL:
        return f"<details><summary>Editorial</summary>\n\n{listed}\n\n</details>"
    return f"### {class_.value.capitalize()}\n\n{listed}"


def _line(change: Change) -> str:
    place = change.new or change.old
    assert place is not None
    values = {
        "old": change.old.value if change.old else None,
        "new": change.new.value if change.new else None,
        "what": change.what,
    }
    where = f", in {code(change.where)}" if change.where else ""
    return f"- {sentence(change.kind, values, code)}{where} ({code(f'{place.path}:{place.line}')})"
