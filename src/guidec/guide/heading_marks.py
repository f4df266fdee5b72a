"""What authors write at the end of a heading for their documentation system: an id, or whether contents list it.

    ## Title {#id}                      Docusaurus, Mintlify
    ## Title {/* #id */}                Docusaurus
    ## Title [#id] [!toc]               fumadocs, Nextra
    ## Title {{ id: 'id', toc: false }} Clerk

Readers never see it, so it is no part of the title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guidec.mdx import nodes
from guidec.mdx.literal import evaluate
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import JsonValue

BRACED = re.compile(r"\{#([^{}\s]+)\}")
BRACKETED = re.compile(r"\[#([^\[\]\s]+)\]")
FLAG = re.compile(r"\[(?:!?toc|step)\]")
COMMENT = re.compile(r"\{\s*/\*\s*#([^\s*]+)\s*\*/\s*\}")

MOST_MARKS = 8
"""How many marks a heading may end with; each costs a copy of its text."""


@dataclass(frozen=True, slots=True)
class MarkedHeading(nodes.Heading):
    """A heading without the marks at its end."""

    marks: tuple[str, ...]
    """The marks as they are written."""


def without_marks(heading: nodes.Heading) -> nodes.Heading:
    """Take the marks off a heading, if it ends with any; a heading of nothing else stays as it is."""
    children = [*heading.children]
    marks: list[str] = []
    while children and len(marks) < MOST_MARKS:
        children[-1:] = _trimmed(children[-1])
        mark = _mark(children[-1]) if children else None
        if mark is None:
            break
        marks.insert(0, mark)
        last = children.pop()
        children += [_cut(last, len(mark))] if isinstance(last, nodes.Text) else []
    if not marks or not children:
        return heading
    return MarkedHeading(heading.position, tuple(children), heading.depth, tuple(marks))


def marks_of(heading: nodes.Heading | None) -> list[str]:
    """Give the marks of a heading."""
    return [*heading.marks] if isinstance(heading, MarkedHeading) else []


def anchor_in(marks: Iterable[str]) -> str | None:
    """Give the id that marks give a heading, if they do."""
    return next((anchor for mark in marks if (anchor := _anchor(mark))), None)


def as_nodes(marks: Iterable[str]) -> Iterator[nodes.Node]:
    """Give what marks are written as, a space before each."""
    for mark in marks:
        inner = mark[1:-1]
        yield nodes.Text(None, " ")
        if mark.startswith("{"):
            yield nodes.MdxTextExpression(None, inner)
        else:
            # A reference to nothing is the one way to write bare brackets.
            yield nodes.LinkReference(None, (nodes.Text(None, inner),), inner, inner, "shortcut")


def _mark(node: nodes.Node) -> str | None:
    """Give the mark that a node is, or ends with."""
    if isinstance(node, nodes.MdxTextExpression):
        mark = f"{{{node.value}}}"
        return mark if COMMENT.fullmatch(mark) or _properties(mark) is not None else None
    if not isinstance(node, nodes.Text):
        return None
    start = node.value.rfind("{" if node.value.endswith("}") else "[")
    mark = node.value[max(start, 0) :]
    return mark if any(pattern.fullmatch(mark) for pattern in (BRACED, BRACKETED, FLAG)) else None


def _anchor(mark: str) -> str | None:
    known = next((m for pattern in (BRACED, BRACKETED, COMMENT) if (m := pattern.fullmatch(mark))), None)
    anchor = known[1] if known else (_properties(mark) or {}).get("id")
    return anchor if isinstance(anchor, str) else None


def _properties(mark: str) -> dict[str, JsonValue] | None:
    """Give the object that an expression is."""
    literal = evaluate(mark[1:-1], {}) if mark.startswith("{") else None
    return literal.value if literal is not None and isinstance(literal.value, dict) else None


def _trimmed(node: nodes.Node) -> list[nodes.Node]:
    """Give a node without white space at its end, and nothing for one that is nothing else."""
    if not isinstance(node, nodes.Text):
        return [node]
    trimmed = _cut(node, len(node.value) - len(node.value.rstrip()))
    return [trimmed] if trimmed.value else []


def _cut(text: nodes.Text, length: int) -> nodes.Text:
    """Cut characters off the end of a text; its place ends there, too, where they stand in the source as they are."""
    place = text.position
    if length and place is not None and place.text.endswith(text.value[-length:]):
        place = Position(place.source, place.start_offset, place.end_offset - length)
    return replace(text, position=place, value=text.value[: len(text.value) - length])
