"""The lines of text that stand in a section or step, each with what tells it from others."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from guidec.changes.similarity import words_of
from guidec.guide.models import (
    AccordionBlock,
    CodeBlock,
    ComponentBlock,
    ExpressionBlock,
    HeadingBlock,
    ImageBlock,
    ListItem,
    ParagraphBlock,
    TableBlock,
    TabsBlock,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import JsonValue

    from guidec.changes.outline import Part
    from guidec.changes.similarity import Words
    from guidec.guide.models import Block

UNSEEN = frozenset(["class", "className", "style", "id", "key", "rel", "target"])
"""Attributes of components that say nothing to a reader."""

_BACKTICKS = re.compile(r"(?<!\\)`+")


@dataclass(eq=False)
class Line:
    """One paragraph, list item, row of a table or other piece of text."""

    text: str
    codes: tuple[str, ...]
    """The code in it: what a reader types, copies or looks for."""
    part: Part
    """What it stands in."""
    optional: bool = False
    listed: bool = False
    """Whether it is one of a list or table, which the line before that introduces."""

    @cached_property
    def words(self) -> Words:
        """Its words, to tell how much it has in common with another."""
        return words_of(self.text)


def lines_of(node: ListItem | Block, part: Part) -> Iterator[Line]:
    """Give the text that a node has itself, without what stands inside it."""
    match node:
        case ListItem() if node.text.strip():
            yield Line(node.text, _codes(node.markdown), part, node.optional, listed=True)
        case ParagraphBlock() | HeadingBlock() if node.text.strip():
            yield Line(node.text, _codes(node.markdown), part)
        case CodeBlock():
            yield Line(" ".join(node.value.split()), (node.value,), part, listed=True)
        case TableBlock():
            for row in (node.head, *node.rows):
                codes = tuple(code for cell in row for code in _codes(cell.markdown))
                text = " | ".join(cell.text for cell in row)
                yield Line(text, codes, part, listed=row is not node.head)
        case TabsBlock():
            yield Line(" | ".join(tab.title or "" for tab in node.tabs), (), part)
        case AccordionBlock() if node.title:
            yield Line(node.title, (), part)
        case ImageBlock() if node.caption:
            yield Line(node.caption, (), part)
        case ExpressionBlock():
            yield Line(node.value, (), part)
        case ComponentBlock() if values := _said(node.attributes):
            yield Line(" ".join([node.name or "", *values]), (), part)


def _said(attributes: Mapping[str, JsonValue]) -> list[str]:
    """Give the attributes that a reader may come to see; scopes and actions, which scripts read, are data already."""
    return [
        f"{name}={json.dumps(value, ensure_ascii=False)}"
        for name, value in attributes.items()
        if name not in UNSEEN and not name.startswith("data-")
    ]


def _codes(markdown: str) -> tuple[str, ...]:
    """Give the code spans of canonical Markdown (CommonMark, section 6.1)."""
    runs = [match.span() for match in _BACKTICKS.finditer(markdown)]
    found: list[str] = []
    opened: dict[int, int] = {}
    covered = 0
    for start, end in runs:
        opener = opened.pop(end - start, None)
        if opener is None or opener < covered:
            opened[end - start] = end
        else:
            found.append(markdown[opener:start].strip())
            covered = end
    return tuple(found)
