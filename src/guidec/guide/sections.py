"""Outline -> sections of the typed guide, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.heading_marks import marks_of
from guidec.guide.inline_components import inline_components
from guidec.guide.optional import is_optional
from guidec.guide.slugs import slug
from guidec.guide.steps import make_step
from guidec.guide.text import title_markdown

if TYPE_CHECKING:
    from pydantic import JsonValue

    from guidec.guide.blocks import BlockMaker
    from guidec.guide.outline import SectionDraft
    from guidec.source import Position

SECTION, SCOPES = "data-guide-section", "data-guide-scopes"
"""What the attributes of a section say that the model has fields for."""


def sections(
    drafts: list[SectionDraft], maker: BlockMaker, around: str | None = None
) -> list[models.Section]:
    """Make the sections of one level; `around` is the id of the section that they stand in."""
    return [_section(draft, maker, around) for draft in drafts]


def _section(draft: SectionDraft, maker: BlockMaker, around: str | None) -> models.Section:
    wanted = slug(draft.title or "steps", "section")
    section_id = maker.slugs.take(f"{around}-{wanted}" if around else wanted)
    outer, maker.section = maker.section, section_id
    lead = None
    if around in maker.optional or is_optional(draft.title or ""):
        maker.optional.add(section_id)
    if draft.title:
        heading = draft.heading
        place = heading.position if heading else draft.element.position if draft.element else None
        lead = maker.say("title", heading.children if heading else (), place, text=draft.title)
    with maker.deeper:
        before = len(maker.passages)
        intro = maker.blocks(draft.intro, lead)
        said = (one for one in reversed(maker.passages[before:]) if one.kind == "paragraph" and one.text)
        lead = next(said, lead)
        steps = [make_step(maker, step, lead) for step in draft.steps]
        outro = maker.blocks(draft.outro)
        inner = sections(draft.sections, maker, section_id)
    maker.section = outer
    component, attributes = _component(draft)
    return models.Section(
        id=section_id,
        title=draft.title,
        title_markdown=title_markdown(draft.heading),
        title_components=inline_components(draft.heading.children) if draft.heading else [],
        marks=marks_of(draft.heading),
        anchor=draft.element.anchor if draft.element else None,
        level=draft.level,
        kind=draft.kind,
        origin=draft.origin,
        component=component,
        attributes=attributes,
        scopes=draft.scopes,
        intro=intro,
        steps=steps,
        first_number=draft.first_number,
        outro=outro,
        sections=inner,
        position=maker.place(extent(draft)),
    )


def _component(draft: SectionDraft) -> tuple[str | None, dict[str, JsonValue]]:
    """Give the name of the element that a section is, where it is not the dialect's own, and what else it says."""
    if draft.element is None or draft.kind != "section":
        return None, {}
    is_own = draft.element.name == "section" and SECTION in draft.element.attributes
    told = (SCOPES, "id", SECTION) if is_own else (SCOPES, "id")
    said = {name: value for name, value in draft.element.attributes.items() if name not in told}
    return None if is_own else draft.element.name, said


def extent(draft: SectionDraft) -> Position | None:
    """Give the stretch from a section's heading to the end of its last content, in the file that it starts in."""
    if draft.element is not None and draft.element.position is not None:
        return draft.element.position
    places: list[Position | None] = [draft.heading.position if draft.heading else None]
    places += [node.position for node in draft.intro]
    places += [step.position for step in draft.steps]
    places += [node.position for node in draft.outro]
    places += [extent(inner) for inner in draft.sections]
    known = [place for place in places if place is not None]
    if not known:
        return None
    first = known[0]
    end = max(place.end_offset for place in known if place.source is first.source)
    return first.source.span(first.start_offset, end)
