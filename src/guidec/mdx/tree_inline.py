"""Inline tokens to phrasing nodes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.mdx import nodes
from guidec.mdx.autolink_text import may_hold_autolinks, with_autolinks
from guidec.mdx.jsx_attributes import attribute_nodes
from guidec.mdx.segments import Segments
from guidec.mdx.tag_pairs import misplaced_closing_tag, stray_closing_tag, unclosed_tag, wrong_closing_tag
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from markdown_it.token import Token

    from guidec.mdx.tag import Tag
    from guidec.source import Source

MOST_LEVELS = 200
_ESCAPED_PIPE = re.compile(r"\\\|")


class OpenTag(Protocol):
    """A flow tag that is open around the text."""

    name: str | None
    start: int
    end: int


class Context(Protocol):
    """What the tree is built in."""

    source: Source
    diagnostics: list[Diagnostic]
    open_tags: Sequence[OpenTag]


def phrasing(token: Token, context: Context) -> tuple[nodes.Node, ...]:
    """Give the nodes of an `inline` token; tags that do not pair up are reported, and the rest goes on without them."""
    return _Builder(token, context).build()


class _Frame:
    """A node whose children are still being read; `tag` is set for a JSX element."""

    __slots__ = ("children", "reported", "start", "tag", "token")

    def __init__(self, token: Token | None, children: list[nodes.Node], tag: Tag | None = None) -> None:
        self.token = token
        self.start = token.meta["span"][0] if token else 0
        self.children = children
        self.tag = tag
        self.reported = False

    @property
    def name(self) -> str | None:
        return self.tag.name if self.tag else None


_KINDS = {"em": "emphasis", "strong": "strong", "s": "delete", "link": "link", "image": "image"}


def _kind(token: Token | None) -> str:
    """Name what a token opens or closes, in mdast's words."""
    return _KINDS.get(token.type.partition("_")[0], "element") if token else "text"


class _Builder:
    """Reads tokens from left to right; the innermost open node is the last frame."""

    def __init__(self, token: Token, context: Context) -> None:
        self.token = token
        self.source = context.source
        self.context = context
        self.frames = [_Frame(None, [])]
        self.tags: list[_Frame] = []
        self.closed_early: dict[str | None, int] = {}
        self.text: list[str] = []
        self.text_start = 0
        self.text_end = 0
        self.links = 0
        self.alt: list[str] | None = None
        """The alternative text, while in an image: no nodes are made there."""
        self.too_deep = False

    def build(self) -> tuple[nodes.Node, ...]:
        pending: list[Iterator[Token]] = [iter(self.token.children or ())]
        images: list[Token] = []
        while pending:
            token = next(pending[-1], None)
            if token is None:
                pending.pop()
                if images:
                    self._close_image(images.pop(), outermost=not images)
            elif token.type == "image":
                self._open_image(token)
                images.append(token)
                pending.append(iter(token.children or ()))
            else:
                _HANDLERS.get(token.type, _Builder._text)(self, token)
        self._close_tags(self._end(), None)
        self._flush()
        return tuple(self.frames[0].children)

    def _end(self) -> int:
        children = self.token.children
        end: int = children[-1].meta["span"][1] if children else 0
        return end

    # Leaves

    def _text(self, token: Token) -> None:
        if self.alt is not None:
            self.alt.append(token.content)
            return
        start, end = token.meta["span"]
        if not self.text:
            self.text_start = start
        self.text.append(token.content)
        self.text_end = end

    def _flush(self) -> None:
        """Make a node of the text read so far."""
        if not self.text:
            return
        value = self.text[0] if len(self.text) == 1 else "".join(self.text)
        self.text.clear()
        node = nodes.Text(Position(self.source, self.text_start, self.text_end), value)
        if not self.links and may_hold_autolinks(value):
            self.frames[-1].children.extend(with_autolinks(node))
        else:
            self.frames[-1].children.append(node)

    def _add(self, node: nodes.Node) -> None:
        self._flush()
        self.frames[-1].children.append(node)

    def _position(self, token: Token) -> Position:
        start, end = token.meta["span"]
        return Position(self.source, start, end)

    def _code(self, token: Token) -> None:
        value = token.content
        if self.token.meta.get("in_table"):
            value = _ESCAPED_PIPE.sub("|", value)
        self._literal(token, value, nodes.InlineCode)

    def _expression(self, token: Token) -> None:
        self._literal(token, token.content, nodes.MdxTextExpression)

    def _literal(self, token: Token, value: str, node_type: type[nodes.Literal_]) -> None:
        if self.alt is not None:
            self.alt.append(value)
        else:
            self._add(node_type(self._position(token), value))

    def _break(self, token: Token) -> None:
        if self.alt is None:
            self._add(nodes.Break(self._position(token)))

    def _footnote(self, token: Token) -> None:
        if self.alt is None:
            self._add(nodes.FootnoteReference(self._position(token), token.meta["identifier"], token.content))

    # Parents

    def _open(self, token: Token, tag: Tag | None = None) -> None:
        self._flush()
        children = self.frames[-1].children
        if len(self.frames) <= MOST_LEVELS:
            children = []
        elif not self.too_deep:
            self.too_deep = True
            message = f"Unexpected nesting, expected at most {MOST_LEVELS} levels"
            self._report(Diagnostic.at(NESTING_LIMIT, message, self._position(token)))
        self.frames.append(_Frame(token, children, tag))

    def _open_link(self, token: Token) -> None:
        self._open(token)
        self.links += 1

    def _open_image(self, token: Token) -> None:
        self._open(token)
        if self.alt is None:
            self.alt = []

    def _close(self, token: Token) -> _Frame:
        """Leave the innermost frame that is no JSX element; those in it end here, too."""
        start, _ = token.meta["span"]
        self._close_tags(start, token)
        self._flush()
        return self.frames.pop()

    def _finish(self, frame: _Frame, node: Callable[[tuple[nodes.Node, ...]], nodes.Node]) -> None:
        """Make the node of a frame; beyond the limit its children already belong to the one around it."""
        parent = self.frames[-1]
        if self.alt is None and frame.children is not parent.children:
            parent.children.append(node(tuple(frame.children)))

    def _close_pair(self, token: Token) -> None:
        frame = self._close(token)
        node_type = _PAIRS[token.type]
        position = Position(self.source, frame.start, token.meta["span"][1])
        self._finish(frame, lambda children: node_type(position, children))

    def _close_link(self, token: Token) -> None:
        frame = self._close(token)
        self.links -= 1
        position = Position(self.source, frame.start, token.meta["span"][1])
        assert frame.token is not None
        reference = frame.token.meta.get("reference")
        if reference is None:
            url, title = str(frame.token.attrs["href"]), _title(frame.token)
            self._finish(frame, lambda children: nodes.Link(position, children, url, title))
        else:
            names = (reference.identifier, reference.label, reference.type)
            self._finish(frame, lambda children: nodes.LinkReference(position, children, *names))

    def _close_image(self, token: Token, *, outermost: bool) -> None:
        start, end = token.meta["span"]
        self._close_tags(end, token)
        self.frames.pop()
        if not outermost:
            return
        alt, self.alt = "".join(self.alt or ()), None
        position = Position(self.source, start, end)
        reference = token.meta.get("reference")
        if reference is None:
            self._add(nodes.Image(position, str(token.attrs["src"]), alt, _title(token)))
        else:
            names = (reference.identifier, reference.label, reference.type)
            self._add(nodes.ImageReference(position, *names, alt))

    # JSX

    def _jsx(self, token: Token) -> None:
        tag: Tag = token.meta["tag"]
        if tag.closing:
            self._close_tag(token, tag)
            return
        self._open(token, tag)
        if tag.self_closing:
            self._finish_element(self.frames.pop(), token.meta["span"][1])
        else:
            self.tags.append(self.frames[-1])

    def _finish_element(self, frame: _Frame, end: int) -> None:
        assert frame.tag is not None
        name, tag = frame.tag.name, frame.tag
        position = Position(self.source, frame.start, end)
        attributes = attribute_nodes(tag, self._place) if tag.attributes else ()
        self._finish(frame, lambda children: nodes.MdxJsxTextElement(position, children, name, attributes))

    def _place(self, start: int, end: int) -> Position:
        segments = Segments(self.token.meta.get("segments") or [(0, 0)])
        return Position(self.source, segments.offset(start), segments.end(end))

    def _close_tag(self, token: Token, tag: Tag) -> None:
        innermost = self.frames[-1]
        if innermost.tag is not None and innermost.name == tag.name:
            self._flush()
            self.tags.pop()
            self._finish_element(self.frames.pop(), token.meta["span"][1])
        elif self.closed_early.get(tag.name):
            self.closed_early[tag.name] -= 1
        else:
            self._refuse_closing_tag(token, tag)

    def _refuse_closing_tag(self, token: Token, tag: Tag) -> None:
        """Report a closing tag that fits no opening one in the same parent, and go on as if it were not there."""
        place = self._position(token)
        innermost = self._innermost_tag()
        if innermost is None:
            self._report(stray_closing_tag(tag.name, place))
            return
        name, opened = innermost
        if name != tag.name:
            self._report(wrong_closing_tag(tag.name, place, name, opened))
        else:
            self._report(misplaced_closing_tag(tag.name, place, opened, _kind(self.frames[-1].token)))

    def _innermost_tag(self) -> tuple[str | None, Position] | None:
        """Give the name and the place of the innermost open tag, in this text or around it."""
        if self.tags:
            frame = self.tags[-1]
            frame.reported = True
            assert frame.token is not None
            return frame.name, self._position(frame.token)
        if self.context.open_tags:
            around = self.context.open_tags[-1]
            return around.name, Position(self.source, around.start, around.end)
        return None

    def _close_tags(self, end: int, parent: Token | None) -> None:
        """End the JSX elements that are innermost and not closed where their parent ends; report them."""
        while self.frames[-1].tag is not None:
            self._flush()
            frame = self.frames.pop()
            self.tags.pop()
            self.closed_early[frame.name] = self.closed_early.get(frame.name, 0) + 1
            if not frame.reported:
                self._report_unclosed(frame, end, parent)
            self._finish_element(frame, end)

    def _report_unclosed(self, frame: _Frame, end: int, parent: Token | None) -> None:
        assert frame.token is not None
        place = Position(self.source, end, end)
        self._report(unclosed_tag(frame.name, self._position(frame.token), _kind(parent), place))

    def _report(self, diagnostic: Diagnostic) -> None:
        self.context.diagnostics.append(diagnostic)


def _title(token: Token) -> str | None:
    title = token.attrs.get("title")
    return None if title is None else str(title)


_PAIRS: dict[str, type[nodes.Emphasis] | type[nodes.Strong] | type[nodes.Delete]] = {
    "em_close": nodes.Emphasis,
    "strong_close": nodes.Strong,
    "s_close": nodes.Delete,
}
_HANDLERS: dict[str, Callable[[_Builder, Token], None]] = {
    "code_inline": _Builder._code,
    "hardbreak": _Builder._break,
    "footnote_ref": _Builder._footnote,
    "mdx_text_expression": _Builder._expression,
    "mdx_jsx_text": _Builder._jsx,
    "link_open": _Builder._open_link,
    "link_close": _Builder._close_link,
    **dict.fromkeys(("em_open", "strong_open", "s_open"), _Builder._open),
    **dict.fromkeys(_PAIRS, _Builder._close_pair),
}
"""Anything else, text and soft breaks above all, is text."""
