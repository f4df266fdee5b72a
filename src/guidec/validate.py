"""Holds a filled-in configuration against the JSON Schema of its guide.

Every problem has a line and column. No message repeats a value, which might be a secret in the wrong place;
only keys, scopes and actions are named. For the same reason no code frame may be shown with them.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from guidec import yaml_nodes
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules import config as rules
from guidec.yaml_nodes import is_null

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ruamel.yaml.nodes import Node

    from guidec.diagnostics import Rule
    from guidec.source import Source

MODELINE = re.compile(r"(?m)^#[ \t]+yaml-language-server:[ \t]*\$schema=(\S+)")
PLACEHOLDER = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
FILL_ME_IN = re.compile(
    r"<[^<>]*>|\[[^\[\]]*\]|\{\{[^{}]*\}\}|\$\w+|\$\{[^{}]*\}|your[ _-].*|x{3,}|\*{3,}|\.{3,}|…"
    r"|todo|tbd|(?:change|replace|fill)[ _-]?(?:me|this|in)(?:[ _-]in)?|placeholder",
    re.IGNORECASE,
)
SIZE_LIMIT = 1 << 18
DEPTH_LIMIT = 20
STRING = "tag:yaml.org,2002:str"
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
VALUE_RULES = {"redirect_url": rules.CONFIG_REDIRECT_URL}
ITEM_RULES = {
    "scopes": ("scope", rules.CONFIG_UNKNOWN_SCOPE),
    "actions": ("action", rules.CONFIG_UNKNOWN_ACTION),
}


class Schema(BaseModel):
    """The keywords of JSON Schema that the schema of a configuration uses."""

    model_config = ConfigDict(frozen=True, alias_generator=to_camel)

    const: str | None = None
    enum: list[str] | None = None
    properties: dict[str, Schema] | None = None
    required: list[str] = Field(default_factory=list)
    items: Schema | None = None
    min_length: int = 0


def validate(source: Source, env: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Hold a configuration against the schema that it names; placeholders are resolved from `env`."""
    schema = find_schema(source)
    return (schema,) if isinstance(schema, Diagnostic) else validate_config(source, schema, env)


def find_schema(source: Source) -> Schema | Diagnostic:
    """Read the schema that a configuration names in its first line, else the one beside it."""
    path = Path(source.path)
    modeline = MODELINE.search(source.text)
    name = unquote(modeline[1]) if modeline else f"{path.stem}.schema.json"
    schema_path = path.parent / name
    try:
        if not schema_path.is_file():
            problem = "Unexpected absence"
        elif schema_path.stat().st_size > SIZE_LIMIT:
            problem = "Unexpected size"
        else:
            return Schema.model_validate_json(schema_path.read_bytes())
    except (OSError, ValueError):
        problem = "Unexpected content"
    message = f"{problem} of {printable(name)}, expected the JSON Schema made for the guide"
    span = modeline.span(1) if modeline else (0, 0)
    return Diagnostic.at(rules.CONFIG_SCHEMA, message, source.span(*span))


def validate_config(source: Source, schema: Schema, env: Mapping[str, str]) -> tuple[Diagnostic, ...]:
    """Report every difference between a configuration and `schema`, in the order of the file."""
    root = compose(source)
    if isinstance(root, Diagnostic):
        return (root,)
    validator = _Validator(source, env)
    validator.mapping(root, schema, ())
    return tuple(sorted(validator.problems, key=lambda problem: problem.start.offset))


def compose(source: Source) -> Node | Diagnostic:
    """Read a file as one YAML document; values stay text, and no tag is acted upon."""
    return yaml_nodes.compose(
        source, rules.CONFIG_SYNTAX, "a configuration", size=SIZE_LIMIT, depth=DEPTH_LIMIT
    )


class _Validator:
    """Walks the YAML nodes beside the schema; the depth is the schema's."""

    def __init__(self, source: Source, env: Mapping[str, str]) -> None:
        self.source = source
        self.env = env
        self.problems: list[Diagnostic] = []

    def report(self, rule: Rule, message: str, node: Node, suggestion: str | None = None) -> None:
        position = self.source.span(node.start_mark.index, node.end_mark.index)
        self.problems.append(Diagnostic.at(rule, message, position, suggestion=suggestion))

    def mapping(self, node: Node, schema: Schema, path: tuple[str, ...]) -> None:
        if not isinstance(node, MappingNode):
            self.wrong_type(node, "a mapping", path)
            return
        properties = schema.properties or {}
        seen: set[str] = set()
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if name in seen:
                self.report(rules.CONFIG_DUPLICATE_KEY, f"Unexpected second `{printable(name)}`", key)
            elif name not in properties:
                self.unknown_key(key, name, [known for known in properties if known not in seen])
            else:
                # A value that is not there has no place; what YAML gives is that of the next key.
                place = key if is_null(value) else value
                self.value(place, value, properties[name], (*path, name), required=name in schema.required)
            seen.add(name)
        for name in schema.required:
            if name not in seen:
                where = f" in `{'.'.join(path)}`" if path else ""
                first = node.value[0][0] if node.value else node
                self.report(rules.CONFIG_MISSING, f"Unexpected absence of `{name}`{where}", first)

    def unknown_key(self, key: Node, name: str, known: list[str]) -> None:
        close = get_close_matches(name[:100], known, n=1)
        expected = f"expected `{close[0]}`" if close else f"expected one of {_listed(known)}"
        message = f"Unexpected key `{printable(name, 60)}`, {expected}"
        self.report(rules.CONFIG_UNKNOWN_KEY, message, key, suggestion=close[0] if close else None)

    def value(
        self, place: Node, node: Node, schema: Schema, path: tuple[str, ...], *, required: bool
    ) -> None:
        if is_null(node) and schema.properties is not None:
            self.report(rules.CONFIG_EMPTY, f"Unexpected empty `{'.'.join(path)}`, expected a mapping", place)
        elif schema.properties is not None:
            self.mapping(node, schema, path)
        elif schema.items is not None:
            self.sequence(node, schema.items, path)
        elif is_null(node):
            self.text(place, "", schema, path, required=required)
        elif not isinstance(node, ScalarNode) or node.tag != STRING:
            self.wrong_type(node, "a string in double quotes", path)
        else:
            self.text(place, node.value, schema, path, required=required)

    def sequence(self, node: Node, items: Schema, path: tuple[str, ...]) -> None:
        if not isinstance(node, SequenceNode):
            if not is_null(node):
                self.wrong_type(node, "a list", path)
            return
        kind, rule = ITEM_RULES.get(path[-1], ("value", rules.CONFIG_VALUE))
        seen: set[str] = set()
        for item in node.value:
            if not isinstance(item, ScalarNode) or item.tag != STRING:
                self.wrong_type(item, "a string in double quotes", path)
            elif items.enum is not None and item.value not in items.enum:
                self.unknown_item(item, kind, rule, items.enum)
            elif item.value in seen:
                self.report(rules.CONFIG_VALUE, f"Unexpected second `{printable(item.value, 60)}`", item)
            seen.add(str(item.value))

    def unknown_item(self, item: Node, kind: str, rule: Rule, known: list[str]) -> None:
        close = get_close_matches(item.value[:100], known, n=1, cutoff=0.8)
        expected = f"`{printable(close[0], 60)}`" if close else f"one of {_listed(known)}"
        message = f"Unexpected {kind} `{printable(item.value, 60)}`, expected {expected}"
        self.report(rule, message, item)

    def wrong_type(self, node: Node, expected: str, path: tuple[str, ...]) -> None:
        name = ".".join(path) or "the file"
        self.report(rules.CONFIG_TYPE, f"Unexpected {_kind(node)} in `{name}`, expected {expected}", node)

    def text(self, place: Node, text: str, schema: Schema, path: tuple[str, ...], *, required: bool) -> None:
        """Check a string: what it holds once its placeholders are resolved."""
        name = ".".join(path)
        unset = [variable for variable in PLACEHOLDER.findall(text) if variable not in self.env]
        resolved = PLACEHOLDER.sub(lambda match: self.env.get(match[1], ""), text)
        allowed = [schema.const] if schema.const is not None else schema.enum
        if allowed is not None:
            if resolved not in allowed:
                rule = VALUE_RULES.get(path[-1], rules.CONFIG_VALUE)
                message = f"Unexpected value of `{name}`, expected {_listed(allowed)}"
                self.report(rule, message, place)
        elif unset and required:
            message = f"Unexpected placeholder in `{name}`, expected a variable named `{printable(unset[0])}`"
            self.report(rules.CONFIG_PLACEHOLDER, message, place)
        elif len(resolved.strip()) < schema.min_length and required:
            found = "empty variable behind" if text.strip() else "empty"
            self.report(rules.CONFIG_EMPTY, f"Unexpected {found} `{name}`, expected a value", place)
        elif path[0] == "credentials" and not unset and FILL_ME_IN.fullmatch(resolved.strip()):
            message = f"Unexpected placeholder in `{name}`, expected the value itself or a `${{NAME}}`"
            self.report(rules.CONFIG_PLACEHOLDER, message, place)
        if _is_insecure(resolved):
            message = f"Unexpected scheme `http` in `{name}`, expected `https`"
            self.report(rules.CONFIG_INSECURE_URL, message, place)


def _kind(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "mapping"
    if isinstance(node, SequenceNode):
        return "list"
    return "text" if node.tag == STRING else "number, boolean or tag"


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"`{printable(name)}`" for name in names[:8])
    return shown + (" and others" if len(names) > 8 else "")


def _is_insecure(text: str) -> bool:
    if text[:7].lower() != "http://":
        return False
    try:
        return urlsplit(text).hostname not in LOOPBACK
    except ValueError:
        return True
