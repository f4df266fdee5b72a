"""The guide as a connector file embeds it: a flat list of sections, every text a Markdown string."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeGuard

from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    AdmonitionKind,
    ComponentBlock,
    HeadingBlock,
    ListBlock,
    ParagraphBlock,
    QuoteBlock,
    StepsBlock,
    TabsBlock,
)
from guidec.targets.connector_model import ConnectorGuide, ConnectorSection, ConnectorStep
from guidec.targets.destinations import with_destinations
from guidec.targets.links import LinkResolver, absolute_url
from guidec.targets.markdown import MarkdownWriter
from guidec.targets.markdown_text import bold, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.models import Block, Guide, ListItem, Section, Step
    from guidec.targets.target import Options

URGENT = frozenset({AdmonitionKind.WARNING, AdmonitionKind.DANGER})
FIRST_SENTENCE = re.compile(r"(?s)(.*?\S)(?:(?<!\b[a-z]\.[a-z])[.!?:](?=\s)|[.:]\Z|\Z)")
"""A full stop as in `e.g.` ends no sentence."""
TITLE_LENGTH = 120


class Embedding:
    """Writes a guide for a connector, whose reader is somewhere else.

    What is relative to the site becomes absolute or, where the site is not known, plain text.
    """

    def __init__(self, guide: Guide, options: Options) -> None:
        self.guide = guide
        self.site = LinkResolver(options.base_url, guide.id)
        self.writer = MarkdownWriter(self.destination)

    def destination(self, url: str) -> str | None:
        """Tell where a link or image leads."""
        return url if absolute_url(url) else self.site.resolve(url)

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write blocks."""
        return self.read(self.writer.blocks(blocks))

    def read(self, text: str) -> str:
        """Read what lines were put together to: it must lead nowhere that no line alone does."""
        return with_destinations(text, self.destination)

    def without(self, left_out: Section | None) -> ConnectorGuide:
        """Make the guide without the section `left_out`, its warning apart."""
        warnings = [joined(bold(w.title), self.blocks(w.content)) for w in warnings_of(self.guide)]
        rest = [block for block in self.guide.intro if not is_warning(block)]
        return ConnectorGuide(warning=joined(*warnings) or None, sections=list(self.sections(rest, left_out)))

    def sections(self, intro: list[Block], left_out: Section | None) -> Iterator[ConnectorSection]:
        """Give all sections as one flat list: connector sections do not nest, and each has a title.

        What stands above the first section becomes a section, as does what stands below the steps of one.
        """
        top = self.guide.title or self.guide.id
        if content := self.blocks(intro):
            yield ConnectorSection(title=top, content=content)
        pending = [(section, top) for section in reversed(self.guide.sections)]
        while pending:
            section, title_above = pending.pop()
            if holds_only(section, left_out):
                continue
            title = section.title or title_above
            pending += [(child, title) for child in reversed(section.sections)]
            yield from self.section(section, title)

    def section(self, section: Section, title: str) -> Iterator[ConnectorSection]:
        """Give a section without its subsections; nothing where it has no title and holds nothing else."""
        content = self.blocks(section.intro)
        scopes = section.scopes or None
        if content or section.steps or section.title or not section.sections:
            steps = list(map(self.step, section.steps)) or None
            yield ConnectorSection(title=title, content=content or None, steps=steps, scopes=scopes)
        if outro := self.blocks(section.outro):
            yield ConnectorSection(title=title, content=outro, scopes=scopes)

    def step(self, step: Step) -> ConnectorStep:
        """Make a step: its prose, and its lists flattened into one."""
        content = with_last_lists_outside(step.content)
        prose = [block for block in content if not is_list(block)]
        return ConnectorStep(
            title=step.title or first_sentence(opening_of(step)),
            content=self.blocks(prose) or None,
            list=list(self.items(content)) or None,
            scopes=step.scopes or None,
        )

    def items(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Give the items of the lists in `blocks` as Markdown, nested items after the item that holds them."""
        for block in blocks:
            if isinstance(block, ListBlock):
                for item in block.items:
                    yield from self.item(item)
            elif isinstance(block, StepsBlock):
                for step in block.steps:
                    yield joined(bold(step.title), self.blocks(b for b in step.content if not is_list(b)))
                    yield from self.items(step.content)

    def item(self, item: ListItem) -> Iterator[str]:
        """Give an item without its nested lists, then their items."""
        below = (self.writer.block(block) for block in item.content if not is_list(block))
        yield self.read(joined(self.writer.line(item.markdown), *below))
        yield from self.items(item.content)


def warnings_of(guide: Guide) -> list[AdmonitionBlock]:
    """Give what a reader must know before anything else."""
    return [block for block in guide.intro if is_warning(block)]


def is_warning(block: Block) -> TypeGuard[AdmonitionBlock]:
    """Tell whether a block is what a reader must know first where it stands above everything else."""
    return isinstance(block, AdmonitionBlock) and block.kind in URGENT


def holds_only(section: Section, part: Section | None) -> bool:
    """Tell whether there is nothing in a section but `part`, however deep, or it is `part` itself."""
    while section is not part and len(section.sections) == 1:
        if section.intro or section.steps or section.outro:
            return False
        section = section.sections[0]
    return section is part


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


def opening_of(step: Step) -> str:
    """Give the text that names a step without a title: its first line of prose, else all it says."""
    lines = (block.text for block in step.content if isinstance(block, HeadingBlock | ParagraphBlock))
    return next(filter(None, lines), step.text)


def first_sentence(text: str) -> str:
    """Give the first sentence of a text, cut to 120 characters."""
    match = FIRST_SENTENCE.match(text)
    sentence = match[1] if match else text
    return sentence if len(sentence) <= TITLE_LENGTH else sentence[: TITLE_LENGTH - 1].rstrip() + "…"


def is_list(block: Block) -> bool:
    """Tell whether a block becomes items of a flat list."""
    return isinstance(block, ListBlock | StepsBlock)
