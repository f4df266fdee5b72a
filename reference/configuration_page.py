"""The page of all settings, from the schema of a project's configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.config.schema import project_schema
from reference.schema_words import words
from reference.text import code, codes, page, table

if TYPE_CHECKING:
    from reference.schema_words import Schema

HEAD = """\
# Configuration

`guidec.toml`, or `[tool.guidec]` in `pyproject.toml`: the nearest one in the current folder or above it counts. Every
setting may be left out. `guidec schema project` prints the JSON Schema that this page is made from;
[editors complete by it](../how-to/set-up.md#let-the-editor-complete).

```toml title="guidec.toml"
content = "docs"
exclude = ["snippets/*"]
base_url = "https://docs.example.com"
targets = ["json", "html"]

[components]
Hint = "tip"
CheckItem = { concept = "step", title = "label" }

[rules]
image-alt = "off"
unknown-component = "error"

[[overrides]]
paths = ["drafts/*"]
rules = { missing-title = "off" }
```

Patterns (`exclude`, `paths`) are held against the whole path below the content root; `*` also stands for slashes.
"""
RULES = """\
## rules

What each rule weighs: `error`, `warning`, `info` or `off`. [Rules](../rules.md) lists all of them with the severity
that they have by themselves; there are [other ways to silence a rule](../how-to/silence.md), too.
"""
TABLES = {
    "target": (
        "target.NAME",
        "A [target of your own](../how-to/targets.md). `NAME` is of lower-case letters, digits and hyphens.",
    ),
    "connector": ("connector", "[Connector files](../how-to/connector-files.md) that exist."),
    "components": (
        "components",
        "What components of your own mean, by name: a concept or a kind of callout, or a table.",
    ),
    "overrides": (
        "overrides",
        "`[[overrides]]`: what rules weigh in some files. The last entry that fits a path counts.",
    ),
    "limits": ("limits", "What a guide may cost. What is beyond is an error, and the other guides go on."),
}
"""The heading of each table, and a sentence about it."""


def configuration_page() -> str:
    """Write the page."""
    settings = project_schema()["properties"]
    plain = {name: part for name, part in settings.items() if name not in TABLES and name != "rules"}
    parts = [
        f"## {heading}\n\n{about}\n\n{_table(_entry(settings[name]))}"
        for name, (heading, about) in TABLES.items()
    ]
    return page(HEAD, "## Settings", _table(plain), RULES, *parts)


def _entry(schema: Schema) -> dict[str, Schema]:
    """Give the keys of a table: its own, or those of each table in it."""
    inner = schema.get("items") or schema.get("additionalProperties") or schema
    inner = next((option for option in inner.get("anyOf", ()) if "properties" in option), inner)
    properties: dict[str, Schema] = inner["properties"]
    return properties


def _table(properties: dict[str, Schema]) -> str:
    rows = (
        [code(name), _kind(part), _default(part), part["description"]] for name, part in properties.items()
    )
    return table("setting | value | default | what it means", rows)


def _kind(schema: Schema) -> str:
    if schema.get("type") == "array":
        known = [value for option in schema["items"].get("anyOf", ()) for value in option.get("enum", ())]
        return f"list of text, such as {codes(known)}" if known else "list of text"
    return "table" if "properties" in schema else words(schema)


def _default(schema: Schema) -> str:
    default = schema.get("default", "")
    return code({True: "true", False: "false"}[default] if isinstance(default, bool) else default)
