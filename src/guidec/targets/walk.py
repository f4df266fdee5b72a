"""Everything in a guide, in reading order, without recursion."""

from __future__ import annotations

from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_args

from guidec.guide.models import (
    AdmonitionBlock,
    Block,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    Section,
    Step,
    StepsBlock,
    TabsBlock,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from guidec.guide.models import Guide

Part = Section | Step | Block


def walk(parts: Iterable[Part]) -> Iterator[Part]:
    """Give `parts` and everything in them, each before what it contains."""
    pending = list(parts)[::-1]
    while pending:
        part = pending.pop()
        yield part
        if below := children(part):
            pending += below[::-1]


def children(part: Part) -> Sequence[Part]:
    """Give what stands directly inside a section, step or block."""
    read = CHILDREN.get(type(part))
    return read(part) if read else ()


CHILDREN: Mapping[type[Part], Callable[[Any], Sequence[Part]]] = MappingProxyType(
    {
        **{
            kind: attrgetter("content")
            for kind in get_args(get_args(Block)[0])
            if "content" in kind.model_fields
        },
        Section: lambda section: [*section.intro, *section.steps, *section.outro, *section.sections],
        Step: attrgetter("content"),
        StepsBlock: attrgetter("steps"),
        ListBlock: lambda block: [child for item in block.items for child in item.content],
        TabsBlock: lambda block: [child for tab in block.tabs for child in tab.content],
    }
)
"""What holds parts. A model that is asked for a field that it lacks takes fifty times as long to answer."""


def text_of(part: Part) -> str:
    """Give the plain text of a part that is text itself or says all of it once more."""
    match part:
        case ParagraphBlock() | Step() | HeadingBlock() | AdmonitionBlock():
            return part.text
        case _:
            return ""


def sections_of(guide: Guide) -> Iterator[Section]:
    """Give every section, each before the sections inside it."""
    pending = guide.sections[::-1]
    while pending:
        section = pending.pop()
        yield section
        pending += section.sections[::-1]


def count_steps_and_boxes(guide: Guide) -> tuple[int, int]:
    """Count the steps of a guide, nested ones included, and what a reader ticks: these, and list items in them."""
    steps = items = 0
    pending: list[tuple[Part, bool]] = [(part, False) for part in (*guide.intro, *guide.sections)]
    while pending:
        part, in_step = pending.pop()
        if isinstance(part, Step):
            steps += 1
            in_step = True
        elif in_step and isinstance(part, ListBlock):
            items += len(part.items)
        pending += [(child, in_step) for child in children(part)]
    return steps, steps + items
