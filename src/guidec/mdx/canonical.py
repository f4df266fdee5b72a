"""Phrasing content as canonical CommonMark: what the `markdown` fields of a guide hold.

HTML's inline elements become their Markdown equivalents, other JSX its content, and white space collapses, so
that two spellings of one meaning give one text. An expression stays as its source in braces, escaped so that
CommonMark reads it as text; a brace that is text is escaped itself.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import compress, groupby, zip_longest
from operator import is_
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.escape import escape_text, line_feeds
from guidec.mdx.serialize_phrasing import phrasing
from guidec.mdx.surroundings import Surroundings
from guidec.mdx.text import is_comment, join_texts, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# No-break spaces are an author's choice and stay. To leave each single space as it is takes a third of the time.
WHITE_SPACE = re.compile(r"[^\S\u00A0\u2007\u202F](?:[^\S\u00A0\u2007\u202F]+|(?<! ))")
SPECIAL = re.compile(r"[\\`*_~\[\]{}<>&]")
MARKS = (n.Strong, n.Emphasis, n.Delete, n.Link)
DELIMITED = (n.Strong, n.Emphasis, n.Delete, n.InlineCode)


def phrasing_to_markdown(
    nodes: Iterable[n.Node], definitions: Mapping[str, n.Definition] = MappingProxyType({})
) -> str:
    """Write phrasing content as one paragraph of CommonMark with GFM's strikethrough and footnote marks.

    Rendered, it shows the text that `plain_text` gives, and the images. References become links to what
    `definitions` (by identifier) say, or their text alone. House style: `guidec.mdx.serialize_phrasing`.
    """
    content = tuple(nodes)
    match content:
        case (n.Text(value=value),):  # most content is, and gets here in a tenth of the calls
            return escape_text(WHITE_SPACE.sub(" ", value).strip(" "))
    return phrasing(_trim(_tidy(_canonical_all(content, definitions))), Surroundings())


def _canonical_all(nodes: Iterable[n.Node], definitions: Mapping[str, n.Definition]) -> list[n.Node]:
    return [plain for node in nodes for plain in _canonical(node, definitions)]


def _canonical(node: n.Node, definitions: Mapping[str, n.Definition]) -> list[n.Node]:
    """Give what stands for a node in CommonMark."""
    if isinstance(node, (n.Text, n.Break, n.Image, n.FootnoteReference)):
        return [node]
    if isinstance(node, n.InlineCode):
        return _code(line_feeds(node.value).replace("\n", " "))
    if isinstance(node, n.MdxTextExpression):
        return [] if is_comment(node.value) else [replace(node, value=_escaped(node.value))]
    if isinstance(node, n.ImageReference):
        target = definitions.get(node.identifier)
        return [n.Image(None, target.url, node.alt, target.title)] if target else []
    if not isinstance(node, n.Parent):
        return []
    children = _tidy(_canonical_all(node.children, definitions))
    if isinstance(node, n.LinkReference):
        target = definitions.get(node.identifier)
        return _link(children, target.url, target.title) if target else children
    if isinstance(node, n.Link):
        return _link(children, node.url, node.title)
    if isinstance(node, (n.Strong, n.Emphasis, n.Delete)):
        return _mark(type(node), children)
    if isinstance(node, n.MdxJsxElement) and node.name in INLINE_HTML:
        return INLINE_HTML[node.name](node, children)
    return children


def _escaped(expression: str) -> str:
    return SPECIAL.sub(lambda match: "\\" + match[0], WHITE_SPACE.sub(" ", expression))


# HTML's inline elements


def _mark(kind: type[n.Strong] | type[n.Emphasis] | type[n.Delete], children: list[n.Node]) -> list[n.Node]:
    """Mark content, once: strong text in strong text is no stronger."""
    return [kind(None, tuple(_without(kind, children)))] if children else []


def _link(children: list[n.Node], url: str, title: str | None) -> list[n.Node]:
    """Link content; a link cannot hold another, so an inner one gives its text."""
    return [n.Link(None, tuple(_without(n.Link, children)), url, title)]


def _without(kind: type[n.Parent], nodes: Iterable[n.Node]) -> list[n.Node]:
    """Give `nodes` with the content of each mark of a kind in its place."""
    plain: list[n.Node] = []
    for node in nodes:
        if not isinstance(node, MARKS):
            plain.append(node)
        elif isinstance(node, kind):
            plain += _without(kind, node.children)
        else:
            plain.append(replace(node, children=tuple(_without(kind, node.children))))
    return _tidy(plain)


def _code(value: str) -> list[n.Node]:
    return [n.InlineCode(None, value)] if value else []


def _attribute(element: n.MdxJsxElement, name: str) -> str | None:
    for attribute in element.attributes:
        if (
            isinstance(attribute, n.MdxJsxAttribute)
            and attribute.name == name
            and isinstance(attribute.value, str)
        ):
            return attribute.value
    return None


def _anchor(element: n.MdxJsxElement, children: list[n.Node]) -> list[n.Node]:
    href = _attribute(element, "href")
    return children if href is None else _link(children, href, _attribute(element, "title"))


def _img(element: n.MdxJsxElement, children: list[n.Node]) -> list[n.Node]:
    source = _attribute(element, "src")
    if source is None:
        return children
    return [n.Image(None, source, _attribute(element, "alt") or "", _attribute(element, "title"))]


INLINE_HTML: Mapping[str | None, Callable[[n.MdxJsxElement, list[n.Node]], list[n.Node]]] = {
    "strong": lambda _, children: _mark(n.Strong, children),
    "b": lambda _, children: _mark(n.Strong, children),
    "em": lambda _, children: _mark(n.Emphasis, children),
    "i": lambda _, children: _mark(n.Emphasis, children),
    "del": lambda _, children: _mark(n.Delete, children),
    "s": lambda _, children: _mark(n.Delete, children),
    "var": lambda _, children: _mark(n.Emphasis, children),
    "code": lambda element, _: _code(plain_text(element.children)),
    "samp": lambda element, _: _code(plain_text(element.children)),
    "q": lambda _, children: [n.Text(None, "“"), *children, n.Text(None, "”")],
    "a": _anchor,
    "br": lambda _, children: [n.Break(None), *children],
    "img": _img,
}


# White space


def _tidy(nodes: Iterable[n.Node]) -> list[n.Node]:
    """Collapse white space and move it out of marks and links, where no delimiter can stand beside it."""
    nodes = list(nodes)
    match nodes:
        case [n.Text(value=value)]:  # as in most marks
            tidy = WHITE_SPACE.sub(" ", value)
            return nodes if tidy == value and tidy else [n.Text(None, tidy)] if tidy else []
    pieces = [piece for node in nodes for piece in (_hoist(node) if isinstance(node, MARKS) else (node,))]
    joined = join_texts(_merged(pieces))
    tidied: list[n.Node] = []
    for node, following in zip_longest(joined, joined[1:]):
        if not isinstance(node, n.Text):
            tidied.append(node)
            continue
        value = WHITE_SPACE.sub(" ", node.value)
        value = value.removeprefix(" ") if tidied and isinstance(tidied[-1], n.Break) else value
        value = value.removesuffix(" ") if isinstance(following, n.Break) else value
        if value:
            tidied.append(node if value == node.value else n.Text(None, value))
    return tidied


def _merged(nodes: list[n.Node]) -> Iterable[n.Node]:
    """Make one of equal marks side by side: their delimiters would run together."""
    kinds = [*map(type, nodes)]
    if not any(kind in DELIMITED for kind in compress(kinds, map(is_, kinds, kinds[1:]))):
        return nodes
    return [merged for kind, run in groupby(nodes, type) for merged in _merged_run(kind, list(run))]


def _merged_run(kind: type[n.Node], run: list[n.Node]) -> list[n.Node]:
    if issubclass(kind, n.InlineCode):
        return [n.InlineCode(None, "".join(node.value for node in run if isinstance(node, n.InlineCode)))]
    if issubclass(kind, (n.Emphasis, n.Strong, n.Delete)):
        content = (child for node in run if isinstance(node, n.Parent) for child in node.children)
        return [kind(None, tuple(_tidy(content)))]
    return run


def _hoist(node: n.Emphasis | n.Strong | n.Delete | n.Link) -> list[n.Node]:
    """Give a mark with the spaces and line breaks of its edges beside it."""
    children = list(node.children)
    before, after = _peel(children, 0), _peel(children, -1)
    if not before and not after and children:
        return [node]
    kept = [replace(node, children=tuple(children))] if children or isinstance(node, n.Link) else []
    return [*before, *kept, *reversed(after)]


def _trim(nodes: list[n.Node]) -> list[n.Node]:
    """Take spaces and line breaks off both ends."""
    children = list(nodes)
    _peel(children, 0)
    _peel(children, -1)
    return children


def _peel(children: list[n.Node], end: int) -> list[n.Node]:
    """Take the spaces and line breaks off one end of `children` and give them, outermost first."""
    peeled: list[n.Node] = []
    while children:
        edge = children[end]
        if isinstance(edge, n.Text) and edge.value[end] == " ":
            rest = edge.value[1:] if end == 0 else edge.value[:-1]
            children[end : end + 1 or None] = [n.Text(None, rest)] if rest else []
            peeled.append(n.Text(None, " "))
        elif isinstance(edge, n.Break):
            peeled.append(children.pop(end))
        else:
            break
    return peeled
