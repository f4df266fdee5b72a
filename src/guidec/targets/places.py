"""The parts of a guide in reading order, and where something stands, in words that its reader recognises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.models import ListBlock, Section, Step, StepsBlock, TabsBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.models import Block, Guide
    from guidec.guide.models.indexes import Entry


def subtree(*sections: Section) -> Iterator[Section]:
    """Give `sections` and all sections inside them, in reading order."""
    pending = list(sections[::-1])
    while pending:
        section = pending.pop()
        yield section
        pending += section.sections[::-1]


def parts_of(section: Section) -> Iterator[Step | Block]:
    """Give every step and block of a section without its subsections, at any depth, in reading order."""
    pending: list[Step | Block] = [*section.outro[::-1], *section.steps[::-1], *section.intro[::-1]]
    while pending:
        part = pending.pop()
        yield part
        pending += list(inside(part))[::-1]


def inside(part: Step | Block) -> Iterable[Step | Block]:
    """Give what stands directly inside a step or block."""
    match part:
        case StepsBlock():
            return part.steps
        case ListBlock():
            return (child for item in part.items for child in item.content)
        case TabsBlock():
            return (child for tab in part.tabs for child in tab.content)
        case _:
            content: list[Block] = getattr(part, "content", [])
            return content


def steps_of(section: Section) -> Iterator[Step]:
    """Give the steps of a section without its subsections, also those inside other steps and blocks."""
    return (part for part in parts_of(section) if isinstance(part, Step))


def titles(guide: Guide) -> dict[str, str]:
    """Give the title of every section and step that has one, by id."""
    parts: list[Section | Step] = []
    for section in subtree(*guide.sections):
        parts += [section, *steps_of(section)]
    return {part.id: part.title for part in parts if part.title}


def place_of(entry: Entry, title: dict[str, str]) -> str:
    """Say where an entry stands: "Create an app > Copy the ID", or its line where nothing has a title."""
    named = [title[part] for part in (entry.section, entry.step) if part in title]
    return " > ".join(named) or f"line {entry.position.start.line}"
