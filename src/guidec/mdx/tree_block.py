"""Block tokens to nodes: functions named after what they make, and the tables that say which token each is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from guidec.mdx import nodes
from guidec.source import Position

if TYPE_CHECKING:
    from markdown_it.token import Token

Leaf = Callable[["Token", Position], nodes.Node]
Parent = Callable[["Token", Position, tuple[nodes.Node, ...]], nodes.Node]


def _paragraph(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.Paragraph:  # noqa: ARG001
    return nodes.Paragraph(position, children)


def _heading(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.Heading:
    return nodes.Heading(position, children, int(token.tag[1]))


def _cell(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.TableCell:  # noqa: ARG001
    return nodes.TableCell(position, children)


def _yaml(token: Token, position: Position) -> nodes.Yaml:
    return nodes.Yaml(position, token.content)


def _esm(token: Token, position: Position) -> nodes.MdxjsEsm:
    return nodes.MdxjsEsm(position, token.content)


def _expression(token: Token, position: Position) -> nodes.MdxFlowExpression:
    return nodes.MdxFlowExpression(position, token.content)


def _code(token: Token, position: Position) -> nodes.Code:
    return nodes.Code(position, token.content, token.meta["lang"], token.meta["meta"])


def _html(token: Token, position: Position) -> nodes.Html:
    return nodes.Html(position, token.content)


def _thematic_break(token: Token, position: Position) -> nodes.ThematicBreak:  # noqa: ARG001
    return nodes.ThematicBreak(position)


def _definition(token: Token, position: Position) -> nodes.Definition:
    meta = token.meta
    return nodes.Definition(position, meta["identifier"], meta["label"], meta["url"], meta["title"])


def _blockquote(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.Blockquote:  # noqa: ARG001
    return nodes.Blockquote(position, children)


def _list(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.List:
    start = token.meta.get("start")
    return nodes.List(position, children, start is not None, start, token.meta["spread"])


def _list_item(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.ListItem:
    return nodes.ListItem(position, children, token.meta.get("checked"), token.meta["spread"])


def _footnote_definition(
    token: Token, position: Position, children: tuple[nodes.Node, ...]
) -> nodes.FootnoteDefinition:
    return nodes.FootnoteDefinition(position, children, token.meta["identifier"], token.meta["label"])


def _table(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.Table:
    return nodes.Table(position, children, token.meta["align"])


def _table_row(token: Token, position: Position, children: tuple[nodes.Node, ...]) -> nodes.TableRow:  # noqa: ARG001
    return nodes.TableRow(position, children)


WITH_TEXT: Final[dict[str, Parent]] = {
    "paragraph_open": _paragraph,
    "heading_open": _heading,
    "th_open": _cell,
    "td_open": _cell,
}
"""Nodes of which the next token holds the text, and the one behind it is the closing one."""
LEAVES: Final[dict[str, Leaf]] = {
    "front_matter": _yaml,
    "mdx_esm": _esm,
    "mdx_flow_expression": _expression,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
    "hr": _thematic_break,
    "definition": _definition,
}
PARENTS: Final[dict[str, Parent]] = {
    "blockquote_open": _blockquote,
    "bullet_list_open": _list,
    "ordered_list_open": _list,
    "list_item_open": _list_item,
    "footnote_definition_open": _footnote_definition,
    "table_open": _table,
    "tr_open": _table_row,
}
"""Nodes whose children stand between this token and its closing one."""
