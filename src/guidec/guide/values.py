"""The values of expressions and attributes, as far as they are known without running anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx import nodes
from guidec.mdx.literal import evaluate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from guidec.source import Position


def attribute_values(node: nodes.MdxJsxElement, names: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Give an element's attributes as values; what is no literal stays as its source in braces."""
    values: dict[str, JsonValue] = {}
    for attribute in node.attributes:
        if isinstance(attribute, nodes.MdxJsxExpressionAttribute):
            values[f"{{{attribute.value}}}"] = True
        elif isinstance(attribute.value, nodes.MdxJsxAttributeValueExpression):
            source = attribute.value.value
            literal = evaluate(source, names)
            values[attribute.name] = literal.value if literal is not None else f"{{{source}}}"
        else:
            values[attribute.name] = True if attribute.value is None else attribute.value
    return values


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
