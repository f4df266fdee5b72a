"""TypeScript declarations from a JSON Schema: an interface for each object, a type for each union."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    JsonSchema = dict[str, Any]

WIDTH = 100
IDENTIFIER = re.compile(r"[A-Za-z_$][A-Za-z0-9_$]*")
PRIMITIVES = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}
ANY_JSON = """\
/** Any JSON value. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject extends Record<string, JsonValue> {}"""


def declarations(schema: JsonSchema) -> str:
    """Write the declarations of `schema` and of all its definitions, the whole before its parts."""
    parts = {schema["title"]: schema, **schema.get("$defs", {})}
    texts = [declaration(name, part) for name, part in parts.items()]
    return f"// {schema['$id']}\n\n" + "\n\n".join(texts) + "\n"


def declaration(name: str, schema: JsonSchema) -> str:
    """Write one exported interface or type; a schema that allows anything is pydantic's `JsonValue`."""
    if not schema.keys() - {"title", "description"}:
        return ANY_JSON
    comment = jsdoc(schema.get("description", ""), "")
    if "properties" not in schema:
        return f"{comment}export type {name} ={alias(name, schema)};"
    required = schema.get("required", [])
    members = [member(key, part, key in required) for key, part in schema["properties"].items()]
    return f"{comment}export interface {name} {{\n" + "".join(members) + "}"


def member(key: str, schema: JsonSchema, required: bool) -> str:
    """Write one property of an interface, indented."""
    name = key if IDENTIFIER.fullmatch(key) else json.dumps(key)
    mark = "" if required else "?"
    return f"{jsdoc(schema.get('description', ''), '  ')}  {name}{mark}: {type_of(schema)};\n"


def alias(name: str, schema: JsonSchema) -> str:
    """Write the right side of a type alias, a long union on several lines."""
    options = union(schema)
    line = " | ".join(options)
    if len(line) + len(name) < WIDTH - 16:
        return f" {line}"
    return "".join(f"\n  | {option}" for option in options)


def type_of(schema: JsonSchema) -> str:
    """Write the type of a schema inside another."""
    return " | ".join(union(schema))


def union(schema: JsonSchema) -> list[str]:
    """Give the alternatives that a schema allows, each as a type."""
    if "$ref" in schema:
        return [schema["$ref"].rpartition("/")[2]]
    if "const" in schema:
        return [json.dumps(schema["const"])]
    if "enum" in schema:
        return [json.dumps(value) for value in schema["enum"]]
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return list(dict.fromkeys(_flattened(options)))
    if schema["type"] == "array":
        item = type_of(schema["items"])
        return [f"({item})[]" if " " in item else f"{item}[]"]
    if schema["type"] == "object":
        return [f"Record<string, {type_of(schema['additionalProperties'])}>"]
    return [PRIMITIVES[schema["type"]]]


def _flattened(options: list[JsonSchema]) -> Iterator[str]:
    for option in options:
        yield from union(option)


def jsdoc(text: str, indent: str) -> str:
    """Write a description as a comment, wrapped; nothing for nothing."""
    if not text:
        return ""
    safe = text.replace("*/", "*\\/")
    if len(safe) + len(indent) + 7 <= WIDTH:
        return f"{indent}/** {safe} */\n"
    lines = textwrap.wrap(safe, WIDTH - len(indent) - 3, break_long_words=False, break_on_hyphens=False)
    return f"{indent}/**\n" + "".join(f"{indent} * {line}\n" for line in lines) + f"{indent} */\n"
