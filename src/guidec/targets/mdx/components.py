"""Callouts, tabs, accordions and other components as mdast nodes, as a style spells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.targets.mdx.elements import flow_element, line_element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from guidec.guide.models import AccordionBlock, AdmonitionBlock, ComponentBlock, TabsBlock
    from guidec.targets.mdx.writer import Writer

COLONS = re.compile(r":{3,}")


def component(block: ComponentBlock, writer: Writer) -> list[n.Node]:
    """Write a component that has no meaning."""
    return [flow_element(block.name, block.attributes, writer.blocks(block.content))]


# Callouts


def admonition(block: AdmonitionBlock, writer: Writer) -> list[n.Node]:
    """Write a callout: as a directive, an alert or a component."""
    spelling = (block.component if writer.own else "") or writer.style.admonitions[block.kind]
    if spelling.startswith(":::"):
        return _directive(spelling[3:], block, writer)
    if spelling.startswith("["):
        return [_alert(spelling.strip("[]"), block, writer)]
    name, _, kind = spelling.partition(" type=")
    attributes: dict[str, JsonValue] = {"type": kind} if kind else {}
    if block.title is not None:
        attributes["title"] = block.title
    if writer.style.one_line_admonitions and len(block.content) == 1 and block.content[0].type == "paragraph":
        line = line_element(name, attributes, writer.phrasing(block.content[0].markdown))
        if line:
            return [n.Paragraph(None, (line,))]
    return [flow_element(name, attributes, writer.blocks(block.content))]


def _directive(name: str, block: AdmonitionBlock, writer: Writer) -> list[n.Node]:
    """Write a directive; around another one its lines have more colons."""
    content = writer.blocks(block.content)
    inner = [match[0] for node in content if isinstance(node, n.Html) and (match := COLONS.match(node.value))]
    colons = ":" * max([3, *(len(run) + 1 for run in inner)])
    title = re.sub(r"([\\\[\]])", r"\\\1", block.title) if block.title else ""
    # mdast has no directive: its two lines are source.
    return [n.Html(None, f"{colons}{name}{f'[{title}]' if title else ''}"), *content, n.Html(None, colons)]


def _alert(name: str, block: AdmonitionBlock, writer: Writer) -> n.Node:
    """Write a quotation that starts with the marker; a reference to nothing is the one way to write bare brackets."""
    marker = n.LinkReference(None, (n.Text(None, name),), name.lower(), name, "shortcut")
    first, *others = writer.blocks(block.content) or [n.Paragraph(None, ())]
    if block.title:
        return n.Blockquote(
            None, (n.Paragraph(None, (marker, n.Text(None, f" {block.title}"))), first, *others)
        )
    if isinstance(first, n.Paragraph):
        below = (n.Text(None, "\n"), *first.children) if first.children else ()
        return n.Blockquote(None, (n.Paragraph(None, (marker, *below)), *others))
    return n.Blockquote(None, (n.Paragraph(None, (marker,)), first, *others))


# Tabs and accordions


def tabs(block: TabsBlock, writer: Writer) -> list[n.Node]:
    """Write a set of tabs."""
    return [
        tab_set([tab.title for tab in block.tabs], [writer.blocks(tab.content) for tab in block.tabs], writer)
    ]


def tab_set(titles: Sequence[str | None], contents: Sequence[list[n.Node]], writer: Writer) -> n.Node:
    """Write tabs by their titles and contents."""
    style = writer.style.tabs
    named = style.items and all(titles) and bool(titles)
    own = style.title if named else style.title or "title"
    tabs = [
        flow_element(style.item, {own: title} if own and title else {}, content)
        for title, content in zip(titles, contents, strict=True)
    ]
    return flow_element("Tabs", {"items": list(titles)} if named else {}, tabs)


def accordion(block: AccordionBlock, writer: Writer) -> list[n.Node]:
    """Write an accordion."""
    return [fold(block.title, writer.blocks(block.content), writer)]


def fold(title: str | None, content: list[n.Node], writer: Writer) -> n.Node:
    """Write an accordion by its title and content."""
    if writer.style.accordion != "details":
        return flow_element(writer.style.accordion, {"title": title} if title else {}, content)
    summary = line_element("summary", {}, (n.Text(None, title),)) if title else None
    return flow_element("details", {}, [*([n.Paragraph(None, (summary,))] if summary else []), *content])
