"""The guide as a schema.org HowTo, for search engines and agents (https://schema.org/HowTo)."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import quote

from guidec.guide.models import (
    AdmonitionBlock,
    CodeBlock,
    HeadingBlock,
    ImageBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    Step,
    TableBlock,
)
from guidec.targets.checked import unreadable
from guidec.targets.jsonld_model import HowTo, HowToDirection, HowToSection, HowToStep, HowToTip, Product
from guidec.targets.target import Options, Rendered, Target
from guidec.targets.walk import children, sections_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.models import Block, Guide, Section
    from guidec.targets.walk import Part

ABSOLUTE = ("https://", "http://")


def render(guide: Guide, options: Options) -> Rendered:
    """Render `jsonld/ID.json`."""
    how_to = how_to_of(guide, options)
    path = f"jsonld/{guide.id}.json"
    text = how_to.model_dump_json(by_alias=True, exclude_none=True, indent=2) + "\n"
    try:
        same = HowTo.model_validate_json(text) == how_to
    except ValueError as error:
        return unreadable(guide, path, str(error))
    return Rendered({path: text}) if same else unreadable(guide, path, "other values than the guide's")


def how_to_of(guide: Guide, options: Options) -> HowTo:
    """Make the HowTo: the guide's own callouts, then its sections as one flat list."""
    url = f"{options.base_url}/{quote(guide.id)}" if options.base_url else None
    number = count(1)
    tips = [HowToTip(position=next(number), text=block.text) for block in callouts(guide.intro)]
    title = guide.title or guide.id
    sections = [
        section_of(section, next(number), title, url)
        for section in sections_of(guide)
        if section.title or section.steps
    ]
    return HowTo(
        name=title,
        description=guide.description,
        url=url,
        about=Product(name=guide.provider.name) if guide.provider else None,
        step=[*tips, *sections],
    )


def section_of(section: Section, position: int, fallback: str, url: str | None) -> HowToSection:
    """Make a section without its subsections; one without a heading bears the guide's title."""
    number = count(1)
    prose = " ".join(block.text for block in section.intro if isinstance(block, ParagraphBlock))
    tips = [HowToTip(position=next(number), text=block.text) for block in callouts(section.intro)]
    steps = [step_of(step, next(number), url) for step in section.steps]
    tips_below = [HowToTip(position=next(number), text=block.text) for block in callouts(section.outro)]
    return HowToSection(
        position=position,
        name=section.title or fallback,
        description=prose or None,
        item_list_element=[*tips, *steps, *tips_below],
    )


def callouts(blocks: list[Block]) -> Iterator[AdmonitionBlock]:
    """Give the callouts among `blocks`."""
    return (block for block in blocks if isinstance(block, AdmonitionBlock) and block.text)


def step_of(step: Step, position: int, url: str | None) -> HowToStep:
    """Make a step from everything in it, nested steps included; a callout is a tip."""
    number = count(1)
    elements: list[HowToDirection | HowToTip] = []
    images: list[str] = []
    pending: list[Part | ListItem] = [*step.content[::-1]]
    while pending:
        part = pending.pop()
        if isinstance(part, ImageBlock) and part.url.startswith(ABSOLUTE):
            images.append(part.url)
        kind = HowToTip if isinstance(part, AdmonitionBlock) else HowToDirection
        elements += [kind(position=next(number), text=text) for text in texts(part) if text]
        pending += list(below(part))[::-1]
    return HowToStep(
        position=position,
        name=step.title,
        url=f"{url}#{step.id}" if url else None,
        image=images or None,
        item_list_element=elements or None,
    )


def texts(part: Part | ListItem) -> list[str]:
    """Give what a part says itself, without the parts inside it."""
    match part:
        case Step():
            return [part.title or ""]
        case CodeBlock():
            return [part.value]
        case TableBlock():
            return [": ".join(cell.text for cell in row if cell.text) for row in part.rows]
        case ParagraphBlock() | HeadingBlock() | ListItem() | AdmonitionBlock():
            return [part.text]
        case _:
            return []


def below(part: Part | ListItem) -> Iterable[Part | ListItem]:
    """Give the parts inside a part that it does not speak for."""
    match part:
        case ListBlock():
            return part.items
        case ListItem():
            return part.content
        case AdmonitionBlock():
            return ()
        case _:
            return children(part)


TARGET = Target(name="jsonld", summary="a schema.org HowTo for search engines and agents", render=render)
