"""A guide as what can be told apart in it: sections and steps in reading order, each with its lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from guidec.changes.lines import lines_of
from guidec.changes.similarity import words_of
from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    ComponentBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuoteBlock,
    Section,
    Step,
    StepsBlock,
    TabsBlock,
)
from guidec.guide.models.blocks import FootnoteBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.changes.lines import Line
    from guidec.changes.similarity import Words
    from guidec.guide.models import Guide, Place
    from guidec.guide.models.blocks import Block

    Node = Section | Step | ListItem | Block

STRONG = re.compile(r"\*\*(?:(?!\*\*).)+\*\*", re.DOTALL)
"""A line of Markdown that is strong as a whole."""
TITLE_LENGTH = 80
"""Characters of its text that stand for the title of a part without one."""
TEXT_LENGTH = 20_000
"""Characters of the text of a section that are looked at to tell which section it is."""


@dataclass(eq=False)
class Part:
    """A section or step, or the guide itself, which holds all others."""

    node: Section | Step | None
    """None for the guide."""
    parent: Part | None
    index: int
    """Its number in reading order."""
    previous: Part | None = None
    """The part beside it, before it."""
    lines: list[Line] = field(default_factory=list)
    """What stands in it and in no part inside it."""
    inner: list[Part] = field(default_factory=list)
    """The parts directly inside it, in order."""
    twin: Part | None = None
    """What it is on the other side."""
    mark: int | None = None
    """A number that it has in common with its twin, and with nothing else."""
    relative: Part | None = None
    """The part of the other side that it was split from or merged into."""

    @property
    def id(self) -> str:
        """The id; empty for the guide."""
        return self.node.id if self.node else ""

    @property
    def is_step(self) -> bool:
        """Whether it is a step."""
        return isinstance(self.node, Step)

    @property
    def place(self) -> Place | None:
        """Where it stands; None for the guide."""
        return self.node.position if self.node else None

    @cached_property
    def heading(self) -> str | None:
        """What a reader sees above it: the title, or of a step without one the strong line that it begins with."""
        if self.node is None:
            return None
        return self.node.title or _strong_line(self.node)

    @cached_property
    def title(self) -> str | None:
        """The title; of a part without one its first words."""
        if self.node is None or self.heading:
            return self.heading
        return self.first_line[:TITLE_LENGTH].strip() or None

    @property
    def first_line(self) -> str:
        """What it begins with: its own first line, or else that of a part inside it."""
        return self.lines[0].text if self.lines else self.text

    @cached_property
    def text(self) -> str:
        """Its lines, those of the steps inside it, and the titles of the sections inside it, up to a length."""
        texts: list[str] = []
        pending, left = [self], TEXT_LENGTH
        while pending and left > 0:
            part = pending.pop()
            own = [line.text for line in part.lines] if part is self or part.is_step else []
            if part is not self and part.heading:
                own.insert(0, part.heading)
            texts += own
            left -= sum(map(len, own)) + 1
            pending += part.inner[::-1] if part is self or part.is_step else ()
        return " ".join(texts)[:TEXT_LENGTH]

    @cached_property
    def words(self) -> Words:
        """The words of title and text, to tell how much it has in common with another."""
        return words_of(f"{self.heading or ''} {self.text}")

    @property
    def section(self) -> Part | None:
        """The innermost section around it, or itself."""
        part: Part | None = self
        while part and not isinstance(part.node, Section):
            part = part.parent
        return part

    @property
    def step(self) -> Part | None:
        """The innermost step around it, or itself."""
        part: Part | None = self
        while part and not part.is_step:
            part = part.parent
        return part


class Outline:
    """The parts of one guide."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.root = Part(None, None, 0)
        """The guide itself."""
        self.parts: list[Part] = []
        """All sections and steps in reading order."""
        self.by_id: dict[str, Part] = {}
        """Every section and step by its id."""
        self._fill()

    def part_of(self, section: str | None, step: str | None) -> Part:
        """Give the part that an entry of an index stands in."""
        return self.by_id.get(step or "") or self.by_id.get(section or "") or self.root

    def _fill(self) -> None:
        nodes: list[Node] = [*self.guide.intro, *self.guide.sections]
        pending: list[tuple[Node, Part, bool]] = [(node, self.root, False) for node in reversed(nodes)]
        while pending:
            node, part, silent = pending.pop()
            if isinstance(node, Section | Step):
                part, silent = self._add(node, part), False
            elif not silent:
                part.lines += lines_of(node, part)
            # What a callout says is compared by itself; the steps in it are steps like any others.
            silent = silent or isinstance(node, AdmonitionBlock)
            pending += [(child, part, silent) for child in reversed(list(_inside(node)))]

    def _add(self, node: Section | Step, parent: Part) -> Part:
        """Add a part; a section that only the prose between two runs of steps implies is none of its own."""
        if isinstance(node, Section) and node.origin == "implied":
            self.by_id.setdefault(node.id, parent)
            return parent
        part = Part(node, parent, len(self.parts) + 1, parent.inner[-1] if parent.inner else None)
        parent.inner.append(part)
        self.parts.append(part)
        self.by_id.setdefault(part.id, part)
        return part


def _strong_line(node: Section | Step) -> str | None:
    """Give the strong line in place of a title; a dialect whose steps have none writes titles so."""
    first = node.content[0] if isinstance(node, Step) and not node.title and node.content else None
    return first.text if isinstance(first, ParagraphBlock) and STRONG.fullmatch(first.markdown) else None


def _inside(node: Node) -> Iterable[Node]:
    """Give what stands directly inside a node, in reading order."""
    match node:
        case Section():
            return [*node.intro, *node.steps, *node.outro, *node.sections]
        case StepsBlock():
            return node.steps
        case ListBlock():
            return node.items
        case TabsBlock():
            return (child for tab in node.tabs for child in tab.content)
        case Step() if _strong_line(node):
            return node.content[1:]
        case (
            Step()
            | ListItem()
            | QuoteBlock()
            | FootnoteBlock()
            | AdmonitionBlock()
            | AccordionBlock()
            | ComponentBlock()
        ):
            return node.content
    return ()
