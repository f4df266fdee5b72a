"""The open nodes of a text while its tokens are read: a stack, so that nesting needs no recursion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.mdx import nodes
from guidec.mdx.autolink_text import with_autolinks
from guidec.mdx.rules_inline.linkify import may_hold_autolinks
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown_it.token import Token

    from guidec.mdx.tag import Tag
    from guidec.source import Source

MOST_LEVELS = 200


class Frame:
    """A node whose children are still being read; `tag` is set for a JSX element, `token` for all but the outermost."""

    __slots__ = ("children", "reported", "start", "tag", "token")

    def __init__(self, token: Token | None, children: list[nodes.Node], tag: Tag | None = None) -> None:
        self.token = token
        self.start = token.meta["span"][0] if token else 0
        self.children = children
        self.tag = tag
        self.reported = False
        """Whether something was said about its closing tag already."""

    @property
    def name(self) -> str | None:
        """The name of its tag."""
        return self.tag.name if self.tag else None

    def position(self, source: Source) -> Position:
        """Give the place of the token that opened it."""
        start, end = self.token.meta["span"] if self.token else (0, 0)
        return Position(source, start, end)


class Frames:
    """The open nodes, innermost last, and the text that stands directly before the current place."""

    def __init__(self, source: Source, diagnostics: list[Diagnostic], *, autolinks: bool) -> None:
        self.source = source
        self.diagnostics = diagnostics
        self.autolinks = autolinks
        self.root: list[nodes.Node] = []
        self.top = Frame(None, self.root)
        """The innermost open node."""
        self.stack = [self.top]
        self.links = 0
        self.alt: list[str] | None = None
        """The alternative text, while in an image: no nodes are made there."""
        self._text: list[str] = []
        self._start = 0
        self._end = 0
        self._too_deep = False

    def add_text(self, value: str, start: int, end: int) -> None:
        """Add text; what follows each other directly becomes one node."""
        if self.alt is not None:
            self.alt.append(value)
            return
        if not self._text:
            self._start = start
        self._text.append(value)
        self._end = end

    def flush(self) -> None:
        """Make a node of the text read so far, or several where it holds autolinks."""
        if not self._text:
            return
        value = self._text[0] if len(self._text) == 1 else "".join(self._text)
        self._text = []
        text = nodes.Text(Position(self.source, self._start, self._end), value)
        if self.autolinks and not self.links and may_hold_autolinks(value):
            self.top.children.extend(with_autolinks(text))
        else:
            self.top.children.append(text)

    def add(self, node: nodes.Node) -> None:
        """Add a node without children."""
        self.flush()
        if self.alt is None:
            self.top.children.append(node)

    def open(self, token: Token, tag: Tag | None = None) -> None:
        """Start a node; beyond the limit its children count as its parent's, and it is left out."""
        self.flush()
        children = self.top.children
        if len(self.stack) <= MOST_LEVELS:
            children = []
        elif not self._too_deep:
            self._too_deep = True
            message = f"Unexpected nesting, expected at most {MOST_LEVELS} levels"
            place = self.source.span(*token.meta["span"])
            self.diagnostics.append(Diagnostic.at(NESTING_LIMIT, message, place))
        self.top = Frame(token, children, tag)
        self.stack.append(self.top)

    def pop(self) -> Frame:
        """Leave the innermost open node."""
        self.flush()
        frame = self.stack.pop()
        self.top = self.stack[-1]
        return frame

    def finish(
        self, frame: Frame, end: int, make: Callable[[Position, tuple[nodes.Node, ...]], nodes.Node]
    ) -> None:
        """Make the node of a frame that was left."""
        parent = self.top
        if self.alt is None and frame.children is not parent.children:
            parent.children.append(make(Position(self.source, frame.start, end), tuple(frame.children)))
