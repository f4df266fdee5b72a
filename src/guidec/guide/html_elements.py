"""Elements with the names of HTML, as the mdast nodes that they mean.

One table serves JSX in MDX, HTML in Markdown, and exported pages. A name that is not in it is a component.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from types import MappingProxyType

from pydantic import JsonValue

from guidec.guide.element import Element, as_flow, as_phrasing, is_blank, is_phrasing
from guidec.guide.html_phrases import anchor, phrase, quotation
from guidec.guide.html_table import table, table_cell, table_row
from guidec.mdx import nodes
from guidec.source import Position

Content = tuple[nodes.Node, ...]
Attributes = Mapping[str, JsonValue]
Reader = Callable[[Position | None, Attributes, Content], Content]
"""From an element's position, attributes and content to the nodes that it means."""


def _string(attributes: Attributes, *names: str) -> str | None:
    values = (attributes.get(name) for name in names)
    return next((value for value in values if isinstance(value, str)), None)


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


def inline_code(position: Position | None, _attributes: Attributes, content: Content) -> Content:
    """Read `<code>`; code around a link is code before it, a link of code, and code behind it.

    A bare URL in code is not meant as a link, although GFM makes it one.
    """
    made: list[nodes.Node] = []
    run: list[nodes.Node] = []
    for node in content:
        if isinstance(node, nodes.Link) and raw_text(node.children) != node.url:
            made += [*_code(position, run), replace(node, children=tuple(_code(position, node.children)))]
            run = []
        else:
            run.append(node)
    return (*made, *_code(position, run)) if made else (nodes.InlineCode(position, raw_text(content)),)


def _code(position: Position | None, content: Sequence[nodes.Node]) -> list[nodes.Node]:
    return [nodes.InlineCode(position, raw_text(content))] if content else []


def link(position: Position | None, attributes: Attributes, content: Content) -> Content:
    """Read `<a>`; one without `href` is an anchor."""
    url = _string(attributes, "href")
    if url is None:
        return anchor("a")(position, attributes, content)
    if not all(is_phrasing(node) or isinstance(node, nodes.Paragraph) for node in content):
        return content
    words = (
        part
        for node in as_phrasing(content)
        for part in (node.children if isinstance(node, nodes.Link) else (node,))
    )
    return (nodes.Link(position, tuple(words), url, _string(attributes, "title") or None),)


def image(position: Position | None, attributes: Attributes, _content: Content) -> Content:
    """Read `<img>`."""
    sources = attributes.get("sources")
    url = _string(attributes, "src", "srcset", "img", "light") or ""
    url = url or (_string(sources, "light", "dark") if isinstance(sources, dict) else None) or ""
    called = BUNDLED.fullmatch(url)
    url = called["path"] if called else url
    return (
        nodes.Image(position, url, _string(attributes, "alt") or "", _string(attributes, "title") or None),
    )


BUNDLED = re.compile(r"""\{\s*(?:require|useBaseUrl)\(\s*(["'])(?P<path>[^"']+)\1\s*\)(?:\.default)?\s*\}""")
"""How a page asks its bundler for the address of an image (Docusaurus)."""


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


def preformatted(position: Position | None, attributes: Attributes, content: Content) -> Content:
    """Read `<pre>`, whose attribute `language` is what `language_of` knows."""
    if any(isinstance(node, nodes.Code) for node in content):
        return content
    return (nodes.Code(position, raw_text(content).strip("\r\n"), _string(attributes, "language"), None),)


LANGUAGE = re.compile(r"(?<!\S)lang(?:uage)?-(\S+)")


def language_of(pre: nodes.MdxJsxElement) -> str | None:
    """Give the language of code in `<pre>`: a class `language-NAME` of the `<code>` in it, or of its own."""
    inside = (node.children if isinstance(node, nodes.Paragraph) else (node,) for node in pre.children)
    named = LANGUAGE.search(" ".join(map(_classes, (*chain.from_iterable(inside), pre))))
    return named[1] if named else None


def _classes(node: nodes.Node) -> str:
    """Give the classes that an element is written with."""
    attributes = node.attributes if isinstance(node, nodes.MdxJsxElement) else ()
    return " ".join(
        attribute.value
        for attribute in attributes
        if isinstance(attribute, nodes.MdxJsxAttribute)
        and attribute.name in ("class", "className")
        and isinstance(attribute.value, str)
    )


NAMED = re.compile(r"\{\s*[A-Za-z_$][\w$.]*(?:\([^(){}]*\))?\s*\}")
"""The source of an expression that names what it stands for."""


def as_code(position: Position | None, attributes: Attributes, content: Content) -> Content | None:
    """Read a component that shows code, in an attribute or between its tags; None where nobody knows the code."""
    if any(isinstance(node, Element) for node in content):
        return None
    if any(isinstance(node, nodes.Code) for node in content):
        return content
    code = _string(attributes, "code")
    known = "code" not in attributes or (code is not None and not NAMED.fullmatch(code))
    if not known or any(isinstance(node, nodes.MdxFlowExpression) for node in content):
        return None
    value = raw_text(content).strip("\r\n") if code is None else code
    title = _string(attributes, "title", "filename")
    meta = None if title is None or '"' in title else f'title="{title}"'
    return (nodes.Code(position, value, _string(attributes, "lang", "language"), meta),) if value else None


def raw_text(content: Sequence[nodes.Node]) -> str:
    """Give the text of `content`, white space and all; paragraphs are apart by an empty line."""
    parts: list[str] = []
    for node in content:
        if isinstance(node, nodes.Literal_):
            parts.append(node.value)
        elif isinstance(node, nodes.Break):
            parts.append("\n")
        elif isinstance(node, nodes.Parent):
            apart = "\n\n" if parts and isinstance(node, nodes.Paragraph) else ""
            parts.append(apart + raw_text(node.children))
    return "".join(parts)


_TRANSPARENT = (
    "address article bdi bdo big body center cite dd div dl dt dfn figcaption figure font footer form header "
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
    [
        "address",
        "article",
        "blockquote",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "details",
        "summary",
    ]
)
"""The elements that end a paragraph."""
