"""Expanded flow -> an outline of sections and steps: which node belongs where, and nothing else yet.

A section holds one run of steps between what stands above and below it. Where more follows than that, an untitled
section takes it, so that reading order is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from guidec.guide.dialects import Concept
from guidec.guide.element import Element, is_blank, spanning
from guidec.guide.text import collapse, plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import JsonValue

    from guidec.source import Position

SECTION_DEPTHS = range(2, 5)
"""The heading levels that open a section."""
CHOICES = (Concept.TABS, Concept.ACCORDION)
"""Components of which a reader chooses what to see."""
BELOW_THE_TITLE, IN_A_SECTION = 1, 2
"""From how many open sections on, the guide itself among them, a numbered list is steps."""
MOST_LEVELS = 30
"""How deep sections may stand in each other; each level is two of JSON, of which no reader takes more than 200."""


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A step to be: its title, its body, and where it stands."""

    title: str | None
    heading: nodes.Heading | None
    """The heading that its title comes from; it is no part of the body."""
    body: tuple[nodes.Node, ...]
    scopes: list[str]
    show_scopes: bool
    origin: Literal["component", "list"]
    position: Position | None
    anchor: str | None = None
    number: int | None = None
    """What the list is told to begin with, for its first item."""


@dataclass(slots=True)
class Draft:
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
    sections: list[Draft] = field(default_factory=list)
    element: Element | None = None
    """The component that it is, where it is one."""


def outline(content: Sequence[nodes.Node]) -> Draft:
    """Sort a guide's content into sections and steps; the draft that is given stands for the whole guide."""
    if _has_step_component(content):
        return _build(content, lists_from=None)
    root = _build(content, lists_from=IN_A_SECTION)
    return root if root.sections else _build(content, lists_from=BELOW_THE_TITLE)


def _build(content: Sequence[nodes.Node], lists_from: int | None) -> Draft:
    builder = _Builder(lists_from)
    builder.flow(content)
    return builder.root


def split_scopes(value: JsonValue) -> list[str]:
    """Give the scopes in an attribute: separated by commas or white space, each once."""
    return list(dict.fromkeys(re.findall(r"[^\s,]+", value))) if isinstance(value, str) else []


def steps_in(content: Iterable[nodes.Node]) -> list[StepDraft | nodes.Node]:
    """Give what `<Steps>` holds, in order: its steps, and whatever stands beside them.

    Steps are its `<Step>`s; without any, its headings of the first heading's level; without any, the items of its
    ordered lists.
    """
    content = list(content)
    if any(isinstance(node, Element) and node.is_a(Concept.STEP) for node in content):
        return [
            step(node) if isinstance(node, Element) and node.is_a(Concept.STEP) else node for node in content
        ]
    first = next((node for node in content if isinstance(node, nodes.Heading)), None)
    if first is not None:
        return _steps_by_heading(content, first.depth)
    return [
        part for node in content for part in (_list_steps(node, "component") if is_ordered(node) else [node])
    ]


def step(element: Element) -> StepDraft:
    """Read one step component."""
    body, carriers = _open_bodies(element.children)
    title = attribute_title(element.title)
    heading = None
    if title is None:
        heading = next((node for node in body if isinstance(node, nodes.Heading)), None)
        title = plain_text([heading]) if heading else None
        body = tuple(node for node in body if node is not heading)
    scopes, show = _scopes_of([element, *carriers])
    return StepDraft(
        title or None, heading, body, scopes, show, "component", element.position, element.anchor
    )


def _scopes_of(carriers: Iterable[Element]) -> tuple[list[str], bool]:
    """Give the scopes in the attributes of a step, each once, and whether they are to be listed."""
    carriers = list(carriers)
    scopes = [
        scope for carrier in carriers for scope in split_scopes(carrier.attributes.get("data-guide-scopes"))
    ]
    shown = [carrier.attributes.get("data-guide-display-scopes-list") for carrier in carriers]
    show = any(
        value is True or (isinstance(value, str) and value.strip() not in ("", "false")) for value in shown
    )
    return list(dict.fromkeys(scopes)), show


def attribute_title(title: str | None) -> str | None:
    """Give a title attribute as plain text; JSX in it is reduced to its text."""
    if title is None:
        return None
    if title.startswith("{") and title.endswith("}") and "<" in title:
        from guidec.mdx.parse import parse_mdx

        root = parse_mdx(title[1:-1].strip())
        return plain_text(root.children) or None
    return collapse(title) or None


def _open_bodies(content: Iterable[nodes.Node]) -> tuple[tuple[nodes.Node, ...], list[Element]]:
    body: list[nodes.Node] = []
    carriers: list[Element] = []
    for node in content:
        if isinstance(node, Element) and node.is_a(Concept.STEP_BODY):
            inner, deeper = _open_bodies(node.children)
            body += inner
            carriers += [node, *deeper]
        else:
            body.append(node)
    return tuple(body), carriers


def _steps_by_heading(content: list[nodes.Node], depth: int) -> list[StepDraft | nodes.Node]:
    parts: list[StepDraft | nodes.Node] = []
    starts = [i for i, node in enumerate(content) if isinstance(node, nodes.Heading) and node.depth == depth]
    parts += content[: starts[0]]
    for start, end in zip(starts, [*starts[1:], len(content)], strict=True):
        heading = content[start]
        assert isinstance(heading, nodes.Heading)
        body, carriers = _open_bodies(content[start + 1 : end])
        place = spanning(heading, content[end - 1])
        title = plain_text([heading]) or None
        parts.append(StepDraft(title, heading, body, *_scopes_of(carriers), "component", place))
    return parts


def _list_steps(node: nodes.Node, origin: Literal["component", "list"]) -> list[StepDraft | nodes.Node]:
    """Read the items of a list as steps; they have no titles, also where an item begins with a heading."""
    assert isinstance(node, nodes.List)
    items = [
        (item, *_open_bodies(item.children)) for item in node.children if isinstance(item, nodes.ListItem)
    ]
    return [
        StepDraft(
            None, None, body, *_scopes_of(carriers), origin, item.position, number=None if at else node.start
        )
        for at, (item, body, carriers) in enumerate(items)
    ]


def is_ordered(node: nodes.Node) -> bool:
    """Tell whether a node is a numbered list."""
    return isinstance(node, nodes.List) and node.ordered


def is_contents(node: nodes.Node) -> bool:
    """Tell whether a list is the page's table of contents: links into it, and nothing else."""
    links, pending = 0, [node]
    while pending:
        match pending.pop():
            case nodes.Link(url=url) if url.startswith("#"):
                links += 1
            case nodes.List() | nodes.ListItem() | nodes.Paragraph() | nodes.Strong() as parent:
                pending += parent.children
            case _:
                return False
    return links > 0


def _has_step_component(content: Iterable[nodes.Node]) -> bool:
    stack = list(content)
    while stack:
        node = stack.pop()
        if isinstance(node, Element) and _brings_steps(node):
            return True
        if isinstance(node, nodes.Parent):
            stack += node.children
    return False


def _brings_steps(element: Element) -> bool:
    """Tell whether an element is a step, or a run of steps that holds any; one without says nothing of its own."""
    if not element.is_a(Concept.STEPS):
        return element.is_a(Concept.STEP)
    return any(
        isinstance(node, nodes.Heading)
        or (isinstance(node, nodes.List) and node.ordered and node.children)
        or (isinstance(node, Element) and _brings_steps(node))
        for node in element.children
    )


class _Builder:
    """Takes a guide's flow, node by node; `stack` holds the sections that are open, the guide itself first."""

    def __init__(self, lists_from: int | None) -> None:
        self.root = Draft()
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
            case Element() if node.is_a(Concept.STEPS) and _brings_steps(node):
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
                self.parts(_list_steps(node, "list"))
            case _:
                self.block(node)

    # Opening sections

    def heading(self, node: nodes.Heading) -> None:
        self.leave(node.depth)
        self.open(Draft(plain_text([node]) or None, node, node.depth))

    def section(self, element: Element) -> None:
        heading = next((node for node in element.children if isinstance(node, nodes.Heading)), None)
        level = heading.depth if heading else 2
        self.leave(level)
        draft = Draft(
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
            self.inside(Draft(title, None, level, kind, "component", element=part), part.children)

    def inside(self, draft: Draft, content: Iterable[nodes.Node]) -> None:
        """Open a component's section for `content`, and close it behind."""
        depth, floor = len(self.stack), self.floor
        self.open(draft)
        self.floor = len(self.stack)
        self.flow(content)
        del self.stack[depth:]
        self.floor = floor

    def open(self, draft: Draft) -> None:
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
        self.open(Draft(level=level, origin="implied", intro=intro))

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
                if child.is_a(Concept.SECTION) or _brings_steps(child):
                    return True
                nested = Concept.TABS, Concept.TAB, Concept.ACCORDION, Concept.STEPS
                if child.is_a(*nested) and self.holds_structure(child):
                    return True
        return False
