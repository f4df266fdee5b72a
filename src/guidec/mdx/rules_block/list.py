"""Bullet and ordered lists, and their items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from guidec.mdx.containers import Container, end_lines
from guidec.mdx.cursor import NO_LIMIT, Cursor
from guidec.mdx.rules_block.hr import THEMATIC_BREAK

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.endings import Endings
    from guidec.mdx.state import MdxStateBlock

MARKER = re.compile(r"([*+-])|([0-9]{1,9})([.)])")


class Marker(NamedTuple):
    """The marker of an item, with the white space behind it."""

    line: int
    start: int
    end: int
    character: str
    """`*`, `+`, `-`, `.` or `)`."""
    number: str
    """Empty in a bullet list."""
    size: int
    """Columns of white space that keep the item open."""
    blank: bool
    """Whether nothing else stands on the line."""


def read_marker(state: MdxStateBlock, cursor: Cursor) -> Marker | None:
    """Move the cursor over the indent and the marker of an item, if one comes next."""
    indent = cursor.skip(state.most_indent)
    start = cursor.pos
    match = MARKER.match(state.src, start, cursor.end)
    if match is None or (match[1] and THEMATIC_BREAK.fullmatch(state.src, start, cursor.end)):
        return None
    cursor.pos = match.end()
    size = indent + match.end() - start
    blank = cursor.at_blank()
    if blank:
        size += 1
    else:
        space = cursor.skip(NO_LIMIT)
        if not space:
            return None
        if space > state.most_indent + 1:  # indented code behind one space
            cursor.pos, cursor.pad = match.end(), 0
            space = cursor.skip(1)
        size += space
    return Marker(cursor.line, start, cursor.pos, match[1] or match[3], match[2] or "", size, blank)


class ListContainer(Container):
    """An open list with its open item."""

    __slots__ = (
        "first_blank",
        "further_blank",
        "initial_blank",
        "item",
        "loose",
        "marker",
        "next_marker",
        "paragraphs",
        "spread",
    )
    tag = ""

    def __init__(self, opening: Token, marker: Marker) -> None:
        super().__init__(opening)
        self.marker = self.next_marker = marker
        """The markers of the open item and of the one to open next."""
        self.item: Token
        self.initial_blank = False
        """Whether the item's first line is blank behind the marker."""
        self.further_blank = False
        """Whether a second blank line followed: then the item is over."""
        self.first_blank: int | None = None
        """Offset of the first blank line in the open item, outside other lists and quotes."""
        self.spread = False
        self.loose = False
        self.paragraphs: list[Token] = []
        """The tokens of the paragraphs that are the items' own: hidden where the list is tight."""

    def proceed(self, state: MdxStateBlock, cursor: Cursor) -> bool:
        """Move over the item's indent, or over the marker of the next item."""
        size = self.marker.size
        if cursor.at_blank():
            self.further_blank |= self.initial_blank
            cursor.skip(size)
            return True
        over = self.further_blank
        self.initial_blank = self.further_blank = False
        pos, pad = cursor.pos, cursor.pad
        if not over and cursor.skip(size) == size:
            return True
        cursor.pos, cursor.pad = pos, pad
        marker = read_marker(state, cursor)
        if (
            marker
            and marker.character == self.marker.character
            and bool(marker.number) == bool(self.marker.number)
        ):
            self.next_marker = marker
            state.sibling = self
            return True
        cursor.pos, cursor.pad = pos, pad
        return False

    def remember(self) -> tuple[Any, ...]:
        """Give what `proceed` changes."""
        return self.initial_blank, self.further_blank

    def recall(self, memory: tuple[Any, ...]) -> None:
        """Undo what `proceed` has changed since `remember`."""
        self.initial_blank, self.further_blank = memory

    def start_item(self, state: MdxStateBlock) -> None:
        """End the open item and start the one whose marker was read last."""
        self.end_item(state, state.endings.item_count, self.next_marker.end)
        self.open_item(state)

    def open_item(self, state: MdxStateBlock) -> None:
        """Write the opening token of the item whose marker was read last."""
        marker = self.marker = self.next_marker
        self.extent = None
        self.initial_blank = marker.blank
        self.first_blank = None
        self.item = state.push("list_item_open", "li", 1)
        self.item.markup = marker.character
        self.item.info = marker.number
        self.item.map = [marker.line, marker.line]
        self.item.meta["span"] = (marker.start, marker.start)
        state.endings.clear()

    def end_item(self, state: MdxStateBlock, endings: int, otherwise: int) -> None:
        """Close the open item: before so many line endings, or else at the offset `otherwise`."""
        first = state.endings.item_first
        spread = self.first_blank is not None and (not endings or self.first_blank < first)
        self.spread |= endings > 1
        self.loose |= spread
        self.item.meta["span"] = (self.item.meta["span"][0], first if endings else otherwise)
        self.item.meta["spread"] = spread
        end_lines(self.item, state)
        state.push("list_item_close", "li", -1)

    def starts_on(self, line: int) -> bool:
        """Say whether the open item's marker stands on a line."""
        return self.marker.line == line

    def see_blank(self, offset: int) -> None:
        """Take note of the first blank line in the open item."""
        if self.first_blank is None:
            self.first_blank = offset

    def see_end(self, endings: Endings) -> None:
        """Count the line endings behind a container in the item as blank lines, all but the first."""
        if self.first_blank == endings.first:
            self.first_blank = None
        if endings.count > 1:
            self.see_blank(endings.first + 1)

    def close(self, state: MdxStateBlock, end: int) -> None:
        """Write the closing tokens of the open item and of the list."""
        endings = state.endings
        if self.first_blank is not None and endings.count and self.first_blank >= endings.first:
            self.first_blank = None
        self.end_item(state, endings.item_count - endings.count, end)
        self.opening.meta["span"] = (self.opening.meta["span"][0], end)
        self.opening.meta["spread"] = self.spread
        end_lines(self.opening, state)
        if not (self.spread or self.loose):
            for token in self.paragraphs:
                token.hidden = True
        state.push(self.opening.type.replace("open", "close"), self.opening.tag, -1)


def list_block(state: MdxStateBlock, startLine: int, endLine: int, silent: bool) -> bool:  # noqa: ARG001, N803
    """Open a list with its first item."""
    cursor = Cursor(state)
    cursor.start(startLine, state.bMarks[startLine], state.pads.get(startLine, 0))
    marker = read_marker(state, cursor)
    if marker is None or (
        state.parentType == "paragraph" and (marker.blank or marker.number not in ("", "1"))
    ):
        # A list that interrupts a paragraph starts with 1 and with content (CommonMark 0.31, section 5.3).
        return False
    if silent:
        return True
    token = state.push(*(("ordered_list_open", "ol") if marker.number else ("bullet_list_open", "ul")), 1)
    token.markup = marker.character
    token.map = [startLine, startLine]
    token.meta["span"] = (marker.start, marker.start)
    if marker.number:
        token.meta["start"] = int(marker.number)
        if token.meta["start"] != 1:
            token.attrs["start"] = token.meta["start"]
    container = ListContainer(token, marker)
    state.enter(container)
    container.open_item(state)
    state.begin(startLine, cursor.pos, cursor.pad)
    return True
