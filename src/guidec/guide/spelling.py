"""How a page spells what its dialect leaves open, so that the page written from its guide is the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidec.guide.step_drafts import split_scopes
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.formats.parse import Parsed
    from guidec.mdx.nodes import MdxJsxElement

SECTION, STEP = "data-guide-section", "data-guide-step"
BETWEEN = re.compile(r"(?<=[^\s,])[\s,]+(?=[^\s,])")


class Spelling(NamedTuple):
    """What a page may spell in its own way, as most pages do."""

    scopes: str = ","
    """Stands between two scopes."""
    show_scopes: str = "true"
    """Says that a step lists its scopes."""
    code: str = "markdown"
    """What code among words is written as: `markdown` or `html`."""
    nested_list: str = "styled"
    """Whether a list in a list of a section has a style of its own: `styled` or `plain`."""


USUAL = Spelling()


class _Place(NamedTuple):
    """A node, and where it stands."""

    node: nodes.Node
    parent: str | None = None
    """The name of the element that it stands in directly."""
    in_section: bool = False
    in_block: bool = False
    """Whether it is part of a block of code."""


def spelling_of(page: Parsed) -> dict[str, str]:
    """Give what a page spells as most pages do not, by the names in `Spelling`; a page of two minds does as most.

    HTML leaves it no choice.
    """
    if page.source.path.lower().endswith(".html"):
        return {}
    found: dict[str, set[str]] = {name: set() for name in Spelling._fields}
    for place in _places(page.root.children):
        if isinstance(place.node, nodes.InlineCode):
            found["code"].add(USUAL.code)
        elif isinstance(place.node, nodes.MdxJsxElement):
            for name, value in _spelled(place.node, place):
                found[name].add(value)
    one = {name: values.pop() for name, values in found.items() if len(values) == 1}
    return {name: value for name, value in one.items() if value != getattr(USUAL, name)}


def _places(content: Iterable[nodes.Node]) -> Iterator[_Place]:
    """Walk through a page; every node is seen once."""
    stack = [_Place(node) for node in content]
    while stack:
        place = stack.pop()
        yield place
        node = place.node
        if not isinstance(node, nodes.Parent):
            continue
        if isinstance(node, nodes.MdxJsxElement):
            in_section = place.in_section or SECTION in _attributes(node)
            in_block = place.in_block or node.name == "pre"
            stack += [_Place(child, node.name, in_section, in_block) for child in node.children]
        else:
            stack += [place._replace(node=child, parent=None) for child in node.children]


def _attributes(node: MdxJsxElement) -> dict[str, object]:
    return {each.name: each.value for each in node.attributes if isinstance(each, nodes.MdxJsxAttribute)}


def _spelled(node: MdxJsxElement, place: _Place) -> Iterator[tuple[str, str]]:
    if node.name == "code" and not place.in_block:
        yield "code", "html"
    if node.name == "ul" and place.parent == "li" and place.in_section:
        yield "nested_list", "styled" if node.attributes else "plain"
    said = _attributes(node)
    if SECTION not in said and STEP not in said:
        return
    scopes, shown = said.get("data-guide-scopes"), said.get("data-guide-display-scopes-list")
    if isinstance(scopes, str) and len(split_scopes(scopes)) > 1:
        yield from (("scopes", between) for between in BETWEEN.findall(scopes))
    if isinstance(shown, str) and shown.strip() not in ("", "false"):
        yield "show_scopes", shown
