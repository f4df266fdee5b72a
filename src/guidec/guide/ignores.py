"""Finds the comments of a file that silence rules: `{/* guidec: ignore[rule, other-rule] why */}`.

One on lines of its own holds for the next block, one among the words of a paragraph, heading or cell for that one,
`ignore-file[rule]` for the whole file. In Markdown and HTML the comment is `<!-- guidec: ignore[rule] why -->`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics.ignore import Ignore
from guidec.mdx import nodes
from guidec.mdx.text import is_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.snippets import Parsed

MARK = "guidec:"
COMMENT = re.compile(r"(?:/\*|<!--|//)[ \t]*(?P<said>guidec:[^\r\n]*?)(?:\*/|-->|[\r\n]|$)")
FORM = re.compile(r"guidec:[ \t]*ignore(?P<file>-file)?[ \t]*\[(?P<rules>[^\[\]]*)\]")
HTML_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*(?:-->|$)")
RULE = re.compile(r"[^\s,]+")
COMMENTS = (nodes.MdxFlowExpression, nodes.MdxTextExpression, nodes.Html)
LINES = (nodes.Paragraph, nodes.Heading, nodes.TableCell)
"""What holds words; a comment among them is about them."""

Stretch = tuple[int, int]


def find_ignores(parsed: Parsed) -> Iterator[Ignore]:
    """Give what the comments of a file silence."""
    if MARK not in parsed.source.text:
        return
    end_of_file = len(parsed.source.text) + 1
    for comment, block in _comments(parsed.root):
        said = parsed.source.span(*comment)
        form = FORM.match(said.text)
        names = [*RULE.finditer(form["rules"])] if form else []
        start, end = (0, end_of_file) if form and form["file"] else (block or (0, 0))
        for name in names:
            at = said.start_offset + (form.start("rules") if form else 0)
            yield Ignore(name[0], parsed.source.span(at + name.start(), at + name.end()), start, end)
        if not names:
            yield Ignore("", said, 0, 0)


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
