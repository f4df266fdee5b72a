"""Whatever tree is written is read again as the same tree."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from guidec.mdx import nodes as n
from guidec.mdx.parse import parse_mdx
from guidec.mdx.serialize import to_mdx
from guidec.mdx.unist import to_dict
from mdx import trees


def bare(value: Any) -> Any:
    """Give a tree as unist JSON without positions."""
    if isinstance(value, dict):
        return {key: bare(item) for key, item in value.items() if key != "position"}
    return [bare(item) for item in value] if isinstance(value, list) else value


@settings(max_examples=150, deadline=None)
@given(trees.root)
def test_a_written_tree_is_read_as_itself(tree: n.Root) -> None:
    written = to_mdx(tree)
    read = parse_mdx(written)
    assert read.diagnostics == ()
    assert bare(to_dict(read)) == bare(to_dict(tree))
    assert to_mdx(read) == written
