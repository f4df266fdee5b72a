"""Frontmatter: one YAML mapping of plain values, read without building any object.

Read by YAML 1.2's core schema, so `no` and `2024-01-01` stay strings. Every value counts against a limit before it is
built, those that aliases repeat included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import frontmatter as rules
from guidec.guide.text import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from guidec.diagnostics import Rule
    from guidec.mdx.nodes import Yaml
    from guidec.source import Position

MAX_DEPTH = 64
"""How deep values may be nested."""


@dataclass(slots=True)
class Frontmatter:
    """What a guide's frontmatter says."""

    values: dict[str, JsonValue] = field(default_factory=dict)
    places: dict[str, Position] = field(default_factory=dict)
    """Where the value of each top-level key stands."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


class _WrongError(Exception):
    """Carries what is wrong with the YAML, and its mark, up to `read_frontmatter`."""

    def __init__(self, rule: Rule, reason: str, index: int) -> None:
        super().__init__(reason)
        self.rule, self.reason, self.index = rule, reason, index


def read_frontmatter(node: Yaml, max_values: int = 10_000) -> Frontmatter:
    """Read the YAML of a frontmatter node; what cannot be read is reported and leaves no values."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    read = Frontmatter()
    assert node.position is not None
    source = node.position.source
    base = (
        source.text.find(node.value, node.position.start_offset) if node.value else node.position.start_offset
    )
    try:
        composed = YAML(typ="safe", pure=True).compose(node.value)
        if composed is not None:
            reader = _Reader(max_values)
            read.values = reader.mapping(composed)
            for key, start, end in reader.top_places:
                read.places[key] = source.span(base + start, base + end)
    except _WrongError as wrong:
        place = source.span(base + wrong.index, base + wrong.index)
        read.diagnostics.append(Diagnostic.at(wrong.rule, wrong.reason, place))
    except (YAMLError, ValueError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        index = base + (mark.index if mark else 0)
        problem = getattr(error, "problem", None) or "value"
        reason = f"Unexpected YAML ({' '.join(str(problem).split())[:120]}), expected `key: value` lines"
        read.diagnostics.append(Diagnostic.at(rules.FRONTMATTER_YAML, reason, source.span(index, index)))
    return read


class _Reader:
    """Turns composed YAML nodes into JSON values, counting them."""

    def __init__(self, max_values: int) -> None:
        self.left = max_values
        self.limit = max_values
        self.top_places: list[tuple[str, int, int]] = []
        self.open: set[int] = set()

    def mapping(self, node: object) -> dict[str, JsonValue]:
        """Read the outermost node."""
        from ruamel.yaml.nodes import MappingNode

        if not isinstance(node, MappingNode):
            index = node.start_mark.index  # type: ignore[attr-defined]
            raise _WrongError(
                rules.FRONTMATTER_MAPPING, "Unexpected value, expected `key: value` lines", index
            )
        self.top_places = [
            (str(key.value), value.start_mark.index, value.end_mark.index) for key, value in node.value
        ]
        value = self.value(node, 0)
        assert isinstance(value, dict)
        return value

    def value(self, node: object, depth: int) -> JsonValue:
        """Read one node."""
        from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

        self._count(node, depth)
        self.open.add(id(node))
        try:
            if isinstance(node, ScalarNode):
                return self._scalar(node)
            if isinstance(node, SequenceNode):
                self._check_tag(node, "seq")
                return [self.value(item, depth + 1) for item in node.value]
            assert isinstance(node, MappingNode)
            self._check_tag(node, "map")
            return self._pairs(node.value, depth)
        finally:
            self.open.discard(id(node))

    def _pairs(self, pairs: Iterable[tuple[object, object]], depth: int) -> dict[str, JsonValue]:
        values: dict[str, JsonValue] = {}
        for key_node, value_node in pairs:
            key = self.value(key_node, depth + 1)
            name = key if isinstance(key, str) else str(key)
            if name in values:
                reason = f"Unexpected second `{name[:60]}`, expected each key once"
                raise _WrongError(rules.FRONTMATTER_DUPLICATE_KEY, reason, _index(key_node))
            values[name] = self.value(value_node, depth + 1)
        return values

    def _count(self, node: object, depth: int) -> None:
        self.left -= 1
        if self.left < 0 or depth > MAX_DEPTH:
            limits = f"at most {self.limit} values, {MAX_DEPTH} levels deep"
            reason = f"Unexpected size of the frontmatter, expected {limits}"
            raise _WrongError(rules.FRONTMATTER_LIMIT, reason, _index(node))
        if id(node) in self.open:
            raise _WrongError(
                rules.FRONTMATTER_LIMIT,
                "Unexpected alias of a value in itself, expected an end",
                _index(node),
            )

    def _scalar(self, node: object) -> JsonValue:
        tag = str(node.tag or "")  # type: ignore[attr-defined]
        text = well_formed(str(node.value))  # type: ignore[attr-defined]
        kind = tag.rpartition(":")[2]
        plain = getattr(node, "style", None) in (None, "")
        self._check_tag(node, "str", "null", "bool", "int", "float", "timestamp", "merge", "value")
        if not plain or kind not in ("null", "bool", "int", "float"):
            return text
        return _core_schema(kind, text)

    def _check_tag(self, node: object, *allowed: str) -> None:
        tag = str(node.tag or "")  # type: ignore[attr-defined]
        known = tag.startswith("tag:yaml.org,2002:") and tag.rpartition(":")[2] in allowed
        if tag and tag != "!" and not known:
            reason = f"Unexpected YAML tag `{tag[:60]}`, expected a plain value"
            raise _WrongError(rules.FRONTMATTER_TAG, reason, _index(node))


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


def _index(node: object) -> int:
    return int(node.start_mark.index)  # type: ignore[attr-defined]
