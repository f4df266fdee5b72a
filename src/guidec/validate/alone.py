"""What is wrong with a configuration whatever its guide says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import config as rules
from guidec.yaml_nodes import place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.nodes import Node

    from guidec.source import Source

CORE = "tag:yaml.org,2002:"
KINDS = frozenset({"bool", "float", "int", "map", "merge", "null", "seq", "str", "timestamp", "value"})
"""What plain text and brackets may be by themselves; other tags somebody has written."""


def problems_alone(source: Source, root: Node) -> Iterator[Diagnostic]:
    """Find what needs no schema: a file that is no mapping, tags, and keys that stand twice."""
    if not isinstance(root, MappingNode):
        message = "Unexpected kind of YAML, expected a mapping"
        yield Diagnostic.at(rules.CONFIG_TYPE, message, place(source, root))
    for node in _each_once(root):
        if str(node.tag).removeprefix(CORE) not in KINDS:
            yield Diagnostic.at(rules.CONFIG_TYPE, "Unexpected tag, expected none", place(source, node))
        seen: set[str] = set()
        for key, _ in node.value if isinstance(node, MappingNode) else ():
            if isinstance(key, ScalarNode) and key.value in seen:
                message = "Unexpected second key of this name, expected one"
                yield Diagnostic.at(rules.CONFIG_DUPLICATE_KEY, message, place(source, key))
            seen.add(str(key.value) if isinstance(key, ScalarNode) else "")


def _each_once(root: Node) -> Iterator[Node]:
    """Give all nodes; one that aliases name, perhaps inside of itself, once."""
    pending, seen = [root], {id(root)}
    while pending:
        node = pending.pop()
        yield node
        inside: list[Node] = list(node.value) if isinstance(node, SequenceNode) else []
        if isinstance(node, MappingNode):
            inside = [part for entry in node.value for part in entry]
        new = [part for part in inside if id(part) not in seen]
        seen.update(map(id, new))
        pending += reversed(new)
