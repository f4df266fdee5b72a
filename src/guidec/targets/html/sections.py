"""Sections and steps as HTML: their titles, and what is shown in front of what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from markupsafe import Markup

from guidec.guide.models import HeadingBlock, ParagraphBlock
from guidec.targets.html.boxes import Box
from guidec.targets.html.line import joined
from guidec.targets.html.markdown import SYNTAX
from guidec.targets.html.place import DEEPEST_HEADING, Place

if TYPE_CHECKING:
    from guidec.guide.models import Guide, Section, Step
    from guidec.targets.html.blocks import BlockRenderer
    from guidec.targets.html.line import Line


def render_section(renderer: BlockRenderer, section: Section, level: int) -> Markup:
    """Render a section whose heading, if it has one, is of `level`."""
    below = Place(level + 1 if section.title else max(level, 3), section.id)
    intro = renderer.blocks(section.intro, below)
    raised: list[Markup] = []
    steps = render_steps(renderer, section.steps, below, section.first_number)
    outro = renderer.blocks(section.outro, below._replace(warnings=raised if section.steps else None))
    inner = [render_section(renderer, each, below.level) for each in section.sections]
    body = joined([intro, *raised, steps, outro, *inner])
    title = _title(renderer, section, section.id)
    return renderer.macro(
        "section", section, title, min(level, DEEPEST_HEADING), _when(renderer, section.scopes), body
    )


def render_steps(
    renderer: BlockRenderer, run: list[Step], place: Place, first_number: int | None = None
) -> Markup:
    """Render a run of steps; nothing where there are none."""
    if not run:
        return Markup("")
    first = 1 if first_number is None else first_number
    body = joined([_step(renderer, step, number, place) for number, step in enumerate(run, first)])
    return renderer.macro("steps", body, first_number)


def _step(renderer: BlockRenderer, step: Step, number: int, place: Place) -> Markup:
    """Render a step: warnings first; a step without title is named by its first paragraph."""
    renderer.boxes += 1
    content = step.content
    warnings: list[Markup] = []
    inner = Place(place.level + bool(step.title), step.id, Counter(), warnings)
    if step.title:
        parts = _title(renderer, step, step.id)
    elif content and isinstance(content[0], ParagraphBlock | HeadingBlock):
        parts, content = renderer.line(content[0], step.id), content[1:]
    else:
        parts = renderer.inline.plain_parts(f"Step {number}")
    box = Box(step.id, parts)
    renderer.first = renderer.first or box
    body = renderer.blocks(content, inner)
    if step.show_scopes:
        body += renderer.macro("scopes", _scopes_of(renderer, step))
    level = min(place.level, DEEPEST_HEADING)
    above = joined(() if step.title else warnings)
    rest = joined([*warnings, body]) if step.title else body
    return renderer.macro("step", step, box, level, _when(renderer, step.scopes), above, rest)


def description(renderer: BlockRenderer, guide: Guide) -> Line:
    """Render what the guide is about."""
    if guide.description_markdown:
        return renderer.inline.parts(guide.description_markdown, None)
    return renderer.inline.plain_parts(guide.description or "")


def _title(renderer: BlockRenderer, titled: Section | Step, place: str | None) -> Line:
    """Render a title; nothing where there is none."""
    markdown = titled.title_markdown
    if markdown is None and titled.title_components and not SYNTAX.search(titled.title or ""):
        markdown = titled.title
    if markdown:
        return renderer.inline.parts(markdown, place, titled.title_components)
    return renderer.inline.plain_parts(titled.title or "", place)


def _when(renderer: BlockRenderer, scopes: list[str]) -> str:
    """Give the scopes on which it depends whether something is shown, if there is anything to choose."""
    return " ".join(scopes) if renderer.actions else ""


def _scopes_of(renderer: BlockRenderer, step: Step) -> list[str]:
    """Give the scopes that a step tells the reader to grant."""
    if not renderer.all_scopes:
        return step.scopes
    return [scope for scope in renderer.all_scopes if not step.scopes or scope in step.scopes]
