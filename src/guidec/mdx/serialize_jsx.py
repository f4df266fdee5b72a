"""JSX tags, attributes and expressions as MDX source."""

from __future__ import annotations

import re

from guidec.mdx import nodes as n
from guidec.mdx.escape import character_reference, line_feeds

REFERENCE = re.compile(r"&(?=#?[0-9A-Za-z]+;)")


def expression(value: str) -> str:
    """Write an expression in braces.

    Two columns before each further line are taken off when it is read (micromark-factory-mdx-expression).
    """
    return "{" + line_feeds(value).replace("\n", "\n  ") + "}"


def opening_tag(element: n.MdxJsxElement, *, in_cell: bool = False) -> str:
    """Write the tag that starts an element, or all of an element without children."""
    parts = [element.name or "", *(attribute(one, in_cell=in_cell) for one in element.attributes)]
    # A fragment has no form that closes itself.
    return f"<{' '.join(parts)}{' /' if element.name and not element.children else ''}>"


def closing_tag(element: n.MdxJsxElement) -> str:
    """Write the tag that ends an element; nothing where the opening tag already did."""
    return f"</{element.name or ''}>" if element.children or not element.name else ""


def attribute(node: n.MdxJsxAttribute | n.MdxJsxExpressionAttribute, *, in_cell: bool = False) -> str:
    """Write one attribute; in a table cell a bar would end the cell."""
    if isinstance(node, n.MdxJsxExpressionAttribute):
        return expression(node.value)
    if node.value is None:
        return node.name
    if isinstance(node.value, n.MdxJsxAttributeValueExpression):
        return f"{node.name}={expression(node.value.value)}"
    value = quoted(node.value)
    return f"{node.name}={value.replace('|', character_reference('|')) if in_cell else value}"


def quoted(value: str) -> str:
    """Write a string between quotation marks: JSX knows character references, but no backslashes."""
    text = REFERENCE.sub("&amp;", line_feeds(value)).replace('"', "&#x22;")
    # A line's indentation is not part of the value, so a line ending cannot stay one.
    return '"' + text.replace("\n", "&#xA;") + '"'
