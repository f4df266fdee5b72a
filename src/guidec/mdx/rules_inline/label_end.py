"""Where a label ends: links, images, references, and the footnote references that look like images."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.mdx.identifier import normalize_identifier
from guidec.mdx.rules_inline.footnote_ref import add_footnote_reference
from guidec.mdx.rules_inline.resource import (
    TITLE_MARKERS,
    scan_destination,
    scan_title,
    skip_white_space,
    title_value,
)
from guidec.mdx.rules_inline.runs import STRIKETHROUGH, pair_runs
from guidec.mdx.string import decode_string

if TYPE_CHECKING:
    from markdown_it.token import Token

    from guidec.mdx.nodes import ReferenceType
    from guidec.mdx.rules_inline.state_inline import Bracket, MdxStateInline

_LABEL = re.compile(r"(?:[^\[\]\\]++|\\[\[\]\\]?)*+")
_LONGEST_LABEL = 999


@dataclass(frozen=True, slots=True)
class Target:
    """What stands behind a label, or what the label itself refers to."""

    end: int
    url: str
    title: str | None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """The definition that a link or an image names, and how."""

    identifier: str
    label: str
    type: ReferenceType


def label_end(state: MdxStateInline, silent: bool) -> bool:
    """Take a `]` and what makes its label a link or an image.

    > | a [b](c) d
            ^^^^

    """
    if silent or state.src[state.pos] != "]":
        return False
    bracket = state.brackets.innermost()
    if bracket is not None:
        target = _find_target(state, bracket)
        state.brackets.pop()
        if target is not None:
            _finish(state, bracket, target)
            return True
    return _footnote_behind_exclamation_mark(state)


def _find_target(state: MdxStateInline, bracket: Bracket) -> Target | None:
    """Find what the label between `bracket` and the current `]` leads to (CommonMark 0.31, section 6.3)."""
    if not state.brackets.can_start_link():
        return None
    after = state.pos + 1
    following = state.src[after : after + 1]
    if following == "(":
        target = _resource(state, after)
        return target or _reference(state, bracket.end, state.pos, after, "shortcut")
    if following != "[":
        return _reference(state, bracket.end, state.pos, after, "shortcut")
    end = _label_end(state.src, after + 1)
    state.look_to(end)
    if state.src.startswith("]", end) and _is_label(state.src[after + 1 : end]):
        return _reference(state, after + 1, end, end + 1, "full")
    if state.src.startswith("]", after + 1):
        return _reference(state, bracket.end, state.pos, after + 2, "collapsed")
    return None


def _label_end(src: str, start: int) -> int:
    """Give the offset of the first bare bracket, or the end of the text: no label goes on behind that."""
    return _LABEL.match(src, start).end()  # type: ignore[union-attr]  # always matches


def _is_label(label: str) -> bool:
    characters = len(label) - label.count("\n") - label.count("\r")
    return characters <= _LONGEST_LABEL and bool(label.strip(" \t\r\n"))


def _reference(state: MdxStateInline, start: int, stop: int, end: int, kind: ReferenceType) -> Target | None:
    """Give the definition whose label stands from `start` to `stop`; no label holds a bare bracket."""
    if not state.references or _label_end(state.src, start) != stop:
        return None
    label = state.src[start:stop]
    identifier = normalize_identifier(label)
    definition = state.references.get(identifier)
    if definition is None:
        return None
    url, title = definition
    return Target(end, url, title, Reference(identifier.lower(), decode_string(label), kind))


def _resource(state: MdxStateInline, start: int) -> Target | None:
    """Read `(destination "title")` at `start`."""
    src = state.src
    offset = skip_white_space(src, start + 1)
    state.look_to(offset)
    if src.startswith(")", offset):
        return Target(offset + 1, "", None)
    destination = scan_destination(src, offset)
    if destination is None:
        return None
    offset = skip_white_space(src, destination.after)
    state.look_to(offset)
    url = decode_string(src[destination.start : destination.end])
    if src.startswith(")", offset):
        return Target(offset + 1, url, None)
    title_end, end = _title_end(state, offset) if offset > destination.after else (0, 0)
    if not end:
        return None
    return Target(end, url, decode_string(title_value(src, offset, title_end)))


def _title_end(state: MdxStateInline, start: int) -> tuple[int, int]:
    """Give where the title at `start` and its resource end; 0 for the resource if there is none.

    All titles with the same marker that start before the same end are one scan, so that many open ones cost no more.
    """
    marker = state.src[start : start + 1]
    known = state.titles.get(marker)
    if known is not None and known[0] <= start < known[1]:
        return known[1], known[2]
    title_end = scan_title(state.src, start) or 0
    offset = skip_white_space(state.src, title_end) if title_end else state.posMax
    end = offset + 1 if state.src.startswith(")", offset) else 0
    if marker in TITLE_MARKERS:
        state.look_to(offset)
        state.titles[marker] = (start, title_end or state.posMax, end)
    return title_end, end


def _finish(state: MdxStateInline, bracket: Bracket, target: Target) -> None:
    """Turn the bracket's token and all behind it into a link or an image."""
    runs = state.runs[bracket.runs :]
    del state.runs[bracket.runs :]
    pair_runs(runs, STRIKETHROUGH)
    state.flush()
    if bracket.image:
        _finish_image(state, bracket, target)
    else:
        _finish_link(state, bracket, target)
    state.brackets.footnote_image = None


def _finish_link(state: MdxStateInline, bracket: Bracket, target: Target) -> None:
    opening = state.tokens[bracket.token]
    opening.type, opening.tag, opening.nesting, opening.content = "link_open", "a", 1, ""
    _describe(opening, "href", target)
    closing = state.add("link_close", target.end)
    closing.tag, closing.nesting = "a", -1
    state.brackets.inactive = len(state.brackets.open)


def _finish_image(state: MdxStateInline, bracket: Bracket, target: Target) -> None:
    children = state.tokens[bracket.token + 1 :]
    del state.tokens[bracket.token :]
    state.pos = bracket.start
    image = state.add("image", target.end)
    image.tag, image.children = "img", children
    _describe(image, "src", target)
    image.attrs["alt"] = ""


def _describe(token: Token, attribute: str, target: Target) -> None:
    token.attrs = {attribute: target.url}
    if target.title is not None:
        token.attrs["title"] = target.title
    if target.reference is not None:
        token.meta["reference"] = target.reference


def _footnote_behind_exclamation_mark(state: MdxStateInline) -> bool:
    """Take `![^a]` for a `!` and a footnote reference, if there is such a footnote."""
    bracket = state.brackets.footnote_image
    if bracket is None or not state.src.startswith("^", bracket.end):
        return False
    label = state.src[bracket.end : state.pos]
    if normalize_identifier(label)[1:] not in state.footnotes:
        return False
    end = state.pos + 1
    state.drop_since(bracket)
    state.add_text(bracket.start + 1)
    add_footnote_reference(state, label[1:], end)
    return True
