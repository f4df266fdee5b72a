"""The JSON Schema (2020-12) of every format that guidec emits, made from the models."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from guidec.targets.config_schema import DIALECT
from guidec.targets.typescript import declarations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    JsonSchema = dict[str, Any]

REFERENCE = "#/$defs/"
NULL = {"type": "null"}
WORDS = re.compile(r"[A-Z][a-z0-9]*")


@dataclass(frozen=True, slots=True)
class Format:
    """An emitted format; one row of the table."""

    model: str
    """Module and class of its model."""
    complete: bool = True
    """Whether every key is always there; else a key whose value is not known is left out."""
    version: str = "1"
    """Changes when a field is removed or retyped."""


FORMATS = MappingProxyType(
    {
        "guide": Format("guidec.guide.models:Guide"),
        "draft": Format("guidec.guide.models.draft:Draft", complete=False),
        "index": Format("guidec.targets.published:Catalogue"),
        "manifest": Format("guidec.targets.published:Manifest"),
        "diagnostics": Format("guidec.targets.published:Diagnostics"),
        "diff": Format("guidec.changes.models:Diff"),
        "config": Format("guidec.targets.config_model:Config", complete=False),
        "connector": Format("guidec.targets.connector_model:Connector", complete=False),
    }
)


def json_schema(name: str) -> JsonSchema:
    """Make the JSON Schema of the format `name`; raises KeyError for an unknown one."""
    form = FORMATS[name]
    module, _, class_name = form.model.partition(":")
    model: type[BaseModel] = getattr(import_module(module), class_name)
    schema = model.model_json_schema(mode="serialization" if form.complete else "validation")
    definitions = schema.pop("$defs", {})
    for part in (schema, *list(definitions.values())):
        _tidy(part, definitions, complete=form.complete)
    for part in (schema, *definitions.values()):
        _describe(part, definitions)
    identity = {"$schema": DIALECT, "$id": f"urn:guidec:schema:{name}:{form.version}"}
    ordered = {name: definitions[name] for name in _in_reading_order(schema, definitions)}
    return {**identity, **schema, **({"$defs": ordered} if ordered else {})}


def format_files() -> Iterator[tuple[str, str]]:
    """Make the files that `guidec.targets.schema_files` gives: name and text of each schema and its declarations."""
    for name in FORMATS:
        schema = json_schema(name)
        yield f"{name}.schema.json", json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        yield f"{name}.d.ts", declarations(schema)


def _tidy(schema: JsonSchema, definitions: JsonSchema, *, complete: bool) -> None:
    """Take out what pydantic adds for itself, and name each union of models that stands in the schema."""
    properties: JsonSchema = schema.get("properties", {})
    if properties:
        required = schema.get("required", [])
        schema["required"] = [n for n, p in properties.items() if complete or n in required or "const" in p]
    for part in properties.values():
        part.pop("title", None)
        part.pop("default", None)
        if not complete:
            _without_null(part)
    for part in _children(schema):
        _tidy(part, definitions, complete=complete)
    if schema.pop("discriminator", None):
        _name_union(schema, definitions)


def _without_null(schema: JsonSchema) -> None:
    """Let a value that may be absent not also be null."""
    options = schema.get("anyOf", [])
    if NULL in options:
        rest = [option for option in options if option != NULL]
        schema.update(rest[0] if len(rest) == 1 else {"anyOf": rest})
        if len(rest) == 1:
            del schema["anyOf"]


def _name_union(schema: JsonSchema, definitions: JsonSchema) -> None:
    """Move a union of models to a definition, named by the word that the models' names end in: `Block`."""
    options = schema.pop("oneOf")
    names = [option["$ref"].removeprefix(REFERENCE) for option in options]
    (name,) = {WORDS.findall(name)[-1] for name in names}
    members = ", ".join(f"`{member}`" for member in names)
    definitions[name] = {
        "title": name,
        "description": f"One of {members}, told apart by `type`.",
        "oneOf": options,
    }
    schema["$ref"] = REFERENCE + name


def _children(schema: JsonSchema) -> Iterator[JsonSchema]:
    """Give the schemas directly inside `schema`."""
    yield from schema.get("properties", {}).values()
    for keyword in ("items", "additionalProperties"):
        if isinstance(schema.get(keyword), dict):
            yield schema[keyword]
    for keyword in ("anyOf", "oneOf"):
        yield from schema.get(keyword, [])


def _describe(schema: JsonSchema, definitions: JsonSchema) -> None:
    """Give a property without a description of its own that of the definition to which it refers."""
    for part in schema.get("properties", {}).values():
        if "description" not in part:
            part["description"] = definitions[part["$ref"].removeprefix(REFERENCE)]["description"]


def _in_reading_order(schema: JsonSchema, definitions: JsonSchema) -> list[str]:
    """Give the names of the definitions in the order in which a reader comes to need them."""
    names: dict[str, None] = {}
    pending = [schema]
    while pending:
        part = pending.pop()
        name = part.get("$ref", "").removeprefix(REFERENCE)
        if name and name not in names:
            names[name] = None
            pending.append(definitions[name])
        pending += list(_children(part))[::-1]
    return list(names)
