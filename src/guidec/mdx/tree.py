"""Tokens -> mdast: the one place where `hr` becomes `ThematicBreak`, and where JSX tags are paired."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from guidec.diagnostics import Diagnostic, Note
from guidec.diagnostics.rules.mdx import MISMATCHED_TAG, NESTING_LIMIT, STRAY_CLOSING_TAG
from guidec.mdx import nodes
from guidec.mdx.jsx_attributes import attribute_nodes
from guidec.mdx.segments import Segments
from guidec.mdx.tree_block import LEAVES, PARENTS, WITH_TEXT
from guidec.mdx.tree_context import Context, OpenTag
from guidec.mdx.tree_inline import phrasing
from guidec.source import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from markdown_it.token import Token

    from guidec.mdx.document import Document
    from guidec.mdx.tag import Tag
    from guidec.source import Source

NESTING: Final = 200
"""So many nodes may stand in each other."""


@dataclass(slots=True)
class Frame:
    """A node that is still open: its token, and the children found so far."""

    token: Token
    children: list[nodes.Node]
    tag: OpenTag | None = None


def build_tree(tokens: Sequence[Token], document: Document) -> nodes.Root:
    """Build the tree of a document from its tokens, with what is wrong with it in `diagnostics`."""
    builder = _Builder(document)
    children = builder.build(tokens)
    source = document.source
    diagnostics = in_order(document.diagnostics)
    return nodes.Root(Position(source, 0, len(source.text)), tuple(children), diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Give what was found in the order of the text."""
    return tuple(sorted(diagnostics, key=lambda found: found.start.offset))


class _Builder:
    """Walks the tokens once; the open nodes are on a stack, so that nesting needs no recursion."""

    def __init__(self, document: Document) -> None:
        self.source = document.source
        self.diagnostics = document.diagnostics
        self.context = Context(self.source, self.diagnostics, document.autolinks)
        self.frames: list[Frame] = []
        self.closed_early: Counter[str | None] = Counter()
        """Tags that were reported as not closed: their closing tags may follow, and are no second error."""
        self.children: list[nodes.Node] = []
        """The children of the innermost open node."""
        self.root = self.children

    def build(self, tokens: Sequence[Token]) -> list[nodes.Node]:
        index, count = 0, len(tokens)
        while index < count:
            token = tokens[index]
            kind = token.type
            if (make := WITH_TEXT.get(kind)) and tokens[index + 1].type == "inline":
                text = tokens[index + 1]
                position = self.task_position(token, text) if "task" in token.meta else self.position(token)
                self.children.append(make(token, position, phrasing(text, self.context)))
                index += 3
                continue
            if read_tag := _TAGS.get(kind):
                read_tag(self, token)
            elif kind in PARENTS:
                self.open(Frame(token, []))
            elif kind in _CLOSINGS:
                self.close()
            elif kind in LEAVES:
                self.children.append(LEAVES[kind](token, self.position(token)))
            index += 1
        while self.frames:
            self.leave_tag(None)
        return self.root

    def position(self, token: Token) -> Position:
        span = token.meta.get("span")
        if span is None:  # from a rule of another plugin
            starts = [*self.source.line_starts, len(self.source.text)]
            span = tuple(starts[min(line, len(starts) - 1)] for line in token.map or (0, 0))
        return Position(self.source, span[0], span[1])

    def task_position(self, token: Token, text: Token) -> Position:
        """Give the place of a paragraph behind a task marker: without the marker only where it starts with text."""
        first = text.children[0] if text.children else None
        start, end = token.meta["span"]
        if first is not None and first.type in ("text", "text_special", "softbreak"):
            start = first.meta["span"][0]
        return Position(self.source, start, end)

    # Containers

    def open(self, frame: Frame) -> None:
        """Start a node; one nested too deeply is left out, and its children count as its parent's."""
        if len(self.frames) == NESTING:
            place = self.source.span(*frame.token.meta["span"])
            reason = f"Unexpected node in {NESTING} others, expected less nesting"
            self.diagnostics.append(Diagnostic.at(NESTING_LIMIT, reason, place))
        if len(self.frames) >= NESTING:
            frame.children = self.children
        self.frames.append(frame)
        self.children = frame.children

    def leave(self) -> Frame:
        """Take the innermost open node off the stack."""
        frame = self.frames.pop()
        self.children = self.frames[-1].children if self.frames else self.root
        return frame

    def close(self) -> None:
        """Finish the innermost container."""
        while self.frames[-1].tag is not None:
            self.leave_tag(self.frame_of_container())
        frame = self.leave()
        if frame.children is not self.children:
            node = PARENTS[frame.token.type](frame.token, self.position(frame.token), tuple(frame.children))
            self.children.append(node)

    def frame_of_container(self) -> Frame:
        return next(frame for frame in reversed(self.frames) if frame.tag is None)

    # JSX

    def open_tag(self, token: Token) -> None:
        tag: Tag = token.meta["tag"]
        open_tag = OpenTag(tag.name, *token.meta["span"])
        self.context.open_tags.append(open_tag)
        self.open(Frame(token, [], open_tag))

    def whole_tag(self, token: Token) -> None:
        self.children.append(self.element(token, token.meta["span"][1], ()))

    def close_tag(self, token: Token) -> None:
        tag: Tag = token.meta["tag"]
        top = self.frames[-1].tag if self.frames else None
        if top is not None and top.name == tag.name:
            self.finish_element(token.meta["span"][1])
        else:
            self.mismatch(token, tag)

    def finish_element(self, end: int) -> None:
        frame = self.leave()
        self.context.open_tags.pop()
        if frame.children is not self.children:
            self.children.append(self.element(frame.token, end, tuple(frame.children)))

    def element(self, token: Token, end: int, children: tuple[nodes.Node, ...]) -> nodes.MdxJsxFlowElement:
        tag: Tag = token.meta["tag"]
        position = Position(self.source, token.meta["span"][0], end)
        attributes = attribute_nodes(tag, _places(self.source, token)) if tag.attributes else ()
        return nodes.MdxJsxFlowElement(position, children, tag.name, attributes)

    def mismatch(self, token: Token, tag: Tag) -> None:
        """Report a closing tag that does not fit, and close what it was most likely meant for."""
        place, shown = self.position(token), _shown(tag.name, closing=True)
        if self.closed_early[tag.name]:
            self.closed_early[tag.name] -= 1
            return
        if not self.context.open_tags:
            reason = f"Unexpected closing tag {shown}, expected an opening tag {_shown(tag.name)} first"
            self.diagnostics.append(Diagnostic.at(STRAY_CLOSING_TAG, reason, place))
            return
        innermost = self.context.open_tags[-1]
        if innermost.name == tag.name:
            container = self.frames[-1].token
            name = _name(container.type)
            reason = f"Unexpected closing tag {shown} in a {name}, expected it behind the end of the {name}"
            notes = (self.note(innermost), Note.at(f"the {name} starts here", self.position(container)))
            self.diagnostics.append(Diagnostic.at(MISMATCHED_TAG, reason, place, notes=notes))
            return
        reason = f"Unexpected closing tag {shown}, expected {_shown(innermost.name, closing=True)}"
        self.diagnostics.append(Diagnostic.at(MISMATCHED_TAG, reason, place, notes=(self.note(innermost),)))
        names = self.names_up_to_container()
        # A name that is not open is a slip: the tag was meant for the innermost element.
        inner = names[: names.index(tag.name)] if tag.name in names else names[:1]
        for unclosed in inner:
            self.closed_early[unclosed] += 1
            self.finish_element(place.start_offset)
        if tag.name in names:
            self.finish_element(place.end_offset)

    def names_up_to_container(self) -> list[str | None]:
        names: list[str | None] = []
        for frame in reversed(self.frames):
            if frame.tag is None:
                break
            names.append(frame.tag.name)
        return names

    def leave_tag(self, container: Frame | None) -> None:
        """Report that the innermost tag is not closed before its container, or the document, ends."""
        tag = self.frames[-1].tag
        assert tag is not None
        what = "end of the document"
        end = len(self.source.text)
        notes: tuple[Note, ...] = ()
        if container is not None:
            name = _name(container.token.type)
            what = f"end of the {name}"
            end = container.token.meta["span"][1]
            notes = (Note.at(f"the {name} ends here", self.source.span(end, end)),)
        reason = f"Unexpected {what}, expected a closing tag {_shown(tag.name, closing=True)} before it"
        place = self.source.span(tag.start, tag.end)
        self.diagnostics.append(Diagnostic.at(MISMATCHED_TAG, reason, place, notes=notes))
        self.closed_early[tag.name] += 1
        self.finish_element(end)

    def note(self, tag: OpenTag) -> Note:
        return Note.at(f"{_shown(tag.name)} is opened here", self.source.span(tag.start, tag.end))


def _name(token_type: str) -> str:
    """Give the name of the node that a token opens, in words."""
    return token_type.removesuffix("_open").replace("_", " ")


def _shown(name: str | None, *, closing: bool = False) -> str:
    text = name or ""
    return f"`<{'/' if closing else ''}{text if len(text) < 80 else text[:79] + '…'}>`"


def _places(source: Source, token: Token) -> Callable[[int, int], Position]:
    """Give what leads from the text in which a tag was scanned to its places in the source."""
    offset = Segments(token.meta["segments"]).offset

    def place(start: int, end: int) -> Position:
        return Position(source, offset(start), offset(end - 1) + 1)

    return place


_CLOSINGS = frozenset(name.replace("_open", "_close") for name in PARENTS)
_TAGS: Final[dict[str, Callable[[_Builder, Token], None]]] = {
    "mdx_jsx_flow": _Builder.whole_tag,
    "mdx_jsx_flow_open": _Builder.open_tag,
    "mdx_jsx_flow_close": _Builder.close_tag,
}
