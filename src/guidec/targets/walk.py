"""Everything in a guide, in reading order, without recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.models import Block, ListBlock, Section, Step, StepsBlock, TabsBlock

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.models import Guide

Part = Section | Step | Block


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Give `parts` and everything in them, each before what it contains."""
    pending = list(parts)[::-1]
    while pending:
        part = pending.pop()
        yield part
        pending += list(children(part))[::-1]


def children(part: Part) -> Iterable[Part]:
    """Give what stands directly inside a section, step or block."""
    match part:
        case Section():
            return [*part.intro, *part.steps, *part.outro, *part.sections]
        case StepsBlock():
            return part.steps
        case ListBlock():
            return (child for item in part.items for child in item.content)
        case TabsBlock():
            return (child for tab in part.tabs for child in tab.content)
        case _:
            content: list[Block] = getattr(part, "content", [])
            return content


def sections_of(guide: Guide) -> Iterator[Section]:
    """Give every section, each before the sections inside it."""
    pending = guide.sections[::-1]
    while pending:
        section = pending.pop()
        yield section
        pending += section.sections[::-1]


def count_steps(guide: Guide) -> int:
    """Count the steps of a guide, nested ones included."""
    return sum(isinstance(part, Step) for part in walk([*guide.intro, *guide.sections]))


def count_boxes(guide: Guide) -> int:
    """Count what a reader ticks: every step, and every list item in a step."""
    boxes = 0
    pending: list[tuple[Part, bool]] = [(part, False) for part in (*guide.intro, *guide.sections)]
    while pending:
        part, in_step = pending.pop()
        in_step = in_step or isinstance(part, Step)
        if isinstance(part, Step):
            boxes += 1
        elif in_step and isinstance(part, ListBlock):
            boxes += len(part.items)
        pending += [(child, in_step) for child in children(part)]
    return boxes
