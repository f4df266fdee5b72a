"""Sections and steps as mdast nodes."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from guidec.guide.dialects.style import StepsForm
from guidec.mdx import nodes as n
from guidec.targets.mdx.blocks import markdown_list, spaced_item
from guidec.targets.mdx.components import anchored, fold, tab_set
from guidec.targets.mdx.elements import flow_element, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import JsonValue

    from guidec.guide.models import Block, Section, Step, StepsBlock
    from guidec.targets.mdx.writer import Writer

STEP_DEPTHS = (3, 4, 5, 6, 2, 1)
"""The levels of headings that open steps, the usual one first."""


# Sections


def sections(siblings: Iterable[Section], writer: Writer, *, outermost: bool = False) -> list[n.Node]:
    """Write sections; tabs in a row are one set."""
    written: list[n.Node] = []
    for kind, run in groupby(siblings, lambda section: section.kind):
        parts = list(run)
        if kind == "tab":
            written += _tabs(parts, writer)
        elif kind == "accordion":
            folds = [fold(part, body(part, writer), writer) for part in parts]
            written += joined(folds, writer.style.accordions) if writer.style.accordions else folds
        else:
            written += [node for part in parts for node in _section(part, writer, outermost=outermost)]
    return written


def _tabs(tabs: Sequence[Section], writer: Writer) -> list[n.Node]:
    """Write sections in tabs; without tabs, under headings."""
    if writer.style.tabs is not None:
        return tab_set(tabs, [body(tab, writer) for tab in tabs], writer)
    writer.lacks("set of tabs", "its tabs below each other", tabs[0].position)
    written: list[n.Node] = []
    for tab in tabs:
        title = writer.title(tab.title, tab.title_markdown, tab.title_components)
        written += [*([writer.heading(tab.level, title)] if title else []), *body(tab, writer)]
    return written


def body(section: Section, writer: Writer) -> list[n.Node]:
    """Write what stands in a section below its title."""
    writer = writer.at(section.position)
    _compare_lists([*section.intro, *section.outro], writer)
    return [
        *writer.blocks(section.intro),
        *steps(section.steps, writer, section.first_number),
        *writer.blocks(section.outro),
        *sections(section.sections, writer),
    ]


def _compare_lists(blocks: Iterable[Block], writer: Writer) -> None:
    """Report numbered lists where the dialect takes each of them for steps."""
    if writer.style.steps is StepsForm.PLAIN_LIST and any(b.type == "list" and b.ordered for b in blocks):
        writer.nearest("numbered list that is no steps", "one whose items are steps")


def _section(section: Section, writer: Writer, *, outermost: bool) -> list[n.Node]:
    if section.origin == "implied":
        return body(section, writer)
    as_component = _is_component(section, writer, outermost=outermost)
    inner = writer.inside(section) if as_component else writer
    title = inner.title(section.title, section.title_markdown, section.title_components)
    headed = title or section.origin == "heading"
    heading = [inner.heading(section.level, title, section.marks)] if headed else []
    content = [*heading, *body(section, inner)]
    if not as_component:
        return content
    scopes: dict[str, JsonValue] = {"data-guide-scopes": writer.style.scopes.join(section.scopes)}
    said = {} if writer.moved else section.attributes
    if section.component is not None and not writer.moved:
        said = said | (scopes if section.scopes else {})
        return [flow_element(section.component, anchored(section) | said, content)]
    own: dict[str, JsonValue] = {"data-guide-section": True}
    return [flow_element("section", own | scopes | anchored(section) | said, content)]


def _is_component(section: Section, writer: Writer, *, outermost: bool) -> bool:
    """Tell whether a section is written as a component: in another dialect only where it has scopes to carry."""
    if not writer.moved:
        return section.origin == "component"
    if writer.style.sections == "components":
        return outermost or section.origin == "component"
    return bool(section.scopes) and _carries_scopes(section.scopes, writer.at(section.position))


def _carries_scopes(scopes: Sequence[str], writer: Writer) -> bool:
    """Tell whether StackOne's attributes can say scopes in a dialect, and report that nothing of its own does."""
    if not writer.moved or writer.style.sections == "components":
        return True
    what = f"scopes `{', '.join(scopes)}`" if scopes else "list of scopes"
    if writer.style.jsx:
        writer.nearest(what, "attributes of StackOne's")
    else:
        writer.lacks(what, "what the page shows of them")
    return writer.style.jsx


# Steps


def steps_block(block: StepsBlock, writer: Writer) -> list[n.Node]:
    """Write steps inside of another block."""
    if writer.style.steps is StepsForm.PLAIN_LIST and block.steps:
        writer.lacks("steps inside of another block", "a numbered list")
    return steps(block.steps, writer) or [flow_element("Steps", {})]


def steps(run: Sequence[Step], writer: Writer, first_number: int | None = None) -> list[n.Node]:
    """Write a run of steps in the form that the style has for steps like these."""
    if not run:
        return []
    form = _form(run, writer)
    if form is StepsForm.PLAIN_LIST:
        return [_step_list(run, writer, first_number)]
    if form is StepsForm.LIST:
        return [flow_element("Steps", {}, [_step_list(run, writer, first_number)])]
    if form is StepsForm.HEADINGS:
        return [flow_element("Steps", {}, _headed_steps(run, writer))]
    return [flow_element("Steps", {}, [_step(step, writer) for step in run])]


def _form(run: Sequence[Step], writer: Writer) -> StepsForm:
    form = writer.style.steps
    if all(step.origin == "list" for step in run):
        return StepsForm.PLAIN_LIST
    if form is StepsForm.HEADINGS and writer.moved and not all(step.title for step in run):
        form = StepsForm.LIST
    if form is StepsForm.HEADINGS and not writer.moved and not _are_headings(run):
        form = StepsForm.TITLES
    if form is StepsForm.LIST and not writer.moved and any(map(_says_more, run)):
        return StepsForm.TITLES
    return form


def _step_list(run: Sequence[Step], writer: Writer, first_number: int | None) -> n.List:
    items = [spaced_item(tuple(_titled_body(step, writer.in_item()))) for step in run]
    return markdown_list(items, 1 if first_number is None else first_number)


def _titled_body(step: Step, writer: Writer) -> list[n.Node]:
    """Write a step for a list, which has no titles: there the title is the first line."""
    writer = writer.at(step.position)
    title = writer.title(step.title, step.title_markdown, step.title_components)
    if title:
        writer.lacks("title of a step", "strong text in it")
    if step.anchor:
        writer.lacks(f"id `{step.anchor}` of a step", "none")
    return [*writer.strong_line(title), *_body(step, writer, marked=False)]


def _are_headings(run: Sequence[Step]) -> bool:
    """Tell whether headings of one level, none of which stands in a step, are the titles."""
    levels = {None if step.anchor else step.title_level for step in run}
    return len(levels) == 1 and None not in levels and not levels & _levels_inside(run)


def _levels_inside(run: Iterable[Step]) -> set[int]:
    return {block.depth for step in run for block in step.content if block.type == "heading"}


def _headed_steps(run: Sequence[Step], writer: Writer) -> list[n.Node]:
    taken = _levels_inside(run)
    wanted = () if writer.moved else (run[0].title_level or STEP_DEPTHS[0],)
    depth = next((depth for depth in (*wanted, *STEP_DEPTHS) if depth not in taken), STEP_DEPTHS[0])
    return [
        node
        for step in run
        for node in (
            writer.heading(
                depth,
                writer.title(step.title, step.title_markdown, step.title_components),
                [*step.marks, *([f"{{#{step.anchor}}}"] if step.anchor else [])],
            ),
            *_body(step, writer.at(step.position)),
        )
    ]


def _step(step: Step, writer: Writer) -> n.Node:
    writer = writer.at(step.position)
    if step.title and not _is_headed(step, writer):
        return flow_element("Step", {"title": step.title, **anchored(step)}, _body(step, writer))
    title = writer.title(step.title, step.title_markdown, step.title_components)
    level = (None if writer.moved else step.title_level) or STEP_DEPTHS[0]
    heading = [writer.heading(level, title, step.marks)] if title else []
    return flow_element("Step", anchored(step), [*heading, *_body(step, writer)])


def _is_headed(step: Step, writer: Writer) -> bool:
    """Tell whether a heading is the title: in its own dialect where it was one, for texts around it count its words."""
    if step.title_markdown or step.marks:
        return True
    if writer.moved:
        return writer.style.steps is not StepsForm.TITLES
    return step.title_level is not None


def _body(step: Step, writer: Writer, *, marked: bool = True) -> list[n.Node]:
    """Write the content of a step; what carries its scopes stands around it, in some styles around every one."""
    content = writer.blocks(step.content)
    if step.show_scopes and not writer.style.jsx:
        scopes = (n.Paragraph(None, (n.InlineCode(None, scope),)) for scope in step.scopes)
        content += [markdown_list([spaced_item((scope,)) for scope in scopes], None)] if step.scopes else []
    marked = marked and writer.spelling.step_body
    if not marked and not (_is_scoped(step) and _carries_scopes(step.scopes, writer)):
        return content
    attributes: dict[str, JsonValue] = {
        "data-guide-step": True,
        "data-guide-scopes": writer.style.scopes.join(step.scopes),
        "data-guide-display-scopes-list": writer.style.show_scopes if step.show_scopes else "",
    }
    return [flow_element("div", attributes, content)]


def _says_more(step: Step) -> bool:
    """Tell whether a step has more to say than the item of a list can."""
    return bool(step.title or step.anchor) or _is_scoped(step)


def _is_scoped(step: Step) -> bool:
    return bool(step.scopes) or step.show_scopes
