"""Steps to be: what components, headings and numbered lists say is a step, with its title and body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from guidec.guide.dialects import Concept
from guidec.guide.element import Element, is_blank, spanning
from guidec.guide.text import collapse, plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import JsonValue

    from guidec.source import Position


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
        part for node in content for part in (list_steps(node, "component") if is_ordered(node) else [node])
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


def list_steps(node: nodes.Node, origin: Literal["component", "list"]) -> list[StepDraft | nodes.Node]:
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


def has_step_component(content: Iterable[nodes.Node]) -> bool:
    """Tell whether a component for steps stands anywhere in a flow."""
    stack = list(content)
    while stack:
        node = stack.pop()
        if isinstance(node, Element) and brings_steps(node):
            return True
        if isinstance(node, nodes.Parent):
            stack += node.children
    return False


def brings_steps(element: Element) -> bool:
    """Tell whether an element is a step, or a run of steps that holds any; one without says nothing of its own."""
    if not element.is_a(Concept.STEPS):
        return element.is_a(Concept.STEP)
    return any(
        isinstance(node, nodes.Heading)
        or (isinstance(node, nodes.List) and node.ordered and node.children)
        or (isinstance(node, Element) and brings_steps(node))
        for node in element.children
    )


def strong_line(body: Sequence[nodes.Node]) -> str:
    """Give the words that a body begins with where they are a paragraph of strong text, as titles of steps can be."""
    first = body[0] if body else None
    if not isinstance(first, nodes.Paragraph):
        return ""
    strong = all(isinstance(node, nodes.Strong) or is_blank(node) for node in first.children)
    return plain_text(first.children) if strong else ""
