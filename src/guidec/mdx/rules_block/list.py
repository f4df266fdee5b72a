"""Bullet and ordered lists, and their items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from guidec.mdx.containers import Container
from guidec.mdx.rules_block.hr import THEMATIC_BREAK
from guidec.mdx.state import NO_LIMIT, Cursor

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.state import MdxStateBlock

MARKER = re.compile(r"([*+-])|([0-9]{1,9})([.)])")


class ListContainer(Container):
    """An open list with its open item."""

    __slots__ = (
        "content",
        "first_blank",
        "further_blank",
        "initial_blank",
        "item",
        "item_line",
        "loose",
        "marker",
        "ordered",
        "paragraphs",
        "prefix",
        "size",
        "spread",
    )
    tag = ""

    def __init__(self, opening: Token, marker: str, ordered: bool) -> None:
        super().__init__(opening)
        self.marker = marker
        self.ordered = ordered
        self.initial_blank = False
        """Whether the item's first line is blank behind the marker."""
        self.further_blank = False
        """Whether a second blank line followed: then the item is over."""
        self.size = 0
        """Columns of white space that keep the open item open."""
        self.prefix = (0, 0, "")
        """Start and end of the newest item's marker with its white space, and the marker."""
        self.item: Token
        self.item_line = 0
        self.first_blank: int | None = None
        """Offset of the first blank line in the open item, outside other lists and quotes."""
        self.spread = False
        self.loose = False
        self.paragraphs: list[Token] = []

    def proceed(self, state: MdxStateBlock, cursor: Cursor) -> bool:
        if cursor.at_blank():
            self.further_blank |= self.initial_blank
            cursor.skip(self.size)
            return True
        over = self.further_blank
        self.initial_blank = self.further_blank = False
        pos, pad = cursor.pos, cursor.pad
        if not over and cursor.skip(self.size) == self.size:
            return True
        cursor.pos, cursor.pad = pos, pad
        if self.read_marker(state, cursor):
            state.sibling = self
            return True
        cursor.pos, cursor.pad = pos, pad
        return False

    def remember(self) -> tuple[Any, ...]:
        return self.initial_blank, self.further_blank, self.size, self.prefix, self.item_line

    def recall(self, memory: tuple[Any, ...]) -> None:
        self.initial_blank, self.further_blank, self.size, self.prefix, self.item_line = memory

    def read_marker(self, state: MdxStateBlock, cursor: Cursor) -> bool:
        """Move over the marker of an item of this list, and note how far its content is indented."""
        indent = cursor.skip(NO_LIMIT)
        start = cursor.pos
        match = MARKER.match(state.src, start, cursor.end)
        if match is None or (match[1] or match[3]) != self.marker or (match[1] is None) != self.ordered:
            return False
        if match[1] and THEMATIC_BREAK.fullmatch(state.src, start, cursor.end):
            return False
        cursor.pos = match.end()
        width = match.end() - start
        if cursor.at_blank():
            self.initial_blank = True
            self.size = indent + width + 1
        else:
            space = cursor.skip(NO_LIMIT)
            if not space:
                return False
            self.size = indent + width + space
        self.item_line = cursor.line
        self.prefix = (start, cursor.pos, match[0])
        return True

    def start_item(self, state: MdxStateBlock) -> None:
        """End the open item and start the one whose marker was read last."""
        self.end_item(state, state.endings.item_count, self.prefix[1])
        self.open_item(state)

    def open_item(self, state: MdxStateBlock) -> None:
        """Write the opening token of the item whose marker was read last."""
        start, _, marker = self.prefix
        self.item = state.push("list_item_open", "li", 1)
        self.item.markup = self.marker
        self.item.info = marker[:-1]
        self.item.map = [self.item_line, self.item_line]
        self.item.meta["span"] = (start, start)
        self.first_blank = None
        state.endings.clear()

    def end_item(self, state: MdxStateBlock, endings: int, otherwise: int) -> None:
        """Close the open item: before so many line endings, or else at the offset `otherwise`."""
        first = state.endings.item_first
        spread = self.first_blank is not None and (not endings or self.first_blank < first)
        self.spread |= endings > 1
        self.loose |= spread
        self.item.meta["span"] = (self.item.meta["span"][0], first if endings else otherwise)
        self.item.meta["spread"] = spread
        state.push("list_item_close", "li", -1)

    def see_blank(self, offset: int) -> bool:
        if self.first_blank is None:
            self.first_blank = offset
        return True

    def close(self, state: MdxStateBlock, end: int) -> None:
        endings = state.endings
        if self.first_blank is not None and endings.count and self.first_blank >= endings.first:
            self.first_blank = None
        self.end_item(state, endings.item_count - endings.count, end)
        self.opening.meta["span"] = (self.opening.meta["span"][0], end)
        self.opening.meta["spread"] = self.spread
        if not (self.spread or self.loose):
            for token in self.paragraphs:
                token.hidden = True
        state.push("ordered_list_close" if self.ordered else "bullet_list_close", self.opening.tag, -1)


def list_block(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803
    """Open a list with its first item."""
    start = state.bMarks[startLine] + state.tShift[startLine]
    end = state.eMarks[startLine]
    match = MARKER.match(state.src, start, end)
    if match is None:
        return False
    after = match.end()
    if after < end and state.src[after] not in " \t":
        return False
    if match[1] and THEMATIC_BREAK.fullmatch(state.src, start, end):
        return False
    if state.parentType == "paragraph" and not _can_interrupt(state, match, end):
        return False
    if not silent:
        _open(state, startLine, match)
    return True


def _can_interrupt(state: MdxStateBlock, match: re.Match[str], end: int) -> bool:
    """A list that interrupts a paragraph starts with 1 and with content (CommonMark 0.31, section 5.3)."""
    return match[2] in (None, "1") and bool(state.src[match.end() : end].strip(" \t"))


def _open(state: MdxStateBlock, line: int, match: re.Match[str]) -> None:
    ordered = match[1] is None
    kind, tag = ("ordered_list_open", "ol") if ordered else ("bullet_list_open", "ul")
    token = state.push(kind, tag, 1)
    token.markup = match[1] or match[3]
    token.map = [line, line]
    token.meta["span"] = (match.start(), match.start())
    if ordered:
        token.meta["start"] = int(match[2])
        if token.meta["start"] != 1:
            token.attrs["start"] = token.meta["start"]
    container = ListContainer(token, token.markup, ordered)
    cursor = Cursor(state)
    cursor.start(line, state.bMarks[line], state.pads.get(line, 0))
    container.read_marker(state, cursor)
    state.enter(container)
    container.open_item(state)
    state.begin(line, cursor.pos, cursor.pad)
