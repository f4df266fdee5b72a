"""The attributes of a scanned tag as nodes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guidec.mdx.expression import Expression
from guidec.mdx.nodes import MdxJsxAttribute, MdxJsxAttributeValueExpression, MdxJsxExpressionAttribute
from guidec.mdx.tag import Spread

if TYPE_CHECKING:
    from guidec.mdx.tag import Attribute, Tag
    from guidec.source import Position

Place = Callable[[int, int], "Position"]
"""Gives the position of a stretch of the text that was scanned."""


def attribute_nodes(tag: Tag, place: Place) -> tuple[MdxJsxAttribute | MdxJsxExpressionAttribute, ...]:
    """Give the attributes of a tag, in order."""
    return tuple(
        MdxJsxExpressionAttribute(place(attribute.start, attribute.end), attribute.value)
        if isinstance(attribute, Spread)
        else _attribute(attribute, place)
        for attribute in tag.attributes
    )


def _attribute(attribute: Attribute, place: Place) -> MdxJsxAttribute:
    value = attribute.value
    position = place(attribute.start, attribute.end)
    if isinstance(value, Expression):
        # As in the reference, the expression has no position of its own.
        return MdxJsxAttribute(position, attribute.name, MdxJsxAttributeValueExpression(None, value.value))
    return MdxJsxAttribute(position, attribute.name, value)
