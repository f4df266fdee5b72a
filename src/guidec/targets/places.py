"""Where something stands in a guide, in words that its reader recognises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.models import Section, Step
from guidec.targets.walk import walk

if TYPE_CHECKING:
    from guidec.guide.models import Guide
    from guidec.guide.models.indexes import Entry


def titles(guide: Guide) -> dict[str, str]:
    """Give the title of every section and step that has one, by id."""
    parts = walk([*guide.intro, *guide.sections])
    return {part.id: part.title for part in parts if isinstance(part, Section | Step) and part.title}


def place_of(entry: Entry, title: dict[str, str]) -> str:
    """Say where an entry stands: "Create an app > Copy the ID", or its line where nothing has a title."""
    named = [title[part] for part in (entry.section, entry.step) if part in title]
    return " > ".join(named) or f"line {entry.position.start.line}"
