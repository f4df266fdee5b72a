"""Components among the words of a line: what they are, and where in its Markdown their content stands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from guidec.guide import models
from guidec.guide.element import Element, holds_element
from guidec.guide.text import markdown
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FIRST_MARK: Final = 0xE000
"""The first character that Unicode leaves to private use."""
EMPHASIS: Final = {"_", "*"}


def inline_components(content: Sequence[nodes.Node]) -> list[models.InlineComponent]:
    """Give the components in phrasing content, in order; those that are links of Markdown are no components."""
    if not holds_element(content):
        return []
    found: list[Element] = []
    written = markdown(content)
    used = set(written)
    mark = next(chr(code) for code in range(FIRST_MARK, FIRST_MARK + len(used) + 1) if chr(code) not in used)
    events: list[tuple[int, bool]] = []
    marked = _marked(content, mark, found, events)
    if not found:
        return []
    places = _places(markdown(marked), written, mark)
    if len(places) != len(events):
        places = [len(written)] * len(events)
    starts = {number: place for (number, opens), place in zip(events, places, strict=True) if opens}
    ends = {number: place for (number, opens), place in zip(events, places, strict=True) if not opens}
    return [
        models.InlineComponent(
            name=element.name, attributes=dict(element.attributes), start=starts[number], end=ends[number]
        )
        for number, element in enumerate(found)
    ]


def _marked(
    content: Iterable[nodes.Node], mark: str, found: list[Element], events: list[tuple[int, bool]]
) -> tuple[nodes.Node, ...]:
    """Give content with a mark where each component starts and ends; `events` says which mark is which."""
    made: list[nodes.Node] = []
    for node in content:
        if isinstance(node, Element) and not (node.address and node.children):
            number = len(found)
            found.append(node)
            events.append((number, True))
            held = _marked(node.children, mark, found, events)
            events.append((number, False))
            made += (nodes.Text(None, mark), *held, nodes.Text(None, mark))
        elif isinstance(node, nodes.Parent):
            made.append(replace(node, children=_marked(node.children, mark, found, events)))
        else:
            made.append(node)
    return tuple(made)


def _places(marked: str, written: str, mark: str) -> list[int]:
    """Give where the marks of one text stand in the same text without them; none where it is not the same.

    White space may differ, which of the two characters of emphasis is used, and what is escaped for what stands beside
    it. A mark behind white space stands behind that of the other text, too.
    """
    places: list[int] = []
    at, is_apart = 0, True
    for character in marked:
        if character == mark:
            places.append(_inked(written, at) if is_apart else at)
        elif character.isspace():
            is_apart = True
        else:
            is_apart = False
            at = _inked(written, at)
            if written[at : at + 1] == "\\" != character:
                at += 1
            if written[at : at + 1] == character or {written[at : at + 1], character} == EMPHASIS:
                at += 1
            elif character != "\\":
                return []
    return [] if written[at:].strip() else places


def _inked(text: str, at: int) -> int:
    """Give the place of the next character that is no white space."""
    while text[at : at + 1].isspace():
        at += 1
    return at
