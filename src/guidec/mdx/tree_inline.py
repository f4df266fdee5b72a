"""Inline tokens to phrasing nodes."""

from __future__ import annotations

from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, Protocol

from guidec.mdx import nodes
from guidec.mdx.frames import Frame, Frames
from guidec.mdx.jsx_attributes import attribute_nodes
from guidec.mdx.rules_inline.linkify import may_hold_autolinks
from guidec.mdx.segments import Segments
from guidec.mdx.tag_pairs import misplaced_closing_tag, stray_closing_tag, unclosed_tag, wrong_closing_tag
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    from guidec.diagnostics import Diagnostic
    from guidec.mdx.tag import Tag
    from guidec.source import Source


class OpenTag(Protocol):
    """A flow tag that is open around the text."""

    @property
    def name(self) -> str | None: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102


class Context(Protocol):
    """What the tree is built in."""

    @property
    def source(self) -> Source: ...  # noqa: D102
    @property
    def diagnostics(self) -> list[Diagnostic]: ...  # noqa: D102
    @property
    def autolinks(self) -> bool: ...  # noqa: D102
    @property
    def open_tags(self) -> Sequence[OpenTag]: ...  # noqa: D102


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
        self.context = context
        self.frames = Frames(context.source, context.diagnostics, autolinks=context.autolinks)
        self.tags: list[Frame] = []
        """The open JSX elements, innermost last."""
        self.closed_early: dict[str | None, int] = {}
        """How many elements of a name were ended without their closing tag, which may still follow."""

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
        self.close_tags(children[-1].meta["span"][1] if children else 0, None)
        self.frames.flush()
        return tuple(self.frames.root)

    def position(self, token: Token) -> Position:
        start, end = token.meta["span"]
        return Position(self.source, start, end)

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
            self.frames.add(node_type(self.position(token), value))

    def hard_break(self, token: Token) -> None:
        self.frames.add(nodes.Break(self.position(token)))

    def footnote(self, token: Token) -> None:
        self.frames.add(
            nodes.FootnoteReference(self.position(token), token.meta["identifier"], token.content)
        )

    # Parents

    def open(self, token: Token) -> None:
        self.frames.open(token)

    def close(self, token: Token) -> Frame:
        """Leave the innermost node that is no JSX element; elements in it end here, too."""
        if self.tags:
            self.close_tags(token.meta["span"][0], token)
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
        self.close_tags(token.meta["span"][1], token)
        self.frames.pop()
        if not outermost:
            return
        alt, self.frames.alt = "".join(self.frames.alt or ()), None
        position = self.position(token)
        reference = token.meta.get("reference")
        if reference is None:
            self.frames.add(nodes.Image(position, str(token.attrs["src"]), alt, _title(token)))
        else:
            names = (reference.identifier, reference.label, reference.type)
            self.frames.add(nodes.ImageReference(position, *names, alt))

    # JSX

    def jsx(self, token: Token) -> None:
        tag: Tag = token.meta["tag"]
        if tag.closing:
            self.close_tag(token, tag)
            return
        self.frames.open(token, tag)
        if tag.self_closing:
            self.finish_element(self.frames.pop(), token.meta["span"][1])
        else:
            self.tags.append(self.frames.top)

    def close_tag(self, token: Token, tag: Tag) -> None:
        top = self.frames.top
        if top.tag is not None and top.name == tag.name:
            self.tags.pop()
            self.finish_element(self.frames.pop(), token.meta["span"][1])
        elif self.closed_early.get(tag.name):
            self.closed_early[tag.name] -= 1
        else:
            self.context.diagnostics.append(self.refusal(token, tag))
            self.close_inner(token, tag)

    def close_inner(self, token: Token, tag: Tag) -> None:
        """End the elements in the one that a closing tag fits; where it fits none, that which it was meant for."""
        frames = list(takewhile(lambda frame: frame.tag is not None, reversed(self.frames.stack)))
        names = [frame.name for frame in frames]
        inner = names[: names.index(tag.name)] if tag.name in names else names[:1]
        start, end = token.meta["span"]
        for name in inner:
            self.closed_early[name] = self.closed_early.get(name, 0) + 1
            self.tags.pop()
            self.finish_element(self.frames.pop(), start)
        if tag.name in names:
            self.tags.pop()
            self.finish_element(self.frames.pop(), end)

    def refusal(self, token: Token, tag: Tag) -> Diagnostic:
        """Say why a closing tag fits no opening one in the same parent; it is left out."""
        place = self.position(token)
        innermost = self.innermost_tag()
        if innermost is None:
            return stray_closing_tag(tag.name, place)
        name, opened = innermost
        if name != tag.name:
            return wrong_closing_tag(tag.name, place, name, opened)
        return misplaced_closing_tag(tag.name, place, opened, _kind(self.frames.top.token))

    def innermost_tag(self) -> tuple[str | None, Position] | None:
        """Give the name and the place of the innermost open tag, in this text or around it."""
        if self.tags:
            self.tags[-1].reported = True
            return self.tags[-1].name, self.tags[-1].position(self.source)
        if self.context.open_tags:
            around = self.context.open_tags[-1]
            return around.name, Position(self.source, around.start, around.end)
        return None

    def close_tags(self, end: int, parent: Token | None) -> None:
        """End the JSX elements that are innermost and not closed where their parent ends; report them."""
        while self.frames.top.tag is not None:
            frame = self.frames.pop()
            self.tags.pop()
            self.closed_early[frame.name] = self.closed_early.get(frame.name, 0) + 1
            if not frame.reported:
                place, opened = Position(self.source, end, end), frame.position(self.source)
                self.context.diagnostics.append(unclosed_tag(frame.name, opened, _kind(parent), place))
            self.finish_element(frame, end)

    def finish_element(self, frame: Frame, end: int) -> None:
        tag = frame.tag
        assert tag is not None

        def element(position: Position, children: tuple[nodes.Node, ...]) -> nodes.Node:
            attributes = attribute_nodes(tag, self.place) if tag.attributes else ()
            return nodes.MdxJsxTextElement(position, children, tag.name, attributes)

        self.frames.finish(frame, end, element)

    @cached_property
    def segments(self) -> Segments:
        return Segments(self.token.meta.get("segments") or [(0, 0)])

    def place(self, start: int, end: int) -> Position:
        """Give the place of a stretch of the text that was scanned."""
        return Position(self.source, *self.segments.span(start, end))


def _title(token: Token) -> str | None:
    title = token.attrs.get("title")
    return None if title is None else str(title)


_KINDS = {"em": "emphasis", "strong": "strong", "s": "delete", "link": "link", "image": "image"}


def _kind(token: Token | None) -> str:
    """Name what a token opens or closes, in mdast's words."""
    return _KINDS.get(token.type.partition("_")[0], "element") if token else "text"


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
