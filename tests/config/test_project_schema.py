"""The schema of `guidec.toml` says what the reader of `guidec.toml` does."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from guidec.config import ConfigurationError, load_settings
from guidec.config.schema import project_schema
from guidec.config.table import Table

VALIDATOR = Draft7Validator(project_schema())
COMPLETE = """
content = "docs"
out = "site"
docs_root = "."
whole_site = true
exclude = ["snippets/*"]
dialect = "mintlify"
base_url = "https://docs.example.com"
targets = ["json", "terraform"]

[target.terraform]
template = "a.j2"
path = "terraform/{id}.json"
format = "json"
schema = "a.json"
model = "models:Model"

[connector]
files = "connectors"

[components]
Hint = "tip"
Item = { concept = "step", title = "label", url = "to" }

[rules]
image-alt = "off"

[[overrides]]
paths = ["drafts/*"]
rules = { missing-title = "info" }

[limits]
file_size = 1
pieces = 1
nesting = 1
snippet_nodes = 1
expanded_text = 1
frontmatter_nodes = 1
"""


def accepted_by_reader(folder: Path, text: str) -> bool:
    for name in ("a.j2", "a.json"):
        (folder / name).write_text("{}")
    (folder / "connectors").mkdir(exist_ok=True)
    (folder / "guidec.toml").write_text(text)
    try:
        load_settings(folder)
    except ConfigurationError:
        return False
    return True


def test_the_schema_is_one_of_draft_7() -> None:
    Draft7Validator.check_schema(project_schema())
    assert project_schema()["$id"] == "urn:guidec:schema:project:1"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ('content = "docs"', "content = 3"),
        ('content = "docs"', 'contents = "docs"'),
        ("whole_site = true", 'whole_site = "yes"'),
        ('exclude = ["snippets/*"]', 'exclude = "snippets/*"'),
        ('"mintlify"', '"mintify"'),
        ('template = "a.j2"\n', ""),
        ('format = "json"', 'format = "jason"'),
        ("files =", "file ="),
        ('Hint = "tip"', 'Hint = "tipp"'),
        ('concept = "step", ', ""),
        ('image-alt = "off"', 'image-alt = "no"'),
        ("image-alt", "image-alts"),
        ('paths = ["drafts/*"]\n', ""),
        ("nesting = 1", "nesting = 0"),
        ("nesting", "nestings"),
    ],
)
def test_the_schema_accepts_what_the_reader_accepts(tmp_path: Path, old: str, new: str) -> None:
    assert old in COMPLETE
    text = COMPLETE.replace(old, new, 1)

    assert VALIDATOR.is_valid(tomllib.loads(text)) is accepted_by_reader(tmp_path, text) is (old == new)


def test_the_schema_knows_every_setting_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[tuple[str, ...], set[str]] = {}
    finish = Table.finish

    def finished(table: Table) -> None:
        asked[table.path] = set(table._asked)
        finish(table)

    monkeypatch.setattr(Table, "finish", finished)
    assert accepted_by_reader(tmp_path, COMPLETE)
    schema = project_schema()["properties"]
    known: dict[tuple[str, ...], dict[str, Any]] = {
        (): schema,
        ("target", "terraform"): schema["target"]["additionalProperties"]["properties"],
        ("connector",): schema["connector"]["properties"],
        ("components", "Item"): schema["components"]["additionalProperties"]["anyOf"][1]["properties"],
        ("overrides", "0"): schema["overrides"]["items"]["properties"],
        ("limits",): schema["limits"]["properties"],
    }
    assert asked == {path: set(properties) for path, properties in known.items()}


def test_every_setting_is_described() -> None:
    pending = [project_schema()]
    while pending:
        part = pending.pop()
        for inner in part.get("properties", {}).values():
            assert inner["description"]
            pending.append(inner)
        pending += [
            value for key in ("items", "additionalProperties") if isinstance(value := part.get(key), dict)
        ]
        pending += part.get("anyOf", [])
