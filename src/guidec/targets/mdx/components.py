"""Callouts, tabs, accordions and other components as mdast nodes, as a style spells them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.dialects import read_kind
from guidec.guide.dialects.exported import BOXES
from guidec.guide.tab_sets import code_label
from guidec.mdx import nodes as n
from guidec.mdx.parse import parse_mdx
from guidec.mdx.serialize_phrasing import phrasing
from guidec.mdx.surroundings import Surroundings
from guidec.targets.mdx.elements import flow_element, line_element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from guidec.guide.dialects.style import TabsStyle
    from guidec.guide.models import (
        AccordionBlock,
        AdmonitionBlock,
        ComponentBlock,
        Section,
        Step,
        TabItem,
        TabsBlock,
    )
    from guidec.targets.mdx.writer import Writer

COLONS = re.compile(r":{3,}")
DIRECTIVE = re.compile(r":::[A-Za-z][\w-]*")
"""The name of a directive that guidec does not know."""
CALLOUT = re.compile(
    r":::[A-Za-z][\w-]*|\[![A-Za-z]+(?: [\w-]+)?\]|[A-Za-z_$][\w$.-]*(?: type=.+)?", re.DOTALL
)
"""What the spelling of a callout can be."""
JSX_NAME = re.compile(r"[^\W\d][\w$-]*(?:(?:\.[^\W\d][\w$-]*)*|:[^\W\d][\w$-]*)")
ATTRIBUTE_NAME = re.compile(r"[^\W\d][\w$-]*(?::[^\W\d][\w$-]*)?")
LABEL = Surroundings(before="[", after="]", in_label=True, one_line=True)
"""Where the title of a directive stands."""
WORDS = (
    *("title", "label", "name", "path", "query", "body", "header", "type", "default"),
    *("caption", "alt", "summary", "description", "text"),
)
"""The attributes of components that hold words for a reader, in the order in which they are read."""
ADDRESSES = ("href", "to", "url")


def component(block: ComponentBlock, writer: Writer) -> list[n.Node]:
    """Write a component that has no meaning."""
    name = block.name
    content = [*parse_mdx(block.markup).children] if block.markup else writer.blocks(block.content)
    if writer.moved and name and name[0].isupper() and name not in writer.dialect.components:
        if not writer.style.jsx or name in writer.words:
            writer.lacks(f"component `{name}`", "its words")
            return [*_words(block), *content]
        writer.nearest(f"component `{name}`", "a component of the project's own")
    if name is not None and DIRECTIVE.fullmatch(name):
        if not writer.moved:
            return _directive(name[3:], _said(block, "title"), _said(block, "id"), content)
        writer.lacks(f"directive `{name}`", "its words")
    if name is not None and not JSX_NAME.fullmatch(name):
        return [*_words(block), *content]
    said = (
        {} if name is None else {key: value for key, value in block.attributes.items() if _is_attribute(key)}
    )
    return [flow_element(name, said, content)]


def _said(block: ComponentBlock, name: str) -> str | None:
    value = block.attributes.get(name)
    return value if isinstance(value, str) else None


def _is_attribute(name: str) -> bool:
    """Tell whether MDX can say an attribute; the name of a spread is its source in braces."""
    return ATTRIBUTE_NAME.fullmatch(name) is not None or not parse_mdx(f"<x {name} />").diagnostics


def _words(block: ComponentBlock) -> list[n.Node]:
    """Give the words in the attributes of a component as a paragraph; where it leads somewhere, as a link."""
    said = [value for name in WORDS if isinstance(value := block.attributes.get(name), str) and value.strip()]
    urls = [value for name in ADDRESSES if isinstance(value := block.attributes.get(name), str) and value]
    text = n.Text(None, " ".join(said) or "".join(urls[:1]))
    if urls:
        return [n.Paragraph(None, (n.Link(None, (text,), urls[0], None),))]
    return [n.Paragraph(None, (text,))] if said else []


# Callouts


def admonition(block: AdmonitionBlock, writer: Writer) -> list[n.Node]:
    """Write a callout: as a directive, an alert or a component."""
    spelling = _spelling(block, writer)
    content = writer.blocks(block.content)
    title = block.title
    if title is not None and writer.moved and not writer.style.titled_admonitions:
        writer.nearest("title of a callout", "strong text in it", writer.moved.place_of(block))
        content = [*writer.strong_line((n.Text(None, title),)), *content]
        title = None
    if spelling.startswith(":::"):
        return _directive(spelling[3:], title, block.anchor, content)
    if spelling.startswith("["):
        return [_alert(spelling.strip("[]"), title, content)]
    name, _, kind = spelling.partition(" type=")
    attributes: dict[str, JsonValue] = {"type": kind} if kind else {}
    if name in BOXES and name not in writer.words:
        attributes["className"] = f"admonition {block.kind}"
    if title is not None:
        attributes["title"] = title
    attributes |= anchored(block)
    if writer.style.one_line_admonitions and len(content) == len(block.content) == 1:
        only = block.content[0]
        line = (
            line_element(name, attributes, writer.in_callout().phrasing(only.markdown, only.components))
            if only.type == "paragraph"
            else None
        )
        if line:
            return [n.Paragraph(None, (line,))]
    return [flow_element(name, attributes, content)]


def _spelling(block: AdmonitionBlock, writer: Writer) -> str:
    """Give how a callout is spelled: as its author did, unless that is another kind or another dialect's."""
    usual = writer.style.admonitions[block.kind]
    if writer.moved:
        if read_kind(usual, writer.words) != block.kind:
            writer.nearest(f"{block.kind} callout", f"`{usual}`", writer.moved.place_of(block))
        return usual
    if not CALLOUT.fullmatch(block.component):
        return usual
    # A component that is in no table is a callout of the project's own.
    own = block.component.partition(" type=")[0] not in writer.words
    kind = read_kind(block.component, writer.words)
    return block.component if kind == block.kind or (own and kind is None) else usual


def anchored(part: Section | Step | AdmonitionBlock | TabItem | AccordionBlock) -> dict[str, JsonValue]:
    """Give the attribute that says the id of a part, where it has one."""
    return {"id": part.anchor} if part.anchor else {}


def _directive(name: str, title: str | None, anchor: str | None, content: list[n.Node]) -> list[n.Node]:
    """Write a directive; around another one its lines have more colons."""
    inner = [match[0] for node in content if isinstance(node, n.Html) and (match := COLONS.match(node.value))]
    colons = ":" * max([3, *(len(run) + 1 for run in inner)])
    label = phrasing((n.Text(None, title),), LABEL) if title else ""
    opening = f"{colons}{name}{f'[{label}]' if label else ''}{f'{{#{anchor}}}' if anchor else ''}"
    # mdast has no directive: its two lines are source.
    return [n.Html(None, opening), *content, n.Html(None, colons)]


def _alert(name: str, title: str | None, content: list[n.Node]) -> n.Node:
    """Write a quotation that starts with the marker; a reference to nothing is the one way to write bare brackets."""
    marker = n.LinkReference(None, (n.Text(None, name),), name.lower(), name, "shortcut")
    first, *others = content or [n.Paragraph(None, ())]
    if title:
        return n.Blockquote(None, (n.Paragraph(None, (marker, n.Text(None, f" {title}"))), first, *others))
    if isinstance(first, n.Paragraph):
        below = (n.Text(None, "\n"), *first.children) if first.children else ()
        return n.Blockquote(None, (n.Paragraph(None, (marker, *below)), *others))
    return n.Blockquote(None, (n.Paragraph(None, (marker,)), first, *others))


# Tabs and accordions


def tabs(block: TabsBlock, writer: Writer) -> list[n.Node]:
    """Write a set of tabs."""
    return tab_set(block.tabs, [writer.blocks(tab.content) for tab in block.tabs], writer)


def tab_set(
    parts: Sequence[TabItem | Section], contents: Sequence[list[n.Node]], writer: Writer
) -> list[n.Node]:
    """Write tabs, or sections as tabs, with these contents; without tabs, one below the other."""
    style = writer.style.tabs
    titles = [part.title for part in parts]
    if style is None:
        writer.lacks("set of tabs", "its tabs below each other")
        heads = [writer.strong_line((n.Text(None, title),) if title else ()) for title in titles]
        return [node for head, content in zip(heads, contents, strict=True) for node in (*head, *content)]
    plain = not any(part.anchor for part in parts)
    if plain and (group := _code_group(titles, contents, style)):
        return [group]
    named = style.items and all(titles) and bool(titles)
    own = style.title if named else style.title or "title"
    values = _values(titles) if style.values else [None] * len(titles)
    tabs = [
        flow_element(style.item, {**_names(own, part.title, value), **anchored(part)}, content)
        for part, value, content in zip(parts, values, contents, strict=True)
    ]
    return [flow_element("Tabs", {"items": list(titles)} if named else {}, tabs)]


def _values(titles: Sequence[str | None]) -> list[str | None]:
    """Give each tab that has a title a value of its own, made of the title."""
    values: list[str | None] = []
    for title in titles:
        value = "-".join(re.findall(r"\w+", title.lower())) or "tab" if title else None
        values.append(f"{value}-{len(values) + 1}" if value is not None and value in values else value)
    return values


def _names(attribute: str | None, title: str | None, value: str | None) -> dict[str, JsonValue]:
    """Give the attributes that say what a tab is called; its value alone where that is the title."""
    said: dict[str, JsonValue] = {} if value is None else {"value": value}
    return {**said, attribute: title} if attribute and title and title != value else said


def _code_group(
    titles: Sequence[str | None], contents: Sequence[list[n.Node]], style: TabsStyle
) -> n.Node | None:
    """Write tabs of one code block each as a group of code blocks, where the style has one that says their titles."""
    codes = [node for content in contents for node in content if isinstance(node, n.Code)]
    single = all(len(content) == 1 for content in contents) and len(codes) == len(contents)
    if style.code is None or not codes or not single or not all(titles):
        return None
    if style.code_titles:
        return flow_element(style.code, {style.code_titles: list(titles)}, codes)
    labels = [code_label(code.lang, code.meta) for code in codes]
    return flow_element(style.code, {}, codes) if labels == list(titles) else None


def accordion(block: AccordionBlock, writer: Writer) -> list[n.Node]:
    """Write an accordion."""
    return [fold(block, writer.blocks(block.content), writer)]


def fold(part: AccordionBlock | Section, content: list[n.Node], writer: Writer) -> n.Node:
    """Write an accordion, or a section as one, with its content."""
    style, title = writer.style, part.title
    if style.accordion != "details":
        said = {**({"title": title} if title else {}), **anchored(part)}
        written = flow_element(style.accordion, said, content)
        return flow_element(style.accordions, {}, [written]) if style.accordions else written
    summary = line_element("summary", {}, (n.Text(None, title),)) if title else None
    return flow_element(
        "details", anchored(part), [*([n.Paragraph(None, (summary,))] if summary else []), *content]
    )
