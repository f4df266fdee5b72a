"""Collects the changes between two versions of a guide, and gives each its places and its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidec.changes.kinds import KINDS
from guidec.changes.models import Change, ChangePlace
from guidec.diagnostics.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.changes.outline import Part
    from guidec.guide.models import Guide, Place
    from guidec.guide.models.indexes import Entry

QUOTED_LENGTH = 200
"""Characters of a guide's text that a sentence quotes."""
SHORT = 60
"""Characters of texts that are quoted whole beside each other."""
EXCERPT_SOURCE = 20_000
"""Characters of a text that are looked through for a difference."""
CONTEXT = 4
"""Words around a difference that are quoted with it."""
EMPTY = "nothing"


@dataclass(frozen=True, slots=True)
class Version:
    """A guide as it is on one side."""

    guide: Guide
    shown: Callable[[str], str] = str
    """What to show for a path below the content root."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in one version, and what stands there."""

    value: str | None = None
    place: Place | None = None
    section: str | None = None
    step: str | None = None
    title: str | None = None
    """The title of what is around it."""


@dataclass(slots=True)
class Report:
    """The changes found between two versions of a guide."""

    old: Version
    new: Version
    changes: list[Change] = field(default_factory=list)

    def add(self, kind: str, old: Spot | None, new: Spot | None, what: str | None = None) -> None:
        """Add a change of a kind of the table."""
        around = new or old
        values = {"old": old.value if old else None, "new": new.value if new else None, "what": what}
        self.changes.append(
            Change(
                kind=kind,
                class_=KINDS[kind].class_,
                message=sentence(kind, values, quoted),
                what=what,
                where=around.title if around else None,
                old=place_in(self.old, old) if old else None,
                new=place_in(self.new, new) if new else None,
            )
        )


def sentence(kind: str, values: dict[str, str | None], quote: Callable[[str], str]) -> str:
    """Give the sentence of a change, each text of a guide in it made harmless by `quote`."""
    old, new = values.get("old"), values.get("new")
    if old and new:
        values = {**values, **dict(zip(("old", "new"), excerpts(old, new), strict=True))}
    shown = {name: quote(value) if value else EMPTY for name, value in values.items()}
    return KINDS[kind].message.format(**shown, name=values["what"])


def quoted(text: str) -> str:
    """Put quotation marks around a text, in one line of bounded length."""
    return f"“{printable(' '.join(text[: QUOTED_LENGTH * 4].split()), QUOTED_LENGTH)}”"


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Give what differs between two texts, with the words around it; short or equal texts stay whole."""
    if old == new or max(len(old), len(new)) <= SHORT:
        return old, new
    before, after = old[:EXCERPT_SOURCE].split(), new[:EXCERPT_SOURCE].split()
    same = _common(before, after)
    left = min(len(before), len(after)) - same
    same_end = min(_common(before[::-1], after[::-1]), left)
    return _excerpt(before, same, same_end), _excerpt(after, same, same_end)


def _common(one: list[str], other: list[str]) -> int:
    """Count the words in which two texts begin alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(words: list[str], same: int, same_end: int) -> str:
    start, end = max(same - CONTEXT, 0), len(words) - max(same_end - CONTEXT, 0)
    return f"{'… ' if start else ''}{' '.join(words[start:end])}{' …' if end < len(words) else ''}"


def place_in(version: Version, spot: Spot) -> ChangePlace:
    """Give the place of a spot as it is published."""
    guide, place = version.guide, spot.place
    return ChangePlace(
        guide=guide.id,
        path=version.shown(place.path if place and place.path else guide.source.path),
        line=place.start.line if place else 1,
        column=place.start.column if place else 1,
        end_line=place.end.line if place else 1,
        end_column=place.end.column if place else 1,
        section=spot.section,
        step=spot.step,
        value=spot.value,
    )


def spot_of_part(part: Part, value: str | None) -> Spot:
    """Give the spot of a section or step itself."""
    return Spot(value, part.place, _id(part.section), _id(part.step), _title(part.parent))


def spot_in_part(part: Part, value: str | None) -> Spot:
    """Give the spot of something in a section or step whose own place is not known."""
    return Spot(value, part.place, _id(part.section), _id(part.step), _title(part))


def spot_of_entry(entry: Entry, part: Part, value: str | None) -> Spot:
    """Give the spot of an entry of an index, which stands in `part`."""
    return Spot(value, entry.position, entry.section, entry.step, _title(part))


def _id(part: Part | None) -> str | None:
    return part.id if part else None


def _title(part: Part | None) -> str | None:
    """Give the title of the innermost part with one."""
    while part and not part.title:
        part = part.parent
    return part.title if part else None
