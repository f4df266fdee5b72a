"""Expanded flow -> an outline of sections and steps: which node belongs where, and nothing else yet.

A section holds one run of steps between what stands above and below it. Where more follows than that, an untitled
section takes it, so that reading order is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from guidec.guide.dialects import Concept
from guidec.guide.element import Element, is_blank
from guidec.guide.step_drafts import (
    StepDraft,
    attribute_title,
    brings_steps,
    has_step_component,
    is_contents,
    is_ordered,
    list_steps,
    split_scopes,
    step,
    steps_in,
)
from guidec.guide.text import plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SECTION_DEPTHS = range(2, 5)
"""The heading levels that open a section."""
CHOICES = (Concept.TABS, Concept.ACCORDION)
"""Components of which a reader chooses what to see."""
BELOW_THE_TITLE, IN_A_SECTION = 1, 2
"""From how many open sections on, the guide itself among them, a numbered list is steps."""
MOST_LEVELS = 30
"""How deep sections may stand in each other; each level is two of JSON, of which no reader takes more than 200."""


@dataclass(slots=True)
class SectionDraft:
    """A section to be; the guide itself is the outermost one, at level 1."""

    title: str | None = None
    heading: nodes.Heading | None = None
    level: int = 1
    kind: Literal["section", "tab", "accordion"] = "section"
    origin: Literal["heading", "component", "implied"] = "heading"
    scopes: list[str] = field(default_factory=list)
    intro: list[nodes.Node] = field(default_factory=list)
    steps: list[StepDraft] = field(default_factory=list)
    first_number: int | None = None
    """The number of the first step, where its list begins with another than 1."""
    outro: list[nodes.Node] = field(default_factory=list)
    sections: list[SectionDraft] = field(default_factory=list)
    element: Element | None = None
    """The component that it is, where it is one."""


def outline(content: Sequence[nodes.Node]) -> SectionDraft:
    """Sort a guide's content into sections and steps; the draft that is given stands for the whole guide."""
    if has_step_component(content):
        return _build(content, lists_from=None)
    root = _build(content, lists_from=IN_A_SECTION)
    return root if root.sections else _build(content, lists_from=BELOW_THE_TITLE)


def _build(content: Sequence[nodes.Node], lists_from: int | None) -> SectionDraft:
    builder = _Builder(lists_from)
    builder.flow(content)
    return builder.root


class _Builder:
    """Takes a guide's flow, node by node; `stack` holds the sections that are open, the guide itself first."""

    def __init__(self, lists_from: int | None) -> None:
        self.root = SectionDraft()
        self.stack = [self.root]
        self.floor = 1
        """How much of the stack a heading must leave open: what stands around the component we are in."""
        self.lists_from = lists_from

    def flow(self, content: Iterable[nodes.Node]) -> None:
        for node in content:
            self.node(node)

    def node(self, node: nodes.Node) -> None:
        match node:
            case nodes.Heading() if node.depth in SECTION_DEPTHS:
                self.heading(node)
            case Element() if node.is_a(Concept.SECTION) and self.has_room():
                self.section(node)
            case Element() if node.is_a(Concept.STEPS) and brings_steps(node):
                self.parts(steps_in(node.children))
            case Element() if node.is_a(Concept.STEP):
                self.parts([step(node)])
            case Element() if node.is_a(Concept.STEP_BODY, Concept.STEPS):
                self.flow(node.children)
            case Element() if (
                node.is_a(*CHOICES, Concept.TAB) and self.has_room() and self.holds_structure(node)
            ):
                self.choice(node)
            case nodes.List() if self.is_steps(node):
                self.parts(list_steps(node, "list"))
            case _:
                self.block(node)

    # Opening sections

    def heading(self, node: nodes.Heading) -> None:
        self.leave(node.depth)
        self.open(SectionDraft(plain_text([node]) or None, node, node.depth))

    def section(self, element: Element) -> None:
        headings = (node for node in element.children if isinstance(node, nodes.Heading))
        heading = next((node for node in headings if node.children), None)  # an empty one names nothing
        if heading is None and element.name != "section":
            self.flow(element.children)
            return
        level = heading.depth if heading else 2
        self.leave(level)
        draft = SectionDraft(
            plain_text([heading]) or None if heading else None,
            heading,
            level,
            origin="component",
            scopes=split_scopes(element.attributes.get("data-guide-scopes")),
            element=element,
        )
        self.inside(draft, [node for node in element.children if node is not heading])

    def choice(self, element: Element) -> None:
        """Open a section for each tab, or for an accordion."""
        tabs = [child for child in element.children if isinstance(child, Element) and child.is_a(Concept.TAB)]
        for part in tabs if element.is_a(Concept.TABS) and tabs else [element]:
            title = attribute_title(part.title)
            kind: Literal["tab", "accordion"] = "accordion" if element.is_a(Concept.ACCORDION) else "tab"
            level = min(self.stack[-1].level + 1, 6)
            self.inside(SectionDraft(title, None, level, kind, "component", element=part), part.children)

    def inside(self, draft: SectionDraft, content: Iterable[nodes.Node]) -> None:
        """Open a component's section for `content`, and close it behind."""
        depth, floor = len(self.stack), self.floor
        self.open(draft)
        self.floor = len(self.stack)
        self.flow(content)
        del self.stack[depth:]
        self.floor = floor

    def open(self, draft: SectionDraft) -> None:
        self.stack[-1].sections.append(draft)
        self.stack.append(draft)

    def leave(self, level: int) -> None:
        """Close the sections that a heading of `level` ends."""
        while len(self.stack) > self.floor and (
            self.stack[-1].level >= level or self.stack[-1].origin == "implied"
        ):
            self.stack.pop()

    # Filling them

    def parts(self, parts: Iterable[StepDraft | nodes.Node]) -> None:
        for part in parts:
            if isinstance(part, StepDraft):
                self.step(part)
            elif isinstance(part, Element) and part.is_a(Concept.STEPS):
                self.parts(steps_in(part.children))
            else:
                self.block(part)

    def step(self, part: StepDraft) -> None:
        current = self.stack[-1]
        if current is self.root or current.sections or current.outro:
            taken: list[nodes.Node] = []
            if not current.sections:
                taken, current.outro = current.outro, []
            self.imply(taken)
        current = self.stack[-1]
        if not current.steps and part.number != 1:
            current.first_number = part.number
        current.steps.append(part)

    def block(self, node: nodes.Node) -> None:
        if is_blank(node):
            return
        if self.stack[-1].sections:
            self.imply([])
        current = self.stack[-1]
        (current.outro if current.steps else current.intro).append(node)

    def imply(self, intro: list[nodes.Node]) -> None:
        """Open an untitled section for what follows."""
        if self.stack[-1].origin == "implied" and len(self.stack) > self.floor:
            self.stack.pop()
        level = min(self.stack[-1].level + 1, 6)
        self.open(SectionDraft(level=level, origin="implied", intro=intro))

    def is_steps(self, node: nodes.Node, *, in_choice: bool = False) -> bool:
        """Tell whether a node is a numbered list of steps, here or in a tab or accordion that stands here."""
        takes = self.lists_from is not None and len(self.stack) + in_choice >= self.lists_from
        return takes and is_ordered(node) and not is_contents(node)

    def has_room(self) -> bool:
        """Tell whether a component may still be a section here; one that is too deep becomes a block."""
        return len(self.stack) <= MOST_LEVELS

    def holds_structure(self, node: nodes.Parent) -> bool:
        """Tell whether tabs or an accordion hold sections or steps."""
        for child in node.children:
            if isinstance(child, nodes.Heading) and child.depth in SECTION_DEPTHS:
                return True
            if self.is_steps(child, in_choice=True):
                return True
            if isinstance(child, Element):
                if child.is_a(Concept.SECTION) or brings_steps(child):
                    return True
                nested = Concept.TABS, Concept.TAB, Concept.ACCORDION, Concept.STEPS
                if child.is_a(*nested) and self.holds_structure(child):
                    return True
        return False
