"""What a JSON Schema allows, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reference.text import code

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]

REFERENCE = "#/$defs/"
PLAIN = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "null": "null",
    "object": "object",
}


def words(schema: Schema) -> str:
    """Say what a value may be; a definition is a link to its heading on the same page."""
    if "$ref" in schema:
        return link(schema["$ref"].removeprefix(REFERENCE))
    if "const" in schema:
        return code(schema["const"])
    if "enum" in schema:
        return either(code(value) for value in schema["enum"])
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return either(words(option) for option in options)
    if schema.get("type") == "array":
        return f"list of {words(schema['items'])}"
    if isinstance(schema.get("additionalProperties"), dict):
        return f"object; each value: {words(schema['additionalProperties'])}"
    return PLAIN.get(schema.get("type", ""), "any JSON")


def either(texts: Iterable[str]) -> str:
    """Join alternatives: `a, b or c`."""
    *others, last = dict.fromkeys(texts)
    return f"{', '.join(others)} or {last}" if others else last


def link(name: str) -> str:
    """Lead to the heading of a definition."""
    return f"[{name}](#{name.lower()})"
