"""JSX elements made from names and values, and phrasing content in a dialect's spelling."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.literal import evaluate
from guidec.mdx.parse import parse_mdx

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pydantic import JsonValue

    from guidec.guide.dialects.style import Spelling

HTML_MARKS: Mapping[type[n.Node], str] = {n.Strong: "strong", n.Emphasis: "em", n.Delete: "del"}
IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
NOT_PLAIN = re.compile(r"['\\\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
OTHER_SITE = re.compile(r"(?i)(?:https?:)?//")


def flow_element(
    name: str | None, attributes: Mapping[str, JsonValue], children: Iterable[n.Node] = ()
) -> n.MdxJsxFlowElement:
    """Make an element whose tags stand on lines of their own."""
    return n.MdxJsxFlowElement(None, tuple(children), name, _attributes(attributes))


def text_element(
    name: str | None, attributes: Mapping[str, JsonValue], children: Iterable[n.Node] = ()
) -> n.MdxJsxTextElement:
    """Make an element among words."""
    return n.MdxJsxTextElement(None, tuple(children), name, _attributes(attributes))


def joined(nodes: Iterable[n.Node], name: str) -> list[n.Node]:
    """Put accordions in a row into one component `name`."""
    written: list[n.Node] = []
    for is_group, run in groupby(
        nodes, lambda node: isinstance(node, n.MdxJsxFlowElement) and node.name == name
    ):
        siblings = list(run)
        if is_group and isinstance(siblings[0], n.Parent):
            inner = [child for node in siblings if isinstance(node, n.Parent) for child in node.children]
            siblings = [replace(siblings[0], children=tuple(inner))]
        written += siblings
    return written


def line_element(
    name: str, attributes: Mapping[str, JsonValue], children: tuple[n.Node, ...]
) -> n.Node | None:
    """Make an element that stands with its content on one line, or None where it cannot.

    Without a word among them, tags on a line of their own are no paragraph.
    """
    if not any(isinstance(node, SHOWN) for node in children) or any(map(_breaks_line, children)):
        return None
    return text_element(name, attributes, children)


SHOWN = (n.Text, n.InlineCode, n.Link, n.Image, n.Strong, n.Emphasis, n.Delete, n.MdxJsxTextElement)


def _breaks_line(node: n.Node) -> bool:
    return isinstance(node, n.Break) or (isinstance(node, n.Parent) and any(map(_breaks_line, node.children)))


def _attributes(
    values: Mapping[str, JsonValue],
) -> tuple[n.MdxJsxAttribute | n.MdxJsxExpressionAttribute, ...]:
    return tuple(_attribute(name, value) for name, value in values.items())


def _attribute(name: str, value: JsonValue) -> n.MdxJsxAttribute | n.MdxJsxExpressionAttribute:
    if name.startswith("{"):
        return n.MdxJsxExpressionAttribute(None, name[1:-1])
    if value is True:
        return n.MdxJsxAttribute(None, name, None)
    if not isinstance(value, str):
        source = literal(value)
    elif is_expression(value):
        source = value[1:-1]
    else:
        return n.MdxJsxAttribute(None, name, value)
    return n.MdxJsxAttribute(None, name, n.MdxJsxAttributeValueExpression(None, source))


def literal(value: JsonValue) -> str:
    """Write a value as JavaScript: `{ marginLeft: '20px' }`."""
    if isinstance(value, dict):
        pairs = ", ".join(f"{_key(key)}: {literal(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(literal, value))}]"
    if isinstance(value, str) and not NOT_PLAIN.search(value):
        return f"'{value}'"
    return json.dumps(value)


def _key(name: str) -> str:
    return name if IDENTIFIER.fullmatch(name) else literal(name)


def is_expression(value: str) -> bool:
    """Tell whether a string is the source of an expression in braces, rather than text that looks so."""
    if not (value.startswith("{") and value.endswith("}")):
        return False
    root = parse_mdx(f"<x a={value} />")
    return not root.diagnostics and evaluate(value[1:-1], {}) is None


def with_line_breaks(nodes: Sequence[n.Node], *, in_element: bool = False) -> tuple[n.Node, ...]:
    """Give phrasing content with an element for each break that would leave a line of nothing but tags or expressions.

    Such a line ends a paragraph (MDX).
    """
    return tuple(
        text_element("br", {})
        if isinstance(node, n.Break) and _is_markup(behind, in_element)
        else _with_breaks(node)
        for node, behind in zip_longest(nodes, nodes[1:])
    )


def _is_markup(node: n.Node | None, in_element: bool) -> bool:
    return in_element if node is None else isinstance(node, n.MdxJsxTextElement | n.MdxTextExpression)


def _with_breaks(node: n.Node) -> n.Node:
    if not isinstance(node, n.Parent):
        return node
    inside = isinstance(node, n.MdxJsxTextElement)
    return replace(node, children=with_line_breaks(node.children, in_element=inside))


def spelled(nodes: Iterable[n.Node], spelling: Spelling) -> tuple[n.Node, ...]:
    """Give phrasing content of Markdown in a dialect's spelling."""
    return tuple([_spelled(node, spelling) for node in nodes])


def _spelled(node: n.Node, spelling: Spelling) -> n.Node:
    if isinstance(node, n.Link):
        return _link(node, spelling)
    if isinstance(node, n.InlineCode) and spelling.html_code:
        return text_element("code", {}, (_code_words(node.value),))
    if isinstance(node, n.Break) and spelling.html_marks:
        return text_element("br", {})
    if isinstance(node, (n.Strong, n.Emphasis, n.Delete)):
        children = spelled(node.children, spelling)
        if spelling.html_marks:
            return text_element(HTML_MARKS[type(node)], {}, children)
        return type(node)(None, children)
    return node


def _code_words(value: str) -> n.Node:
    """Give what stands in `<code>`; a URL that is all of it is a link to itself there, as everywhere."""
    text = n.Text(None, value)
    return n.Link(None, (text,), value, None) if OTHER_SITE.match(value) and value.isprintable() else text


def _is_address(link: n.Link) -> bool:
    """Tell whether a link shows its own URL; nobody writes an element for that."""
    match link.children:
        case (n.Text(value=value),):
            return value == link.url
    return False


def _link(link: n.Link, spelling: Spelling) -> n.Node:
    children = spelled(link.children, spelling)
    foreign = OTHER_SITE.match(link.url) is not None
    if _is_address(link):
        return n.Link(None, children, link.url, link.title)
    if not (spelling.html_links or (spelling.html_site_links and not foreign)):
        return n.Link(None, children, link.url, link.title)
    title = {} if link.title is None else {"title": link.title}
    return text_element(
        "a", {"href": link.url, **title, **dict(spelling.foreign_link if foreign else ())}, children
    )
