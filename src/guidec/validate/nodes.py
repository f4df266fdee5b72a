"""Walks the YAML of a configuration beside the schema of its guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from guidec import yaml_nodes
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.closest import closest
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules import config as rules
from guidec.targets.quoting import quoted
from guidec.validate.values import listed, problem_of
from guidec.yaml_nodes import is_null

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ruamel.yaml.nodes import Node

    from guidec.diagnostics import Rule
    from guidec.source import Source
    from guidec.validate.schema import Schema

SIZE_LIMIT = 1 << 18
DEPTH_LIMIT = 20
SUGGESTED = 100
"""Problems of a file up to which a word is compared with those that are known; with more it is no misspelling."""
STRING = "tag:yaml.org,2002:str"
ITEM_RULES = {
    "scopes": ("scope", rules.CONFIG_UNKNOWN_SCOPE),
    "actions": ("action", rules.CONFIG_UNKNOWN_ACTION),
}


def compose(source: Source) -> Node | Diagnostic:
    """Read a file as one YAML document; values stay text, and no tag is acted upon."""
    return yaml_nodes.compose(
        source, rules.CONFIG_SYNTAX, "a configuration", size=SIZE_LIMIT, depth=DEPTH_LIMIT
    )


def validate_config(
    source: Source, root: Node, schema: Schema, env: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Report every difference between a configuration and `schema`, in the order of the file."""
    validator = _Validator(source, env)
    validator.mapping(root, schema, ())
    return tuple(sorted(validator.problems, key=lambda problem: problem.start.offset))


class _Validator:
    """Collects problems; the depth is the schema's."""

    def __init__(self, source: Source, env: Mapping[str, str]) -> None:
        self.source = source
        self.env = env
        self.problems: list[Diagnostic] = []

    def report(self, rule: Rule, message: str, node: Node, suggestion: str | None = None) -> None:
        position = yaml_nodes.place(self.source, node)
        self.problems.append(Diagnostic.at(rule, message, position, suggestion=suggestion))

    def meant(self, word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
        """Give the one of the `known` words that is closest, if any is close enough, while there are few problems."""
        return closest(word, known, cutoff) if len(self.problems) < SUGGESTED else None

    def mapping(self, node: Node, schema: Schema, path: tuple[str, ...]) -> None:
        if not isinstance(node, MappingNode):
            self.wrong_type(node, "a mapping", path)
            return
        properties = schema.properties or {}
        names = [key.value if isinstance(key, ScalarNode) else "" for key, _ in node.value]
        present, seen = set(names), set[str]()
        absent = [name for name in properties if name not in present]
        for name, (key, value) in zip(names, node.value, strict=True):
            if name not in properties:
                seen |= self.unknown_key(key, name, absent)
            elif name in seen:
                self.report(rules.CONFIG_DUPLICATE_KEY, f"Unexpected second `{name}`, expected one", key)
            else:
                # A value that is not there has no place; what YAML gives is that of the next key.
                place = key if is_null(value) else value
                self.value(place, value, properties[name], (*path, name), required=name in schema.required)
            seen.add(name)
        for name in schema.required:
            if name not in seen:
                where = f" in `{'.'.join(path)}`" if path else ""
                message = f"Unexpected absence of `{name}`{where}, expected {_wanted(properties[name])}"
                self.report(rules.CONFIG_MISSING, message, node.value[0][0] if node.value else node)

    def unknown_key(self, key: Node, name: str, absent: list[str]) -> set[str]:
        """Report a key, and give the one that was meant: it need not be reported as missing, too."""
        meant = self.meant(name, absent)
        expected = listed([meant] if meant else absent) if absent else "no key but those of the template"
        self.report(rules.CONFIG_UNKNOWN_KEY, f"Unexpected key, expected {expected}", key, meant)
        return {meant} if meant else set()

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
                message = f"Unexpected second `{printable(item.value, 60)}`, expected one"
                self.report(rules.CONFIG_VALUE, message, item)
            seen.add(str(item.value))

    def unknown_item(self, item: Node, kind: str, rule: Rule, known: Iterable[str]) -> None:
        meant = self.meant(item.value, known, 0.8)
        expected = listed([meant] if meant else known)
        message = f"Unexpected {kind} `{printable(item.value, 60)}`, expected {expected}"
        self.report(rule, message, item, quoted(meant) if meant else None)

    def wrong_type(self, node: Node, expected: str, path: tuple[str, ...]) -> None:
        name = ".".join(path) or "the file"
        self.report(rules.CONFIG_TYPE, f"Unexpected {_kind(node)} in `{name}`, expected {expected}", node)

    def text(self, place: Node, text: str, schema: Schema, path: tuple[str, ...], *, required: bool) -> None:
        problem = problem_of(text, schema, path, self.env, required=required)
        if problem:
            rule, message = problem
            replaced = rule is rules.CONFIG_SECRET and schema.default
            self.report(rule, message, place, quoted(replaced) if replaced else None)


def _kind(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "mapping"
    if isinstance(node, SequenceNode):
        return "list"
    return "text" if node.tag == STRING else "number, boolean or tag"


def _wanted(schema: Schema) -> str:
    """Say in words what a schema wants."""
    if schema.allowed:
        return listed(schema.allowed)
    if schema.properties is not None:
        return "a mapping"
    return "a list" if schema.items else f"`{schema.default}` or a value" if schema.default else "a value"
