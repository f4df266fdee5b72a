from __future__ import annotations

import re
from typing import Any

import pytest

from guidec.targets.schemas import FORMATS, json_schema
from guidec.targets.typescript import declarations

SCHEMA: dict[str, Any] = {
    "$id": "urn:example",
    "title": "Pet",
    "description": "A pet, and " + "more and " * 10 + "more about it.",
    "type": "object",
    "properties": {
        "name": {"type": "string", "description": "Its name */ here."},
        "kind": {"$ref": "#/$defs/Kind"},
        "age": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        "weights": {"type": "array", "items": {"anyOf": [{"type": "number"}, {"type": "null"}]}},
        "parts": {"type": "array", "items": {"$ref": "#/$defs/Part"}},
        "a-b": {"type": "object", "additionalProperties": {"type": "boolean"}},
    },
    "required": ["name", "kind"],
    "$defs": {
        "Kind": {"enum": ["cat", "dog"], "type": "string"},
        "Part": {"oneOf": [{"$ref": "#/$defs/Leg"}, {"$ref": "#/$defs/Tail"}], "description": "A part."},
        "Leg": {"properties": {"type": {"const": "leg", "type": "string"}}, "required": ["type"]},
        "Tail": {"properties": {"type": {"const": "tail", "type": "string"}}, "required": ["type"]},
    },
}

DECLARATIONS = """\
// urn:example

/**
 * A pet, and more and more and more and more and more and more and more and more and more and more
 * and more about it.
 */
export interface Pet {
  /** Its name *\\/ here. */
  name: string;
  kind: Kind;
  age?: number | null;
  weights?: (number | null)[];
  parts?: Part[];
  "a-b"?: Record<string, boolean>;
}

export type Kind = "cat" | "dog";

/** A part. */
export type Part = Leg | Tail;

export interface Leg {
  type: "leg";
}

export interface Tail {
  type: "tail";
}
"""


def test_declarations_exactly() -> None:
    assert declarations(SCHEMA) == DECLARATIONS


@pytest.mark.parametrize("name", FORMATS)
def test_declarations_of_every_format_read_well(name: str) -> None:
    text = declarations(json_schema(name))
    names = re.findall(r"^export (?:interface|type) (\w+)", text, re.MULTILINE)
    assert len(names) == len(set(names))
    assert not any(re.search(r"[a-z]\d$", name) for name in names)
    assert "unknown" not in text
    assert "any" not in re.findall(r": (\w+)", text)
    assert not re.search(r"\[\w+(?::| in) ", text)  # index signatures and mapped types
    assert max(map(len, text.splitlines())) <= 102


def test_blocks_are_a_discriminated_union() -> None:
    text = declarations(json_schema("guide"))
    union = re.search(r"export type Block =((?:\n  \| \w+)+);", text)
    assert union is not None
    for name in re.findall(r"\w+", union[1]):
        interface = text.partition(f"export interface {name} {{")[2].partition("}")[0]
        assert re.search(r'\n  type: "[a-z]+";', interface), name
