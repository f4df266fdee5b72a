"""Trees node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def walk(content: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """Give nodes and all that stands in them, each before its children, in reading order; of any depth."""
    stack = [*content][::-1]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, nodes.Parent):
            stack += reversed(node.children)


def count_nodes(content: Iterable[nodes.Node]) -> int:
    """Count nodes and all that stands in them."""
    return sum(1 for _ in walk(content))
