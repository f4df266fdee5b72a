"""Drafts of steps -> steps of the typed guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide import models
from guidec.guide.heading_marks import marks_of
from guidec.guide.inline_components import inline_components
from guidec.guide.optional import begins_optional, is_optional
from guidec.guide.slugs import slug
from guidec.guide.step_drafts import strong_line
from guidec.guide.text import plain_text, title_markdown
from guidec.mdx import nodes

if TYPE_CHECKING:
    from guidec.guide.blocks import BlockMaker
    from guidec.guide.passages import Passage
    from guidec.guide.step_drafts import StepDraft


def nested_steps(
    maker: BlockMaker, parts: list[StepDraft | nodes.Node], lead: Passage | None
) -> list[models.Block]:
    """Make steps inside of another block; prose between them stands between two runs."""
    made: list[models.Block] = []
    run: list[models.Step] = []
    for part in parts:
        if isinstance(part, nodes.Node):
            made += [models.StepsBlock(steps=run)] if run else []
            run = []
            made += maker.block(part, lead)
        else:
            run.append(make_step(maker, part))
    return [*made, models.StepsBlock(steps=run)] if run else made


def make_step(maker: BlockMaker, draft: StepDraft, lead: Passage | None = None) -> models.Step:
    """Make a step; `lead` is the text that introduces a list of them."""
    text, heading = plain_text(draft.body), draft.heading
    optional = is_optional(draft.title) if draft.title else begins_optional(text)
    around = maker.current_step or maker.section
    wanted = slug(draft.title or strong_line(draft.body) or " ".join(text.split()[:8]), "step")
    step_id = maker.slugs.take(f"{around}-{wanted}" if around else wanted)
    if optional:
        maker.optional.add(step_id)
    outer, maker.current_step = maker.current_step, step_id
    with maker.deeper:
        if draft.title:
            content, place = (heading.children, heading.position) if heading else ((), draft.position)
            lead = maker.say("title", content, place, text=draft.title)
        blocks = _content(maker, draft, lead)
    maker.current_step = outer
    return models.Step(
        id=step_id,
        title=draft.title,
        title_markdown=title_markdown(heading),
        title_level=heading.depth if heading else None,
        title_components=inline_components(heading.children) if heading else [],
        marks=marks_of(heading),
        anchor=draft.anchor,
        text=text,
        scopes=draft.scopes,
        show_scopes=draft.show_scopes,
        optional=optional,
        content=blocks,
        origin=draft.origin,
        position=maker.place(draft.position),
    )


def _content(maker: BlockMaker, draft: StepDraft, lead: Passage | None) -> list[models.Block]:
    """Make what stands in a step; an item of a list says first what it is for, as any item does."""
    if draft.origin != "list":
        return maker.blocks(draft.body, lead if draft.title else None)
    first, *rest = draft.body or (None,)
    if not isinstance(first, nodes.Paragraph):
        return maker.blocks(draft.body)
    said = maker.paragraph(first, lead, "step")
    return said + maker.blocks(rest, maker.passages[-1])
