"""JSX tags and expressions that have their lines to themselves: both may stand on one line, in any order.

An opening and a closing tag are two tokens; the tree pairs them. So Markdown stands freely between them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidec.mdx.cursor import INDENT
from guidec.mdx.expression import Expression, ExpressionKind, scan_expression
from guidec.mdx.problem import Problem
from guidec.mdx.rules_block.stretch import Stretch
from guidec.mdx.tag import Tag, scan_tag

if TYPE_CHECKING:
    from guidec.mdx.state import MdxStateBlock
    from guidec.mdx.token import Nesting

Piece = Tag | Expression
MOST_UNCLOSED = 8
"""After so many tags and expressions without an end no more are looked for: each costs a look at all that follows."""


def jsx_flow(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a line of tags and expressions that starts with a tag; it may go over several lines of source."""
    return _flow(state, startLine, endLine, silent, "<")


def expression_flow(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: N803
    """Read a line of tags and expressions that starts with an expression."""
    return _flow(state, startLine, endLine, silent, "{")


def _flow(state: MdxStateBlock, line: int, end: int, silent: bool, character: str) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    if state.src[start] != character or state.unclosed >= MOST_UNCLOSED:
        return False
    if state.scanned is None or state.scanned[0] != start:
        stretch = Stretch(state, line, start, end)
        state.scanned = start, stretch, stretch.scan(_scan_pieces)
    _, stretch, found = state.scanned
    if found is None:
        return False
    if silent:
        return True
    if isinstance(found, Problem):
        stretch.report(found)
        return True
    state.line = stretch.line_of(found[-1].end - 1) + 1
    for piece in found:
        _push(state, stretch, piece, [line, state.line])
    return True


def _scan_pieces(stretch: Stretch) -> list[Piece] | Problem | None:
    """Scan tags and expressions up to the end of a line; None where something else stands there."""
    text, pos = stretch.text, stretch.start
    column_of = stretch.column_of if stretch.contained else None
    pieces: list[Piece] = []
    piece: Piece | Problem | None
    while True:
        opening = text[pos : pos + 1]
        if opening == "<":
            piece = scan_tag(text, pos, column_of)
        elif opening == "{" and not (pieces and isinstance(pieces[-1], Expression)):
            piece = scan_expression(text, pos, ExpressionKind.FLOW, column_of)
        else:
            stretch.stopped = min(pos, len(text) - 1)
            return pieces if opening in ("", "\r", "\n") else None
        if piece is None or isinstance(piece, Problem):
            stretch.stopped = pos
            return piece
        pieces.append(piece)
        pos = piece.end
        if text.startswith((" ", "\t"), pos):
            pos = INDENT.match(text, pos).end()  # type: ignore[union-attr]  # always matches


def _push(state: MdxStateBlock, stretch: Stretch, piece: Piece, lines: list[int]) -> None:
    meta: dict[str, Any] = {
        "span": (stretch.offset(piece.start), stretch.end(piece.end)),
        "segments": stretch.segments,
    }
    if isinstance(piece, Expression):
        token = state.add("mdx_flow_expression", "", 0, meta, lines, piece.value)
    else:
        meta["tag"] = piece
        token = state.add(*_tag_token(piece), meta, lines)
    token.hidden = True


def _tag_token(tag: Tag) -> tuple[str, str, Nesting]:
    name = tag.name or ""
    if tag.closing:
        return "mdx_jsx_flow_close", name, -1
    if tag.self_closing:
        return "mdx_jsx_flow", name, 0
    return "mdx_jsx_flow_open", name, 1
