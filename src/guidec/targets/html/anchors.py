"""Where a link to an anchor of the guide leads on its page: to the section or step that holds the anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.heading_marks import anchor_in
from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    Section,
    Step,
    TableBlock,
    TabsBlock,
)
from guidec.targets.walk import children

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.models import Guide, InlineComponent
    from guidec.targets.walk import Part


def anchors_of(guide: Guide) -> dict[str, str]:
    """Give the ids of a guide's page by the anchors that lead there; an id of guidec's own comes before all others."""
    own: dict[str, str] = {}
    written: dict[str, str] = {}
    pending: list[tuple[Part, str | None]] = [
        (part, None) for part in (*guide.sections[::-1], *guide.intro[::-1])
    ]
    while pending:
        part, around = pending.pop()
        if isinstance(part, Section | Step):
            around = part.id
            own[around] = around
        if around is not None:
            for anchor in _anchors(part):
                written.setdefault(anchor, around)
        pending += [(child, around) for child in children(part)[::-1]]
    return written | own


def _anchors(part: Part) -> Iterator[str]:
    """Give the anchors of a section, step or block, without those of what it holds."""
    if isinstance(part, Section | Step | AccordionBlock | AdmonitionBlock) and part.anchor:
        yield part.anchor
    if isinstance(part, TabsBlock):
        yield from (tab.anchor for tab in part.tabs if tab.anchor)
    if isinstance(part, Section | Step | HeadingBlock) and (marked := anchor_in(part.marks)):
        yield marked
    for component in _components(part):
        name = component.attributes.get("name") if component.name == "a" else None
        own = component.attributes.get("id", name)
        if isinstance(own, str) and own:
            yield own


def _components(part: Part) -> Iterator[InlineComponent]:
    match part:
        case Section() | Step():
            yield from part.title_components
        case ParagraphBlock() | HeadingBlock():
            yield from part.components
        case ListBlock():
            yield from (component for item in part.items for component in item.components)
        case TableBlock():
            yield from (c for row in (part.head, *part.rows) for cell in row for c in cell.components)
