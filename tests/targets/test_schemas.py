from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from guidec.config.schema import project_schema
from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.json_format import to_json
from guidec.diagnostics.rules.outputs import OUTPUT_INVALID
from guidec.guide.models import Guide
from guidec.source import Source
from guidec.targets import TARGETS
from guidec.targets.catalogue import catalogue_entry
from guidec.targets.schema_files import schema_files, schema_text
from guidec.targets.schemas import FORMATS, format_files, json_schema
from guidec.targets.target import Options
from guides import actions_guide, rich_guide, small_guide

GUIDES = [small_guide(), actions_guide(), rich_guide()]


def parts_of(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give every schema inside a schema, itself included."""
    pending = [schema]
    while pending:
        part = pending.pop()
        yield part
        for keyword in ("properties", "$defs"):
            pending += part.get(keyword, {}).values()
        for keyword in ("anyOf", "oneOf"):
            pending += part.get(keyword, [])
        pending += [part[k] for k in ("items", "additionalProperties") if isinstance(part.get(k), dict)]


@pytest.mark.parametrize("name", FORMATS)
def test_schema_is_one_of_2020_12_with_an_id(name: str) -> None:
    schema = json_schema(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:guidec:schema:{name}:1"


@pytest.mark.parametrize("name", FORMATS)
def test_everything_is_described_and_every_reference_leads_somewhere(name: str) -> None:
    schema = json_schema(name)
    definitions = schema.get("$defs", {})
    for part in parts_of(schema):
        for property_name, value in part.get("properties", {}).items():
            assert value.get("description"), property_name
        reference = part.get("$ref")
        assert reference is None or reference.removeprefix("#/$defs/") in definitions
        assert "discriminator" not in part
    assert all(part.get("description") for key, part in definitions.items() if key != "JsonValue")


@pytest.mark.parametrize("name", FORMATS)
def test_objects_are_closed(name: str) -> None:
    for part in parts_of(json_schema(name)):
        if "properties" in part:
            assert part["additionalProperties"] is False


def test_blocks_are_one_named_union() -> None:
    block = json_schema("guide")["$defs"]["Block"]
    assert len(block["oneOf"]) == 15
    assert json_schema("guide")["properties"]["intro"]["items"] == {"$ref": "#/$defs/Block"}


@pytest.mark.parametrize("made", GUIDES, ids=lambda made: made.title)
@pytest.mark.parametrize(
    ("target", "name"), [("json", "guide"), ("config", "config"), ("connector", "connector")]
)
def test_outputs_are_valid(made: Guide, target: str, name: str) -> None:
    text = next(iter(TARGETS[target].render(made, Options()).files.values()))
    values = json.loads(text) if target == "json" else yaml.safe_load(text)
    Draft202012Validator(json_schema(name)).validate(values)


def test_every_key_of_a_guide_is_required() -> None:
    values = json.loads(small_guide().model_dump_json())
    validator = Draft202012Validator(json_schema("guide"))
    for key in values:
        assert not validator.is_valid({k: v for k, v in values.items() if k != key})


def test_catalogue_is_valid() -> None:
    entries = [json.loads(catalogue_entry(made).model_dump_json()) for made in GUIDES]
    Draft202012Validator(json_schema("index")).validate({"schema_version": "1", "guides": entries})


def test_diagnostics_are_valid() -> None:
    place = Source("text", "a.mdx").span(0, 2)
    found = [
        Diagnostic.at(OUTPUT_INVALID, "Unexpected", place, notes=(Note.at("Here", place),), suggestion="x"),
        Diagnostic.in_file(OUTPUT_INVALID, "Unexpected", "b.mdx"),
    ]
    Draft202012Validator(json_schema("diagnostics")).validate(json.loads(to_json(found)))


def test_published_files_are_those_of_the_models() -> None:
    files = dict(schema_files())
    made = {f"schema/{name}": text for name, text in format_files()}
    project = json.dumps(project_schema(), ensure_ascii=False, indent=2) + "\n"
    assert files == {**made, "schema/project.schema.json": project}, "python3 tasks.py update-schemas"


@pytest.mark.parametrize("name", [*FORMATS, "project"])
def test_every_schema_has_its_text(name: str) -> None:
    assert json.loads(schema_text(name))["$id"] == f"urn:guidec:schema:{name}:1"
