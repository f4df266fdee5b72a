"""What the nodes of a YAML text hold, beside what they are to hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.connector_files.yaml_lines import Value

STRING = "tag:yaml.org,2002:str"


def scalars(node: Node) -> Iterator[ScalarNode]:
    """Give the scalars of a value in order, keys included."""
    pending = [node]
    while pending:
        part = pending.pop()
        if isinstance(part, ScalarNode):
            yield part
        elif isinstance(part, MappingNode):
            pending += [one for key, value in reversed(part.value) for one in (value, key)]
        elif isinstance(part, SequenceNode):
            pending += reversed(part.value)


def same_ends(old: Sequence[object], new: Sequence[object]) -> tuple[int, int]:
    """Count how many items at the start and at the end are the same."""
    shorter = min(len(old), len(new))
    before = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    after = next((n for n in range(shorter - before) if old[-1 - n] != new[-1 - n]), shorter - before)
    return before, after


def equal(node: Node, value: Value) -> bool:
    """Tell whether a node holds `value`; of a mapping that is never asked."""
    match value:
        case bool():
            return (
                isinstance(node, ScalarNode) and not node.style and node.value.lower() == str(value).lower()
            )
        case str():
            return isinstance(node, ScalarNode) and node.tag == STRING and node.value == value
        case Sequence():
            same = isinstance(node, SequenceNode) and len(node.value) == len(value)
            return same and all(map(equal, node.value, value))
        case _:
            return False
