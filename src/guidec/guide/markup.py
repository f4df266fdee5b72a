"""HTML that a script of the page reads and no reader: what the page's own selector of actions is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.guide.dialects import MARKS
from guidec.mdx import nodes
from guidec.mdx.serialize import to_mdx
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable

FROM_ELSEWHERE = (
    nodes.LinkReference,
    nodes.ImageReference,
    nodes.FootnoteReference,
    nodes.MdxFlowExpression,
    nodes.MdxTextExpression,
    nodes.MdxjsEsm,
    nodes.ThematicBreak,
)
"""What may take its meaning from another place of the page; a thematic break can stand for a line of a directive."""


def markup_of(content: Iterable[nodes.Node]) -> str:
    """Give content as canonical MDX where it is words and plain HTML alone; an empty text where it may say more."""
    children = tuple(content)
    if not all(map(_is_plain, walk(children))):
        return ""
    return to_mdx(nodes.Root(None, children)).rstrip("\n")


def _is_plain(node: nodes.Node) -> bool:
    if not isinstance(node, nodes.MdxJsxElement):
        return not isinstance(node, FROM_ELSEWHERE)
    is_html = node.name is not None and node.name.isalnum() and node.name.islower()
    return is_html and not any(
        isinstance(said, nodes.MdxJsxAttribute) and said.name in MARKS for said in node.attributes
    )
