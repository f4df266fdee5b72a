"""The open nodes of a text with its JSX elements: which closing tag ends which, and what is said of the rest."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING

from guidec.mdx import nodes
from guidec.mdx.frames import Frames
from guidec.mdx.jsx_attributes import attribute_nodes
from guidec.mdx.segments import Segments
from guidec.mdx.tag_pairs import misplaced_closing_tag, stray_closing_tag, unclosed_tag, wrong_closing_tag
from guidec.source import Position

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.diagnostics import Diagnostic
    from guidec.mdx.frames import Frame
    from guidec.mdx.tag import Tag
    from guidec.mdx.tree_context import Context


class ElementFrames(Frames):
    """The open nodes of the text of one `inline` token."""

    def __init__(self, text: Token, context: Context) -> None:
        super().__init__(context.source, context.diagnostics, autolinks=context.autolinks)
        self.open_tags = context.open_tags
        """The flow tags around the text, innermost last."""
        self._token = text
        self.elements: list[Frame] = []
        """The open JSX elements, innermost last."""
        self._closed_early: dict[str | None, int] = {}
        """How many elements of a name were ended without their closing tag, which may still follow."""

    def open_element(self, token: Token, tag: Tag) -> None:
        """Start an element at its opening tag; one that closes itself is whole."""
        self.open(token, tag)
        if tag.self_closing:
            self._finish_element(self.pop(), token.meta["span"][1])
        else:
            self.elements.append(self.top)

    def close_element(self, token: Token, tag: Tag) -> None:
        """End the element that a closing tag fits; tags that fit none are reported."""
        top = self.top
        if top.tag is not None and top.name == tag.name:
            self.elements.pop()
            self._finish_element(self.pop(), token.meta["span"][1])
        elif self._closed_early.get(tag.name):
            self._closed_early[tag.name] -= 1
        else:
            self.diagnostics.append(self._refusal(token, tag))
            self._close_inner(token, tag)

    def close_elements(self, end: int, parent: Token | None) -> None:
        """End the JSX elements that are innermost and not closed where their parent ends; report them."""
        while self.top.tag is not None:
            frame = self.pop()
            self.elements.pop()
            self._closed_early[frame.name] = self._closed_early.get(frame.name, 0) + 1
            if not frame.reported:
                place, opened = Position(self.source, end, end), frame.position(self.source)
                self.diagnostics.append(unclosed_tag(frame.name, opened, _kind(parent), place))
            self._finish_element(frame, end)

    def _close_inner(self, token: Token, tag: Tag) -> None:
        """End the elements in the one that a closing tag fits; where it fits none, that which it was meant for."""
        frames = list(takewhile(lambda frame: frame.tag is not None, reversed(self.stack)))
        names = [frame.name for frame in frames]
        inner = names[: names.index(tag.name)] if tag.name in names else names[:1]
        start, end = token.meta["span"]
        for name in inner:
            self._closed_early[name] = self._closed_early.get(name, 0) + 1
            self.elements.pop()
            self._finish_element(self.pop(), start)
        if tag.name in names:
            self.elements.pop()
            self._finish_element(self.pop(), end)

    def _refusal(self, token: Token, tag: Tag) -> Diagnostic:
        """Say why a closing tag fits no opening one in the same parent; it is left out."""
        place = Position(self.source, *token.meta["span"])
        innermost = self._innermost_tag()
        if innermost is None:
            return stray_closing_tag(tag.name, place)
        name, opened = innermost
        if name != tag.name:
            return wrong_closing_tag(tag.name, place, name, opened)
        return misplaced_closing_tag(tag.name, place, opened, _kind(self.top.token))

    def _innermost_tag(self) -> tuple[str | None, Position] | None:
        """Give the name and the place of the innermost open tag, in this text or around it."""
        if self.elements:
            self.elements[-1].reported = True
            return self.elements[-1].name, self.elements[-1].position(self.source)
        if self.open_tags:
            around = self.open_tags[-1]
            return around.name, Position(self.source, around.start, around.end)
        return None

    def _finish_element(self, frame: Frame, end: int) -> None:
        tag = frame.tag
        assert tag is not None

        def element(position: Position, children: tuple[nodes.Node, ...]) -> nodes.Node:
            attributes = attribute_nodes(tag, self._place) if tag.attributes else ()
            return nodes.MdxJsxTextElement(position, children, tag.name, attributes)

        self.finish(frame, end, element)

    @cached_property
    def _segments(self) -> Segments:
        return Segments(self._token.meta.get("segments") or [(0, 0)])

    def _place(self, start: int, end: int) -> Position:
        """Give the place of a stretch of the text that was scanned."""
        return Position(self.source, *self._segments.span(start, end))


_KINDS = {"em": "emphasis", "strong": "strong", "s": "delete", "link": "link", "image": "image"}


def _kind(token: Token | None) -> str:
    """Name what a token opens or closes, in mdast's words."""
    return _KINDS.get(token.type.partition("_")[0], "element") if token else "text"
