"""The guide as a connector file embeds it: a flat list of sections, every text a Markdown string."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    AdmonitionKind,
    ComponentBlock,
    ListBlock,
    QuoteBlock,
    StepsBlock,
    TabsBlock,
)
from guidec.targets.connector_model import ConnectorGuide, ConnectorSection, ConnectorStep
from guidec.targets.destinations import with_destinations
from guidec.targets.links import LinkResolver, absolute_url
from guidec.targets.markdown import block_to_markdown, bold, joined, to_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidec.guide.models import Block, Guide, ListItem, Section, Step
    from guidec.targets.target import Options

URGENT = frozenset({AdmonitionKind.WARNING, AdmonitionKind.DANGER})
FIRST_SENTENCE = re.compile(r"(?s)(.*?\S)(?:(?<!\b[a-z]\.[a-z])[.!?:](?=\s)|[.:]\Z|\Z)")
"""A full stop as in `e.g.` ends no sentence."""
TITLE_LENGTH = 120


def embedded_guide(guide: Guide, options: Options, profile: Section | None) -> ConnectorGuide:
    """Make the guide without the section `profile`, its warning apart.

    What is relative to the site becomes absolute or, where the site is not known, plain text: a connector's reader is
    somewhere else.
    """
    warnings = warnings_of(guide)
    rest = [block for block in guide.intro if not is_warning(block)]
    sections = list(sections_of(guide, rest, profile))
    warning = joined(*(joined(bold(w.title), to_markdown(w.content)) for w in warnings)) or None
    resolver = LinkResolver(options.base_url, guide.id)

    def destination(url: str) -> str | None:
        return url if absolute_url(url) else resolver.resolve(url)

    embedded = ConnectorGuide(warning=warning, sections=sections)
    return rewritten(embedded, lambda markdown: with_destinations(markdown, destination))


def warnings_of(guide: Guide) -> list[AdmonitionBlock]:
    """Give what a reader must know before anything else."""
    return [block for block in guide.intro if is_warning(block)]


def is_warning(block: Block) -> TypeGuard[AdmonitionBlock]:
    """Tell whether a block is what a reader must know first where it stands above everything else."""
    return isinstance(block, AdmonitionBlock) and block.kind in URGENT


def rewritten(guide: ConnectorGuide, rewrite: Callable[[str], str]) -> ConnectorGuide:
    """Give an embedded guide with every Markdown string rewritten."""

    def text(markdown: str | None) -> str | None:
        return (rewrite(markdown) or None) if markdown else None

    def step(one: ConnectorStep) -> ConnectorStep:
        items = list(map(rewrite, one.items)) if one.items else None
        return one.model_copy(update={"content": text(one.content), "items": items})

    def section(one: ConnectorSection) -> ConnectorSection:
        steps = [step(each) for each in one.steps] if one.steps else None
        return one.model_copy(update={"content": text(one.content), "steps": steps})

    return ConnectorGuide(warning=text(guide.warning), sections=list(map(section, guide.sections)))


def sections_of(guide: Guide, intro: list[Block], left_out: Section | None) -> Iterator[ConnectorSection]:
    """Give all sections as one flat list: connector sections do not nest, and each has a title.

    What stands above the first section becomes a section, as does what stands below the steps of one.
    """
    top = guide.title or guide.id
    if content := to_markdown(intro):
        yield ConnectorSection(title=top, content=content)
    pending = [(section, top) for section in reversed(guide.sections)]
    while pending:
        section, title_above = pending.pop()
        if holds_only(section, left_out):
            continue
        title = section.title or title_above
        pending += [(child, title) for child in reversed(section.sections)]
        yield from section_of(section, title)


def holds_only(section: Section, part: Section | None) -> bool:
    """Tell whether there is nothing in a section but `part`, however deep, or it is `part` itself."""
    while section is not part and len(section.sections) == 1:
        if section.intro or section.steps or section.outro:
            return False
        section = section.sections[0]
    return section is part


def section_of(section: Section, title: str) -> Iterator[ConnectorSection]:
    """Give a section without its subsections; nothing where it has no title and holds nothing else."""
    content = to_markdown(section.intro)
    scopes = section.scopes or None
    if content or section.steps or section.title or not section.sections:
        steps = list(map(step_of, section.steps)) or None
        yield ConnectorSection(title=title, content=content or None, steps=steps, scopes=scopes)
    if outro := to_markdown(section.outro):
        yield ConnectorSection(title=title, content=outro, scopes=scopes)


def step_of(step: Step) -> ConnectorStep:
    """Make a step: its prose, and its lists flattened into one."""
    content = with_last_lists_outside(step.content)
    prose = [block for block in content if not is_list(block)]
    return ConnectorStep(
        title=step.title or first_sentence(step.text),
        content=to_markdown(prose) or None,
        list=list(flat_items(content)) or None,
        scopes=step.scopes or None,
    )


def with_last_lists_outside(blocks: list[Block]) -> list[Block]:
    """Give `blocks` with the lists at the end of the last one behind it.

    Only there do they keep their place: a connector shows the list of a step below all its prose.
    """
    match blocks:
        case [*before, AccordionBlock() | ComponentBlock() | QuoteBlock() as last]:
            content, lists = split_last_lists(last.content)
            if content or not isinstance(last, QuoteBlock):
                before.append(last.model_copy(update={"content": content}))
            return [*before, *lists]
        case [*before, TabsBlock(tabs=[*tabs, tab]) as last]:
            content, lists = split_last_lists(tab.content)
            tabs.append(tab.model_copy(update={"content": content}))
            return [*before, last.model_copy(update={"tabs": tabs}), *lists]
        case _:
            return blocks


def split_last_lists(content: list[Block]) -> tuple[list[Block], list[Block]]:
    """Split the content of a block before the lists that it ends with."""
    content = with_last_lists_outside(content)
    end = len(content)
    while end and is_list(content[end - 1]):
        end -= 1
    return content[:end], content[end:]


def first_sentence(text: str) -> str:
    """Give the first sentence of a step without a title, cut to 120 characters."""
    match = FIRST_SENTENCE.match(text)
    sentence = match[1] if match else text
    return sentence if len(sentence) <= TITLE_LENGTH else sentence[: TITLE_LENGTH - 1].rstrip() + "…"


def flat_items(blocks: Iterable[Block]) -> Iterator[str]:
    """Give the items of the lists in `blocks` as Markdown, nested items after the item that holds them."""
    for block in blocks:
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from flat_item(item)
        elif isinstance(block, StepsBlock):
            for step in block.steps:
                yield joined(bold(step.title), to_markdown(b for b in step.content if not is_list(b)))
                yield from flat_items(step.content)


def flat_item(item: ListItem) -> Iterator[str]:
    """Give an item without its nested lists, then their items."""
    yield joined(item.markdown, *(block_to_markdown(b) for b in item.content if not is_list(b)))
    yield from flat_items(item.content)


def is_list(block: Block) -> bool:
    """Tell whether a block becomes items of a flat list."""
    return isinstance(block, ListBlock | StepsBlock)
