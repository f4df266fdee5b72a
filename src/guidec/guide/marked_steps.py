"""Steps by marked headings: `### Install [step]`, and everything below it, is a step (fumadocs' remark-steps)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.dialects.meaning import STEP, STEPS
from guidec.guide.element import Element, spanning
from guidec.guide.heading_marks import MarkedHeading
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

MARK = "[step]"


def with_marked_steps(content: Sequence[nodes.Node]) -> tuple[nodes.Node, ...]:
    """Give flow in which each run of marked headings of one level is `Steps`; a step ends at the next such heading.

    Marked headings of deeper levels are steps within the step.
    """
    if not any(map(_is_marked, content)):
        return tuple(content)
    made: list[nodes.Node] = []
    at = 0
    while at < len(content):
        heading = content[at]
        if isinstance(heading, nodes.Heading) and _is_marked(heading):
            steps, at = _run(content, at, heading.depth)
            made.append(_element("Steps", steps))
        else:
            made.append(heading)
            at += 1
    return tuple(made)


def _run(content: Sequence[nodes.Node], at: int, depth: int) -> tuple[list[nodes.Node], int]:
    """Give the steps that follow each other from a marked heading on, and where they end."""
    steps: list[nodes.Node] = []
    while at < len(content) and isinstance(heading := content[at], nodes.Heading):
        if heading.depth != depth or not _is_marked(heading):
            break
        end = next((i for i in range(at + 1, len(content)) if _ends(content[i], depth)), len(content))
        steps.append(_element("Step", [_unmarked(heading), *with_marked_steps(content[at + 1 : end])]))
        at = end
    return steps, at


def _ends(node: nodes.Node, depth: int) -> bool:
    return isinstance(node, nodes.Heading) and node.depth <= depth


def _is_marked(node: nodes.Node) -> bool:
    return isinstance(node, MarkedHeading) and MARK in node.marks


def _unmarked(heading: nodes.Heading) -> nodes.Heading:
    assert isinstance(heading, MarkedHeading)
    return replace(heading, marks=tuple(mark for mark in heading.marks if mark != MARK))


def _element(name: str, content: list[nodes.Node]) -> Element:
    place = spanning(content[0], content[-1])
    meaning = STEPS if name == "Steps" else STEP
    return Element(place, tuple(content), name, {}, meaning, inline=False, spelling=name)
