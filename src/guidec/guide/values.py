"""The values of expressions and attributes, as far as they are known without running anything."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.mdx import nodes
from guidec.mdx.literal import evaluate
from guidec.mdx.parse import parse_mdx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic import JsonValue

    from guidec.source import Position


VARIABLE = re.compile(r"\{([A-Za-z_$][\w$]*)\}")
LONGEST_ELEMENT = 500
"""Characters of an element in an expression that are parsed, once for each of the expressions around them."""


def attribute_values(
    node: nodes.MdxJsxElement, names: Mapping[str, JsonValue]
) -> tuple[dict[str, JsonValue], int]:
    """Give an element's attributes as values, and how much names brought into them.

    What is no literal stays as its source in braces.
    """
    brought = 0
    values: dict[str, JsonValue] = {}
    for attribute in node.attributes:
        if isinstance(attribute, nodes.MdxJsxExpressionAttribute):
            values[f"{{{attribute.value}}}"] = True
        elif isinstance(attribute.value, nodes.MdxJsxAttributeValueExpression):
            source = attribute.value.value
            literal = evaluate(source, names)
            brought += literal.brought if literal is not None else 0
            values[attribute.name] = literal.value if literal is not None else f"{{{source}}}"
        else:
            values[attribute.name] = True if attribute.value is None else attribute.value
    return values, brought


def string_attribute(attributes: Mapping[str, JsonValue], *names: str) -> str | None:
    """Give the first of the attributes `names` that is a string, an empty one, too."""
    values = (attributes.get(name) for name in names)
    return next((value for value in values if isinstance(value, str)), None)


def with_values(code: str, names: Mapping[str, JsonValue], may_bring: Callable[[int], bool]) -> str:
    """Give code with the values of names that stand in it between braces, without a space."""

    def value(match: re.Match[str]) -> str:
        found = names.get(match[1])
        return found if isinstance(found, str) and may_bring(len(found)) else match[0]

    return VARIABLE.sub(value, code)


def as_element(source: str, position: Position | None) -> nodes.Node | None:
    """Give the element that an expression is, as in `{<h3>Step</h3>}`; its place is that of the expression."""
    if not source.startswith("<") or len(source) > LONGEST_ELEMENT:
        return None
    root = parse_mdx(source)
    only = root.children[0] if len(root.children) == 1 and not root.diagnostics else None
    if isinstance(only, nodes.Paragraph) and len(only.children) == 1:
        only = only.children[0]
    return _placed(only, position) if isinstance(only, nodes.MdxJsxElement) else None


def _placed(node: nodes.Node, position: Position | None) -> nodes.Node:
    if isinstance(node, nodes.Parent):
        node = replace(node, children=tuple(_placed(child, position) for child in node.children))
    return replace(node, position=position)


def as_text(value: JsonValue, position: Position | None) -> tuple[nodes.Node, ...]:
    """Give an evaluated expression as React shows it: null and booleans show nothing, a list shows its items."""
    if value is None or isinstance(value, bool):
        return ()
    if isinstance(value, list):
        return tuple(node for item in value for node in as_text(item, position))
    if isinstance(value, dict):
        return ()
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return (nodes.Text(position, text),)
