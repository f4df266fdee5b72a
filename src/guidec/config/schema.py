"""The JSON Schema of `guidec.toml`, for editors: it completes and explains settings while somebody types.

It is of draft 7 and refers to nothing, because that is what the editors' TOML extensions read without fail.
"""

from __future__ import annotations

from typing import Any

from guidec.config.names import ADMONITION_KINDS, CONCEPTS, DIALECTS, FORMATS
from guidec.config.settings import Limits
from guidec.config.table import SITE
from guidec.diagnostics.rule import Severity
from guidec.diagnostics.rules import all_rules
from guidec.targets import MODULES

NAME = "project"
DIALECT = "http://json-schema.org/draft-07/schema#"
LEVELS = [*Severity, "off"]

Schema = dict[str, Any]


def project_schema() -> Schema:
    """Make the schema."""
    return {
        "$schema": DIALECT,
        "$id": f"urn:guidec:schema:{NAME}:1",
        "title": "guidec.toml",
        **_table("How guidec reads, checks and writes the guides of a project.", _settings()),
    }


def _settings() -> dict[str, Schema]:
    return {
        "content": _text("The folder of the guides, relative to this file.", default="content"),
        "out": _text("The output folder, relative to this file.", default="build"),
        "docs_root": _text("What `/snippets/x.mdx` is relative to; the content root where it is not given."),
        "whole_site": {
            "type": "boolean",
            "default": False,
            "description": "Whether the docs root holds the whole site: a link to `/x` must lead to a file there.",
        },
        "exclude": _texts('Patterns of paths below the content root that are no guides: `["snippets/*"]`.'),
        "dialect": {
            "enum": list(DIALECTS),
            "description": "The documentation system of all guides; told from each guide where it is not given.",
        },
        "base_url": {
            **_text("The site that a guide's own links (`/guides/x`) belong to."),
            "pattern": f"^{SITE.pattern}$",
        },
        "targets": {
            **_texts("The targets to write; all where it is not given."),
            "items": {"anyOf": [{"enum": list(MODULES)}, {"type": "string"}]},
        },
        "target": _named("Targets of the project's own, by name.", _own_target()),
        "connector": _table(
            "Connector files that exist.",
            {"files": _text("A connector file, or a folder of them, to merge guides into.")},
        ),
        "components": _named("What the project's own components mean, by name.", _component()),
        "rules": _rules("What each rule weighs, by its id."),
        "overrides": {
            "type": "array",
            "description": "What rules weigh in some files; the last entry that fits a path counts.",
            "items": {**_table("Some files.", _override()), "required": ["paths"]},
        },
        "limits": _table("What a guide may cost.", _limits()),
    }


def _own_target() -> Schema:
    return {
        **_table(
            "A target of the project's own.",
            {
                "template": _text("The Jinja template, relative to this file."),
                "path": _text("The pattern of the paths that it writes: `NAME/{id}.yaml`."),
                "format": {
                    "enum": list(FORMATS),
                    "default": "text",
                    "description": "What the output is read back as.",
                },
                "schema": _text("The JSON Schema that the output is held to, relative to this file."),
                "model": _text("The pydantic model that the output is held to: `package.module:Model`."),
            },
        ),
        "required": ["template"],
    }


def _component() -> Schema:
    meaning = {
        "enum": [*CONCEPTS, *ADMONITION_KINDS],
        "description": "A concept, or a kind of admonition.",
    }
    table = _table(
        "What the component means, and which attributes say it.",
        {
            "concept": meaning,
            "title": _text("The attribute that holds the title."),
            "url": _text("The attribute that holds an address or path."),
        },
    )
    return {
        "description": "What the component means.",
        "anyOf": [meaning, {**table, "required": ["concept"]}],
    }


def _override() -> dict[str, Schema]:
    return {
        "paths": _texts("Patterns of paths below the content root."),
        "rules": _rules("What each rule weighs there, by its id."),
    }


def _rules(description: str) -> Schema:
    levels = {
        rule.id: {"enum": LEVELS, "default": rule.severity, "description": rule.summary}
        for rule in all_rules().values()
    }
    return _table(description, levels)


def _limits() -> dict[str, Schema]:
    limits = Limits()
    return {
        "file_size": _natural("Bytes of one file.", limits.file_size),
        "pieces": _natural("Pieces of markup and text that one file is made of.", limits.pieces),
        "nesting": _natural(
            "Levels of containers, elements and expressions inside each other.", limits.nesting
        ),
        "snippet_nodes": _natural("Nodes that snippets bring into one guide.", limits.snippet_nodes),
        "expanded_text": _natural(
            "Characters that names, references and snippets bring into one guide.", limits.expanded_text
        ),
        "frontmatter_nodes": _natural(
            "Nodes of one guide's frontmatter, aliases expanded.", limits.frontmatter_nodes
        ),
    }


def _table(description: str, properties: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "description": description,
        "additionalProperties": False,
        "properties": properties,
    }


def _named(description: str, value: Schema) -> Schema:
    return {"type": "object", "description": description, "additionalProperties": value}


def _text(description: str, **more: str) -> Schema:
    return {"type": "string", "minLength": 1, "description": description, **more}


def _texts(description: str) -> Schema:
    return {"type": "array", "items": {"type": "string", "minLength": 1}, "description": description}


def _natural(description: str, default: int) -> Schema:
    return {"type": "integer", "minimum": 1, "default": default, "description": description}
