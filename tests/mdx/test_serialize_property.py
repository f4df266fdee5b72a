"""Whatever tree is written is read again as the same tree."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from guidec.mdx import nodes as n
from guidec.mdx.parse import parse_mdx
from guidec.mdx.serialize import to_mdx
from guidec.mdx.unist import to_dict
from mdx import trees


def bare(value: Any, *, quoted: bool = False) -> Any:
    """Give a tree as unist JSON without positions; what is quoted without `spread`.

    Like remark, the parser does not see in a quotation that a blank line stands behind a nested list.
    """
    if isinstance(value, dict):
        quoted = quoted or value.get("type") == "blockquote"
        left_out = {"position", "spread"} if quoted else {"position"}
        return {key: bare(item, quoted=quoted) for key, item in value.items() if key not in left_out}
    return [bare(item, quoted=quoted) for item in value] if isinstance(value, list) else value


@settings(max_examples=150, deadline=None)
@given(trees.root)
def test_a_written_tree_is_read_as_itself(tree: n.Root) -> None:
    written = to_mdx(tree)
    read = parse_mdx(written)
    assert read.diagnostics == ()
    assert bare(to_dict(read)) == bare(to_dict(tree))
    again = to_mdx(read)
    # Blank lines in quotations that were not seen need a second time to settle.
    assert again == written or (">" in written and to_mdx(parse_mdx(again)) == again)


@pytest.mark.parametrize("text", ["> - - a\n>\n>   b\n", "> - - {a}\n>\n>   b\n", "> - > a\n>\n>   {b}\n"])
def test_a_block_behind_a_nested_paragraph_stays_one(text: str) -> None:
    tree = parse_mdx(text)
    assert bare(to_dict(parse_mdx(to_mdx(tree)))) == bare(to_dict(tree))
