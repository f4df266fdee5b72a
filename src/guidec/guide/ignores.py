"""Finds the comments of a file that silence rules: `{/* guidec: ignore[rule, other-rule] why */}`.

One on lines of its own holds for the next block, one among the words of a paragraph, heading or cell for that one,
`ignore-file[rule]` for the whole file. In Markdown and HTML the comment is `<!-- guidec: ignore[rule] why -->`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import chain
from typing import TYPE_CHECKING

from guidec.diagnostics.ignore import Ignore
from guidec.guide.dialects import DECLARATION, DIALECTS
from guidec.mdx import nodes
from guidec.mdx.text import is_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.formats.parse import Parsed

MARK = "guidec:"
COMMENT = re.compile(r"(?:/\*|<!--|//)[ \t]*(?P<said>guidec:[^\r\n]*?)(?:\*/|-->|[\r\n]|$)")
FORM = re.compile(r"guidec:[ \t]*ignore(?P<file>-file)?[ \t]*\[(?P<rules>[^\[\]]*)\]")
HTML_IGNORE = re.compile(r"<!--[ \t]*(?P<said>guidec:[^\r\n<>]*?)-->")
HTML_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*(?:-->|$)")
RULE = re.compile(r"[^\s,]+")
COMMENTS = (nodes.MdxFlowExpression, nodes.MdxTextExpression, nodes.Html)
LINES = (nodes.Paragraph, nodes.Heading, nodes.TableCell)
"""What holds words; a comment among them is about them."""

LINE_ELEMENTS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"})

Stretch = tuple[int, int]


def find_ignores(parsed: Parsed) -> Iterator[Ignore]:
    """Give what the comments of a file silence."""
    if MARK not in parsed.source.text:
        return
    end_of_file = len(parsed.source.text) + 1
    # A file of Markdown may be MDX, in which there are no comments of HTML.
    is_mdx = parsed.source.path.lower().endswith(".mdx")
    for comment, block in chain(_comments(parsed.root), () if is_mdx else _html_comments(parsed)):
        said = parsed.source.span(*comment)
        names_dialect = DECLARATION.match(said.text)
        if names_dialect and names_dialect["name"] in DIALECTS:
            continue
        form = FORM.match(said.text)
        names = [*RULE.finditer(form["rules"])] if form else []
        start, end = (0, end_of_file) if form and form["file"] else (block or (0, 0))
        reason = said.text[form.end() :].strip(" \t-:") if form else ""
        for name in names:
            at = said.start_offset + (form.start("rules") if form else 0)
            place = parsed.source.span(at + name.start(), at + name.end())
            yield Ignore(name[0], place, start, end, said, reason)
        if not names:
            yield Ignore("", said, 0, 0, said)


def _comments(root: nodes.Root) -> Iterator[tuple[Stretch, Stretch | None]]:
    """Give where each comment stands, and the block that it is about, if there is one."""
    pending: list[tuple[nodes.Parent, nodes.Node | None]] = [(root, None)]
    while pending:
        parent, line = pending.pop()
        line = parent if isinstance(parent, LINES) else line
        following: nodes.Node | None = None
        for node in reversed(parent.children):
            if isinstance(node, nodes.Parent):
                pending.append((node, line))
            if not _is_comment(node):
                following = node
            for comment in _said(node):
                yield comment, _stretch(line or following)


def _html_comments(parsed: Parsed) -> Iterator[tuple[Stretch, Stretch | None]]:
    """Give where each HTML comment stands, which the tree does not hold, and the block that it is about."""
    starts: list[int] = []
    blocks: list[Stretch] = []
    lines: list[Stretch] = []
    code: list[Stretch] = []
    pending: list[nodes.Node] = list(reversed(parsed.root.children))
    while pending:
        node = pending.pop()
        place = _stretch(node)
        if place is not None and (not starts or place[0] > starts[-1]):
            starts.append(place[0])
            blocks.append(place)
        if place is not None and _is_line(node):
            lines.append(place)
        if place is not None and isinstance(node, nodes.Code | nodes.InlineCode):
            code.append(place)
        if isinstance(node, nodes.Parent):
            pending += reversed(node.children)
    for comment in HTML_IGNORE.finditer(parsed.source.text):
        said = comment.start("said"), comment.start("said") + len(comment["said"].rstrip())
        if _around(code, comment.start()) is None:
            following = bisect_left(starts, comment.end())
            yield (
                said,
                _around(lines, comment.start()) or (blocks[following] if following < len(blocks) else None),
            )


def _is_line(node: nodes.Node) -> bool:
    return isinstance(node, LINES) or (isinstance(node, nodes.MdxJsxElement) and node.name in LINE_ELEMENTS)


def _around(stretches: list[Stretch], offset: int) -> Stretch | None:
    """Give the stretch around an offset, the last that starts before it."""
    number = bisect_right(stretches, (offset, 0)) - 1
    return stretches[number] if number >= 0 and offset < stretches[number][1] else None


def _said(node: nodes.Node) -> Iterator[Stretch]:
    if isinstance(node, COMMENTS) and node.position is not None and MARK in node.value:
        position = node.position
        for comment in COMMENT.finditer(position.source.text, position.start_offset, position.end_offset):
            yield comment.start("said"), comment.start("said") + len(comment["said"].rstrip())


def _is_comment(node: nodes.Node) -> bool:
    """Tell whether a node is nothing but comments, which is what several of them about one block are."""
    if isinstance(node, nodes.MdxFlowExpression | nodes.MdxTextExpression):
        return is_comment(node.value)
    return isinstance(node, nodes.Html) and not HTML_COMMENT.sub("", node.value).strip()


def _stretch(node: nodes.Node | None) -> Stretch | None:
    position = node.position if node else None
    return (position.start_offset, position.end_offset) if position else None
