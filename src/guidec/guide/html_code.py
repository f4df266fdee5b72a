"""Code of HTML, and of components that show code: as it is written, white space and all."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from guidec.guide.element import Element
from guidec.guide.values import string_attribute
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.guide.html_elements import Attributes, Content
    from guidec.source import Position

LANGUAGE = re.compile(r"(?<!\S)lang(?:uage)?-(\S+)")
NAMED = re.compile(r"\{\s*[A-Za-z_$][\w$.]*(?:\([^(){}]*\))?\s*\}")
"""The source of an expression that names what it stands for."""


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


def preformatted(position: Position | None, attributes: Attributes, content: Content) -> Content:
    """Read `<pre>`, whose attribute `language` is what `language_of` knows."""
    if any(isinstance(node, nodes.Code) for node in content):
        return content
    return (
        nodes.Code(position, raw_text(content).strip("\r\n"), string_attribute(attributes, "language"), None),
    )


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


def as_code(position: Position | None, attributes: Attributes, content: Content) -> Content | None:
    """Read a component that shows code, in an attribute or between its tags; None where nobody knows the code."""
    if any(isinstance(node, Element) for node in content):
        return None
    if any(isinstance(node, nodes.Code) for node in content):
        return content
    code = string_attribute(attributes, "code")
    known = "code" not in attributes or (code is not None and not NAMED.fullmatch(code))
    if not known or any(isinstance(node, nodes.MdxFlowExpression) for node in content):
        return None
    value = raw_text(content).strip("\r\n") if code is None else code
    title = string_attribute(attributes, "title", "filename")
    meta = None if title is None or '"' in title else f'title="{title}"'
    return (
        (nodes.Code(position, value, string_attribute(attributes, "lang", "language"), meta),)
        if value
        else None
    )


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
