"""The page of a format that guidec reads or writes, from its JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.targets.schemas import json_schema
from reference.schema_words import words
from reference.text import code, page, table, without_tags

if TYPE_CHECKING:
    from reference.schema_words import Schema

SCHEMA = """\
Its JSON Schema is printed by `guidec schema {name}`, and written to `build/schema/{name}.schema.json` by every build,
beside TypeScript types in `{name}.d.ts`. This page is made from it.
"""
COMPLETE = "Every key is always there; what is not known is `null`, an empty list or an empty text."
FILES = {
    "guide": "The typed guide: `build/json/ID.json`, one for each guide. `guidec render` reads it, too.",
    "draft": "A guide as you write it from nothing, in YAML or JSON: [guides from data](../how-to/drafts.md).",
    "index": "The catalogue of all guides: `build/index.json`.",
    "manifest": "Which inputs and outputs belong together: `build/manifest.json`.",
    "diagnostics": "What is wrong: `guidec check --output-format json`.",
    "diff": "[What changed](../how-to/diff.md): `guidec diff --output-format json`.",
    "config": "A configuration to be [filled in](../how-to/configurations.md): `build/config/ID.yaml`.",
    "connector": "The block for a StackOne connector file: `build/connector/ID.yaml`.",
}
"""What each format is, and where it is met."""


def format_page(name: str) -> str:
    """Write the page."""
    schema = json_schema(name)
    parts = {schema["title"]: schema, **schema.get("$defs", {})}
    marked = any(_optional(part) for part in parts.values())
    return page(
        f"# The format {name}",
        FILES[name],
        SCHEMA.format(name=name),
        "A key with a star must be there." if marked else COMPLETE,
        *(_definition(title, part, marked) for title, part in parts.items()),
    )


def _definition(title: str, schema: Schema, marked: bool) -> str:
    properties = schema.get("properties", {})
    stars = set(properties) - _optional(schema) if marked else set()
    rows = (
        [code(key) + (" *" if key in stars else ""), words(part), without_tags(part.get("description", ""))]
        for key, part in properties.items()
    )
    about = "" if "oneOf" in schema else without_tags(schema.get("description", ""))
    return page(f"## {title}", about, table("key | value | what it is", rows), _value(schema))


def _optional(schema: Schema) -> set[str]:
    return set(schema.get("properties", {})) - set(schema.get("required", ()))


def _value(schema: Schema) -> str:
    """Say what is allowed where it is no object with known keys."""
    if "properties" in schema:
        return ""
    if "oneOf" in schema:
        return f"One of these, told apart by `type`: {words(schema)}."
    return f"Value: {words(schema)}."
