"""Inline tokens -> phrasing nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx import nodes
from guidec.mdx.element_frames import ElementFrames
from guidec.mdx.rules_inline.linkify import may_hold_autolinks
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token

    from guidec.mdx.frames import Frame
    from guidec.mdx.tag import Tag
    from guidec.mdx.tree_context import Context


def phrasing(token: Token, context: Context) -> tuple[nodes.Node, ...]:
    """Give the nodes of an `inline` token; tags that do not pair up are reported, and left out or closed early."""
    children = token.children or []
    if len(children) == 1 and children[0].type == "text" and not may_hold_autolinks(children[0].content):
        # Most texts are one piece.
        return (nodes.Text(Position(context.source, *children[0].meta["span"]), children[0].content),)
    return _Builder(token, context).build()


class _Builder:
    """Reads tokens from left to right; each kind has its method in `_HANDLERS`."""

    def __init__(self, token: Token, context: Context) -> None:
        self.token = token
        self.source = context.source
        self.frames = ElementFrames(token, context)

    def build(self) -> tuple[nodes.Node, ...]:
        """Read all tokens; those of an image are read in its place."""
        children = self.token.children or []
        unread: list[Iterator[Token]] = [iter(children)]
        images: list[Token] = []
        while unread:
            for token in unread[-1]:
                if handler := _HANDLERS.get(token.type):
                    handler(self, token)
                elif token.type == "image":
                    self.open_image(token)
                    images.append(token)
                    unread.append(iter(token.children or ()))
                    break
                else:
                    self.frames.add_text(token.content, *token.meta["span"])
            else:
                unread.pop()
                if images:
                    self.close_image(images.pop(), outermost=not images)
        if self.frames.elements:
            self.frames.close_elements(children[-1].meta["span"][1], None)
        self.frames.flush()
        return tuple(self.frames.root)

    # Leaves

    def code(self, token: Token) -> None:
        in_table = self.token.meta.get("in_table")
        self.literal(
            token, token.content.replace("\\|", "|") if in_table else token.content, nodes.InlineCode
        )

    def expression(self, token: Token) -> None:
        self.literal(token, token.content, nodes.MdxTextExpression)

    def html(self, token: Token) -> None:
        self.literal(token, token.content, nodes.Html)

    def literal(self, token: Token, value: str, node_type: type[nodes.Literal_]) -> None:
        if self.frames.alt is not None:
            self.frames.alt.append(value)
        else:
            self.frames.add(node_type(Position(self.source, *token.meta["span"]), value))

    def hard_break(self, token: Token) -> None:
        self.frames.add(nodes.Break(Position(self.source, *token.meta["span"])))

    def footnote(self, token: Token) -> None:
        self.frames.add(
            nodes.FootnoteReference(
                Position(self.source, *token.meta["span"]), token.meta["identifier"], token.content
            )
        )

    # Parents

    def open(self, token: Token) -> None:
        self.frames.open(token)

    def close(self, token: Token) -> Frame:
        """Leave the innermost node that is no JSX element; elements in it end here, too."""
        if self.frames.elements:
            self.frames.close_elements(token.meta["span"][0], token)
        return self.frames.pop()

    def close_pair(self, token: Token) -> None:
        self.frames.finish(self.close(token), token.meta["span"][1], _PAIRS[token.type])

    def open_link(self, token: Token) -> None:
        self.frames.open(token)
        self.frames.links += 1

    def close_link(self, token: Token) -> None:
        frame = self.close(token)
        self.frames.links -= 1
        opening = frame.token
        assert opening is not None

        def link(position: Position, children: tuple[nodes.Node, ...]) -> nodes.Node:
            reference = opening.meta.get("reference")
            if reference is None:
                return nodes.Link(position, children, str(opening.attrs["href"]), _title(opening))
            return nodes.LinkReference(
                position, children, reference.identifier, reference.label, reference.type
            )

        self.frames.finish(frame, token.meta["span"][1], link)

    def open_image(self, token: Token) -> None:
        self.frames.open(token)
        if self.frames.alt is None:
            self.frames.alt = []

    def close_image(self, token: Token, *, outermost: bool) -> None:
        self.frames.close_elements(token.meta["span"][1], token)
        self.frames.pop()
        if not outermost:
            return
        alt, self.frames.alt = "".join(self.frames.alt or ()), None
        position = Position(self.source, *token.meta["span"])
        reference = token.meta.get("reference")
        if reference is None:
            self.frames.add(nodes.Image(position, str(token.attrs["src"]), alt, _title(token)))
        else:
            names = (reference.identifier, reference.label, reference.type)
            self.frames.add(nodes.ImageReference(position, *names, alt))

    def jsx(self, token: Token) -> None:
        tag: Tag = token.meta["tag"]
        if tag.closing:
            self.frames.close_element(token, tag)
        else:
            self.frames.open_element(token, tag)


def _title(token: Token) -> str | None:
    title = token.attrs.get("title")
    return None if title is None else str(title)


_PAIRS: dict[str, type[nodes.Emphasis] | type[nodes.Strong] | type[nodes.Delete]] = {
    "em_close": nodes.Emphasis,
    "strong_close": nodes.Strong,
    "s_close": nodes.Delete,
}
_HANDLERS: dict[str, Callable[[_Builder, Token], None]] = {
    "code_inline": _Builder.code,
    "hardbreak": _Builder.hard_break,
    "footnote_ref": _Builder.footnote,
    "mdx_text_expression": _Builder.expression,
    "mdx_jsx_text": _Builder.jsx,
    "html_inline": _Builder.html,
    "link_open": _Builder.open_link,
    "link_close": _Builder.close_link,
    **dict.fromkeys(("em_open", "strong_open", "s_open"), _Builder.open),
    **dict.fromkeys(_PAIRS, _Builder.close_pair),
}
"""Anything else, text and soft breaks above all, is text."""
