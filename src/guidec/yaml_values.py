"""YAML nodes as JSON values, and where each value stands.

Read by YAML 1.2's core schema, so `no` and `2024-01-01` stay strings, and no tag is acted upon. Every value counts
against a limit before it is built, those that aliases repeat included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from guidec.source import without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

Path = tuple[str | int, ...]
"""The keys and numbers that lead to a value."""
SCALARS = ("str", "null", "bool", "int", "float", "timestamp", "merge", "value")


class WrongValueError(Exception):
    """Carries what cannot be a value, and its place, up to whoever reads the file."""

    def __init__(
        self, what: Literal["mapping", "limit", "tag", "duplicate key"], reason: str, node: Node
    ) -> None:
        super().__init__(reason)
        self.what, self.reason, self.index = what, reason, int(node.start_mark.index)


class ValueReader:
    """Turns composed YAML nodes into JSON values, counting them."""

    def __init__(self, what: str, max_values: int, max_depth: int) -> None:
        """Read `what`, as messages call it."""
        self.what = what
        self.left = self.limit = max_values
        self.max_depth = max_depth
        self.places: dict[Path, tuple[int, int]] = {}
        """The offsets of each value's start and end."""
        self.keys: dict[Path, tuple[int, int]] = {}
        """The same for the key in front of each value."""
        self.open: set[int] = set()

    def mapping(self, node: Node) -> dict[str, JsonValue]:
        """Read the outermost node."""
        if not isinstance(node, MappingNode):
            raise WrongValueError("mapping", "Unexpected value, expected `key: value` lines", node)
        value = self.value(node, ())
        assert isinstance(value, dict)
        return value

    def value(self, node: Node, path: Path) -> JsonValue:
        """Read one node."""
        self._count(node, len(path))
        self.places[path] = node.start_mark.index, node.end_mark.index
        self.open.add(id(node))
        try:
            if isinstance(node, ScalarNode):
                return self._scalar(node)
            if isinstance(node, SequenceNode):
                self._check_tag(node, "seq")
                return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
            self._check_tag(node, "map")
            return self._pairs(node.value, path)
        finally:
            self.open.discard(id(node))

    def _pairs(self, pairs: Iterable[tuple[Node, Node]], path: Path) -> dict[str, JsonValue]:
        values: dict[str, JsonValue] = {}
        for key_node, value_node in pairs:
            key = self.value(key_node, (*path, ""))
            name = key if isinstance(key, str) else str(key)
            if name in values:
                reason = f"Unexpected second `{name[:60]}`, expected each key once"
                raise WrongValueError("duplicate key", reason, key_node)
            self.keys[*path, name] = key_node.start_mark.index, key_node.end_mark.index
            values[name] = self.value(value_node, (*path, name))
        return values

    def _count(self, node: Node, depth: int) -> None:
        self.left -= 1
        if self.left < 0 or depth > self.max_depth:
            limits = f"at most {self.limit} values, {self.max_depth} levels deep"
            raise WrongValueError("limit", f"Unexpected size of {self.what}, expected {limits}", node)
        if id(node) in self.open:
            raise WrongValueError("limit", "Unexpected alias of a value in itself, expected an end", node)

    def _scalar(self, node: ScalarNode) -> JsonValue:
        kind = str(node.tag or "").rpartition(":")[2]
        text = without_controls(str(node.value))
        plain = getattr(node, "style", None) in (None, "")
        self._check_tag(node, *SCALARS)
        if not plain or kind not in ("null", "bool", "int", "float"):
            return text
        return _core_schema(kind, text)

    def _check_tag(self, node: Node, *allowed: str) -> None:
        tag = str(node.tag or "")
        known = tag.startswith("tag:yaml.org,2002:") and tag.rpartition(":")[2] in allowed
        if tag and tag != "!" and not known:
            raise WrongValueError("tag", f"Unexpected YAML tag `{tag[:60]}`, expected a plain value", node)


def _core_schema(kind: str, text: str) -> JsonValue:
    """Give a plain scalar as YAML 1.2's core schema reads it; a number that JSON cannot hold stays a string."""
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true" if text.lower() in ("true", "false") else text
    try:
        if kind == "int" and len(text) <= 18:
            return int(text, 0) if text[:2].lower() in ("0x", "0o") else int(text)
        number = float(text)
    except ValueError:
        return text
    return number if number - number == 0 and "_" not in text else text
