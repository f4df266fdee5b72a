"""Sections and steps as mdast nodes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from guidec.targets.mdx.blocks import markdown_list, spaced_item
from guidec.targets.mdx.components import fold, tab_set
from guidec.targets.mdx.elements import flow_element
from guidec.targets.mdx.styles import StepsForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import JsonValue

    from guidec.guide.models import Section, Step, StepsBlock
    from guidec.mdx import nodes as n
    from guidec.targets.mdx.writer import Writer

STEP_DEPTHS = (3, 4, 5, 6, 2, 1)
"""The levels of headings that open steps, the usual one first."""


# Sections


def sections(siblings: Iterable[Section], writer: Writer) -> list[n.Node]:
    """Write sections; tabs in a row are one set."""
    written: list[n.Node] = []
    for kind, run in groupby(siblings, lambda section: section.kind):
        if kind == "tab":
            tabs = list(run)
            written.append(tab_set([tab.title for tab in tabs], [body(tab, writer) for tab in tabs], writer))
        elif kind == "accordion":
            written += [fold(section.title, body(section, writer), writer) for section in run]
        else:
            written += [node for section in run for node in _section(section, writer)]
    return written


def body(section: Section, writer: Writer) -> list[n.Node]:
    """Write what stands in a section below its title."""
    return [
        *writer.blocks(section.intro),
        *steps(section.steps, writer),
        *writer.blocks(section.outro),
        *sections(section.sections, writer),
    ]


def _section(section: Section, writer: Writer) -> list[n.Node]:
    if section.origin == "implied":
        return body(section, writer)
    inner = writer.inside() if section.origin == "component" else writer
    title = inner.title(section.title, section.title_markdown)
    headed = title or section.origin == "heading"
    content = [*([inner.heading(section.level, title)] if headed else []), *body(section, inner)]
    if section.origin == "heading":
        return content
    attributes: dict[str, JsonValue] = {
        "data-guide-section": True,
        "data-guide-scopes": ",".join(section.scopes),
    }
    return [flow_element("section", attributes, content)]


# Steps


def steps_block(block: StepsBlock, writer: Writer) -> list[n.Node]:
    """Write steps inside of another block."""
    return steps(block.steps, writer) or [flow_element("Steps", {})]


def steps(run: Sequence[Step], writer: Writer) -> list[n.Node]:
    """Write a run of steps in the form that the style has for steps like these."""
    if not run:
        return []
    if all(step.origin == "list" for step in run):
        return [_step_list(run, writer)]
    form = writer.style.steps
    if form is StepsForm.LIST and not any(step.title or _is_scoped(step) for step in run):
        return [flow_element("Steps", {}, [_step_list(run, writer)])]
    if form is StepsForm.HEADINGS and all(step.title for step in run):
        return [flow_element("Steps", {}, _headed_steps(run, writer))]
    return [flow_element("Steps", {}, [_step(step, writer) for step in run])]


def _step_list(run: Sequence[Step], writer: Writer) -> n.List:
    items = [spaced_item(tuple(writer.in_item().blocks(step.content))) for step in run]
    return markdown_list(items, 1)


def _headed_steps(run: Sequence[Step], writer: Writer) -> list[n.Node]:
    taken = {block.depth for step in run for block in step.content if block.type == "heading"}
    depth = next((depth for depth in STEP_DEPTHS if depth not in taken), STEP_DEPTHS[0])
    return [
        node
        for step in run
        for node in (
            writer.heading(depth, writer.title(step.title, step.title_markdown)),
            *_body(step, writer),
        )
    ]


def _step(step: Step, writer: Writer) -> n.Node:
    headed = step.title_markdown or writer.style.steps is not StepsForm.TITLES
    if step.title and not headed:
        return flow_element("Step", {"title": step.title}, _body(step, writer))
    title = writer.title(step.title, step.title_markdown)
    heading = [writer.heading(STEP_DEPTHS[0], title)] if title else []
    return flow_element("Step", {}, [*heading, *_body(step, writer)])


def _body(step: Step, writer: Writer) -> list[n.Node]:
    content = writer.blocks(step.content)
    if not (writer.spelling.step_body or _is_scoped(step)):
        return content
    attributes: dict[str, JsonValue] = {
        "data-guide-step": True,
        "data-guide-scopes": ",".join(step.scopes),
        "data-guide-display-scopes-list": "true" if step.show_scopes else "",
    }
    return [flow_element("div", attributes, content)]


def _is_scoped(step: Step) -> bool:
    return bool(step.scopes) or step.show_scopes
