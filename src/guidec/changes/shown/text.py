"""Changes as people read them on a terminal: a line each, and where it was before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.changes.models import ChangeClass
from guidec.diagnostics.printable import printable

if TYPE_CHECKING:
    from guidec.changes.models import Change, ChangePlace, Diff, NotCompared

MAX_SHOWN = 2000
"""Changes that are shown; nobody reads more, and a log has an end."""
TITLE_LENGTH = 80

_COLOURS = {ChangeClass.BREAKING: "31", ChangeClass.NOTABLE: "33", ChangeClass.EDITORIAL: "36"}


def to_text(diff: Diff, *, colour: bool = False) -> str:
    """Show changes as `path:line:column: class: message [kind]`, breaking ones first, and what was not compared."""
    lines = [line for change in diff.changes[:MAX_SHOWN] for line in _lines(change, colour=colour)]
    if len(diff.changes) > MAX_SHOWN:
        lines.append(f"... and {len(diff.changes) - MAX_SHOWN} more")
    left = diff.not_compared
    lines += [f"{_place(one)}: not compared: {one.message} [{one.rule}]" for one in left[:MAX_SHOWN]]
    if len(left) > MAX_SHOWN:
        lines.append(f"... and {len(left) - MAX_SHOWN} more that could not be compared")
    return "".join(f"{line}\n" for line in lines)


def _lines(change: Change, *, colour: bool) -> list[str]:
    place = change.new or change.old
    assert place is not None
    shown, class_ = _place(place), change.class_.value
    if colour:
        shown, class_ = f"\x1b[1m{shown}\x1b[0m", f"\x1b[{_COLOURS[change.class_]}m{class_}\x1b[0m"
    where = f", in “{printable(change.where, TITLE_LENGTH)}”" if change.where else ""
    lines = [f"{shown}: {class_}: {change.message}{where} [{change.kind}]"]
    if change.new and change.old:
        lines.append(f"  {_place(change.old)}: note: Here it was before")
    return lines


def _place(place: ChangePlace | NotCompared) -> str:
    return f"{printable(place.path)}:{place.line}:{place.column}"
