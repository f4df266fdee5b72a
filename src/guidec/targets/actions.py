"""A guide for some of its actions: what none of them needs is left out.

This is what `--actions` means, for every target: no target asks for itself what applies.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    ComponentBlock,
    FootnoteBlock,
    ListBlock,
    QuoteBlock,
    Section,
    Step,
    StepsBlock,
    TabsBlock,
)
from guidec.guide.models.indexes import Entry
from guidec.targets.walk import text_of, walk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from guidec.guide.models import Block, Guide
    from guidec.targets.walk import Part

SPACES = re.compile(r" {2,}")
Scoped = TypeVar("Scoped", Section, Step)
AnyEntry = TypeVar("AnyEntry", bound=Entry)


def for_actions(guide: Guide, actions: Collection[str] | None) -> Guide:
    """Give `guide` for the actions with these ids; None means all.

    A section or step with scopes stays where one of the actions needs one of them, one without always does. A guide
    that offers no actions is the same for everybody.
    """
    if actions is None or not guide.actions:
        return guide
    chosen = [action for action in guide.actions if action.id in actions]
    choice = _Choice({scope for action in chosen for scope in action.scopes})
    intro, sections = choice.blocks(guide.intro), choice.sections(guide.sections)
    gone = _ids([*guide.intro, *guide.sections]) - _ids([*intro, *sections])
    said = "\n".join(_texts([*intro, *sections]))
    return guide.model_copy(
        update={
            "actions": chosen,
            "intro": intro,
            "sections": sections,
            "admonitions": [entry for entry in guide.admonitions if _stays(entry, gone)],
            "redirect_urls": [e for url in guide.redirect_urls for e in _repeated(url, url.url, gone, said)],
            "links": [entry for entry in guide.links if _stays(entry, gone)],
            "credentials": [e for one in guide.credentials for e in _repeated(one, one.label, gone, said)],
            "settings": [entry for entry in guide.settings if _stays(entry, gone)],
            "images": [entry for entry in guide.images if _stays(entry, gone)],
        }
    )


class _Choice:
    """Leaves out of a guide's content what is for other scopes."""

    def __init__(self, scopes: set[str]) -> None:
        self.scopes = scopes

    def applying(self, parts: Iterable[Scoped]) -> list[Scoped]:
        return [part for part in parts if not part.scopes or self.needed(part.scopes)]

    def needed(self, scopes: list[str]) -> list[str]:
        return [scope for scope in scopes if scope in self.scopes]

    def sections(self, sections: list[Section]) -> list[Section]:
        return [
            section.model_copy(
                update={
                    "scopes": self.needed(section.scopes),
                    "intro": self.blocks(section.intro),
                    "steps": self.steps(section.steps),
                    "outro": self.blocks(section.outro),
                    "sections": self.sections(section.sections),
                }
            )
            for section in self.applying(sections)
        ]

    def steps(self, steps: list[Step]) -> list[Step]:
        return [
            step.model_copy(update={"scopes": self.needed(step.scopes), **self.body(step)})
            for step in self.applying(steps)
        ]

    def blocks(self, blocks: list[Block]) -> list[Block]:
        return [self.block(block) for block in blocks] if self.left_out(blocks) else blocks

    def left_out(self, blocks: list[Block]) -> list[Step]:
        """Give the steps inside `blocks` that are for other scopes; few guides have such steps."""
        return [part for part in walk(blocks) if isinstance(part, Step) and not self.applying([part])]

    def block(self, block: Block) -> Block:
        match block:
            case StepsBlock():
                return block.model_copy(update={"steps": self.steps(block.steps)})
            case ListBlock():
                items = [
                    item.model_copy(update={"content": self.blocks(item.content)}) for item in block.items
                ]
                return block.model_copy(update={"items": items})
            case TabsBlock():
                tabs = [tab.model_copy(update={"content": self.blocks(tab.content)}) for tab in block.tabs]
                return block.model_copy(update={"tabs": tabs})
            case AdmonitionBlock():
                return block.model_copy(update=self.body(block))
            case QuoteBlock() | FootnoteBlock() | AccordionBlock() | ComponentBlock():
                return block.model_copy(update={"content": self.blocks(block.content)})
            case _:
                return block

    def body(self, part: Step | AdmonitionBlock) -> dict[str, object]:
        """Give the content that stays, and the text without the words of the steps that do not."""
        text = part.text
        for step in self.left_out(part.content):
            text = text.replace(" ".join(filter(None, (step.title, step.text))), " ", 1)
        return {"content": self.blocks(part.content), "text": SPACES.sub(" ", text).strip(" ")}


def _ids(parts: Iterable[Part]) -> set[str]:
    return {part.id for part in walk(parts) if isinstance(part, Section | Step)}


def _texts(parts: Iterable[Part]) -> Iterator[str]:
    for part in walk(parts):
        yield text_of(part)
        if isinstance(part, ListBlock):
            yield from (item.text for item in part.items)


def _stays(entry: Entry, gone: set[str]) -> bool:
    return entry.section not in gone and entry.step not in gone


def _repeated(entry: AnyEntry, words: str, gone: set[str], said: str) -> Iterator[AnyEntry]:
    """Give an entry that stays, and one that is `said` again elsewhere: the index names its first place only."""
    if _stays(entry, gone):
        yield entry
    elif words in said:
        yield entry.model_copy(update={"section": None, "step": None})
