"""Elements with the names of HTML, as the mdast nodes that they mean.

One table serves JSX in MDX, HTML in Markdown, and exported pages. A name that is not in it is a component.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from pydantic import JsonValue

from guidec.guide.element import as_flow, as_phrasing, is_blank, is_phrasing
from guidec.guide.html_code import inline_code, preformatted
from guidec.guide.html_phrases import anchor, phrase, quotation
from guidec.guide.html_table import table, table_cell, table_row
from guidec.guide.values import string_attribute
from guidec.mdx import nodes
from guidec.source import Position

Content = tuple[nodes.Node, ...]
Attributes = Mapping[str, JsonValue]
Reader = Callable[[Position | None, Attributes, Content], Content]
"""From an element's position, attributes and content to the nodes that it means."""
BUNDLED = re.compile(r"""\{\s*(?:require|useBaseUrl)\(\s*(["'])(?P<path>[^"']+)\1\s*\)(?:\.default)?\s*\}""")
"""How a page asks its bundler for the address of an image (Docusaurus)."""


def transparent(_position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read an element that says nothing of its own."""
    return content


def paragraph(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<p>`; blocks that browsers would move out of it stand beside it."""
    if all(is_phrasing(node) for node in content):
        return (nodes.Paragraph(position, content),) if not all(map(is_blank, content)) else ()
    return as_flow(content)


def heading(depth: int) -> Reader:
    """Read `<h1>` to `<h6>`."""

    def read(position: Position | None, _attributes: Attributes, content: Content) -> Content:
        return (nodes.Heading(position, as_phrasing(content), depth),)

    return read


def strong(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<strong>`."""
    return (nodes.Strong(position, as_phrasing(content)),)


def emphasis(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<em>`."""
    return (nodes.Emphasis(position, as_phrasing(content)),)


def delete(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<del>`."""
    return (nodes.Delete(position, as_phrasing(content)),)


def link(position: Position | None, attributes: Attributes, content: Content) -> Content:
    """Read `<a>`; one without `href` is an anchor."""
    url = string_attribute(attributes, "href")
    if url is None:
        return anchor("a")(position, attributes, content)
    if not all(is_phrasing(node) or isinstance(node, nodes.Paragraph) for node in content):
        return content
    words = (
        part
        for node in as_phrasing(content)
        for part in (node.children if isinstance(node, nodes.Link) else (node,))
    )
    return (nodes.Link(position, tuple(words), url, string_attribute(attributes, "title") or None),)


def image(position: Position | None, attributes: Attributes, _content: Content) -> Content:
    """Read `<img>`, and the components that stand for it: some name their sources, one for each theme."""
    sources = attributes.get("sources")
    url = string_attribute(attributes, "src", "srcset", "img", "light") or ""
    url = url or (string_attribute(sources, "light", "dark") if isinstance(sources, dict) else None) or ""
    called = BUNDLED.fullmatch(url)
    url = called["path"] if called else url
    alt, title = string_attribute(attributes, "alt") or "", string_attribute(attributes, "title") or None
    return (nodes.Image(position, url, alt, title),)


def line_break(position: Position | None, _attributes: Attributes, _content: Content) -> Content:
    """Read `<br>`."""
    return (nodes.Break(position),)


def thematic_break(position: Position | None, _attributes: Attributes, _content: Content) -> Content:
    """Read `<hr>`."""
    return (nodes.ThematicBreak(position),)


def blockquote(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<blockquote>`."""
    return (nodes.Blockquote(position, as_flow(content)),)


def list_item(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<li>`."""
    return (nodes.ListItem(position, as_flow(content), None, spread=False),)


def list_of(*, ordered: bool) -> Reader:
    """Read `<ul>` or `<ol>`; what stands outside of its items becomes an item."""

    def read(position: Position | None, attributes: Attributes, content: Content) -> Content:
        items = tuple(
            node
            if isinstance(node, nodes.ListItem)
            else nodes.ListItem(node.position, as_flow([node]), None, spread=False)
            for node in as_flow(content)
        )
        first = attributes.get("start")
        start = int(first) if isinstance(first, (int, str)) and str(first).isdecimal() else 1
        return (
            (nodes.List(position, items, ordered, start if ordered else None, spread=False),) if items else ()
        )

    return read


_TRANSPARENT = (
    "address article aside bdi bdo big body center cite dd div dl dt dfn figcaption figure font footer form header "
    "hgroup html label main nav picture section tbody tfoot thead time wbr"
)
PHRASES = frozenset({"abbr", "ins", "kbd", "mark", "small", "sub", "sup", "u"})
"""What stays an element among words."""

READERS: Mapping[str, Reader] = MappingProxyType(
    {
        **dict.fromkeys(_TRANSPARENT.split(), transparent),
        **{name: phrase(name) for name in sorted(PHRASES)},
        **{f"h{depth}": heading(depth) for depth in range(1, 7)},
        "p": paragraph,
        "strong": strong,
        "b": strong,
        "em": emphasis,
        "i": emphasis,
        "var": emphasis,
        "del": delete,
        "s": delete,
        "strike": delete,
        "code": inline_code,
        "tt": inline_code,
        "samp": inline_code,
        "q": quotation,
        "span": anchor("span"),
        "a": link,
        "img": image,
        "br": line_break,
        "hr": thematic_break,
        "blockquote": blockquote,
        "li": list_item,
        "ul": list_of(ordered=False),
        "ol": list_of(ordered=True),
        "pre": preformatted,
        "table": table,
        "tr": table_row,
        "td": table_cell,
        "th": table_cell,
    }
)
"""By the name of the element."""

FLOW_NAMES = frozenset(
    (
        "address article aside blockquote center dd details div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr "
        "li main nav ol p pre section summary table tbody td tfoot th thead tr ul"
    ).split()
)
"""The elements that end a paragraph."""
