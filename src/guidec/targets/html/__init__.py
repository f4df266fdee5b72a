"""The checklist: a self-contained page to work through with the provider's console beside it."""

from __future__ import annotations

from guidec.guide.models import Guide, Section, Step, StepsBlock
from guidec.targets.html.blocks import BLOCKS_TEMPLATE, BlockRenderer
from guidec.targets.html.document import render_document
from guidec.targets.html.line import joined
from guidec.targets.html.place import Place
from guidec.targets.html.sections import description, render_section
from guidec.targets.target import Options, Rendered, Target
from guidec.targets.walk import walk

PAGE_TEMPLATE = "checklist.html.j2"
STYLE = "checklist.css"
SCRIPT = "checklist.js"


def render(guide: Guide, options: Options) -> Rendered:
    """Render the checklist of `guide`."""
    return Rendered({f"html/{guide.id}.html": render_page(guide, options)})


def render_page(guide: Guide, options: Options) -> str:
    """Give the page itself."""
    renderer = BlockRenderer(guide, options)
    steps_above = any(isinstance(part, StepsBlock) for part in walk(guide.intro))
    intro = renderer.blocks(guide.intro, Place(3 if steps_above else 2))
    sections = joined([render_section(renderer, section, 2) for section in titled(guide, steps_above)])
    return render_document(
        PAGE_TEMPLATE,
        STYLE,
        SCRIPT,
        guide=guide,
        description=description(renderer, guide),
        title=guide.title or guide.id,
        intro_heading="Steps" if steps_above else None,
        intro=intro,
        sections=sections,
        missing_urls=renderer.missing_urls(),
        actions=renderer.actions,
        all_scopes=renderer.all_scopes,
        boxes=renderer.boxes,
        first_step=renderer.first,
    )


def titled(guide: Guide, steps_above: bool) -> list[Section]:
    """Give the sections, the first one with a title where no step would otherwise stand below a heading."""
    sections = guide.sections
    untitled = bool(sections) and not sections[0].title and not steps_above
    if not untitled or not any(isinstance(part, Step) for part in walk(sections[:1])):
        return sections
    return [sections[0].model_copy(update={"title": "Steps"}), *sections[1:]]


TARGET = Target(
    name="html",
    summary="a checklist page for a guide, and a page of all guides",
    render=render,
    templates=(PAGE_TEMPLATE, BLOCKS_TEMPLATE, STYLE, SCRIPT),
)
