"""Where something stands in a guide, in words that its reader recognises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.models import Section, Step
from guidec.targets.walk import sections_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.models import Guide, Place
    from guidec.guide.models.indexes import Entry

SEPARATOR = " > "
Placed = tuple[Section | Step, str]
"""A section or step with the words for where it is."""


def titles(parts: Iterable[Placed]) -> dict[str, str]:
    """Give the title of every section and step that has one, by id."""
    return {part.id: part.title for part, _ in parts if part.title}


def place_of(entry: Entry, title: dict[str, str]) -> str:
    """Say where an entry stands: "Create an app > Copy the ID", or its line where nothing has a title."""
    named = [title[part] for part in (entry.section, entry.step) if part in title]
    return SEPARATOR.join(named) or line_of(entry.position)


def placed_parts(guide: Guide) -> Iterator[Placed]:
    """Give every section and step, each before those in it."""
    for section in (None, *sections_of(guide)):
        blocks = [*section.intro, *section.steps, *section.outro] if section else guide.intro
        above = section.title if section else None
        if section:
            yield section, above or line_of(section.position)
        for step in (part for part in walk(blocks) if isinstance(part, Step)):
            yield step, SEPARATOR.join(filter(None, (above, step.title))) or line_of(step.position)


def line_of(position: Place) -> str:
    """Name the line of a position, with its file where that is a snippet."""
    line = f"line {position.start.line}"
    return f"{line} of {position.path}" if position.path else line
