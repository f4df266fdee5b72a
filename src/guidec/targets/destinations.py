"""Where the links and images of Markdown lead, changed without changing anything else.

Markdown is read by its parser: a link that anything simpler misses would keep a destination that may not stand there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from guidec.mdx import nodes
from guidec.mdx.parse import parse_markdown
from guidec.mdx.walk import walk
from guidec.targets.markdown_text import escaped, resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Resolve = Callable[[str], str | None]

ELSEWHERE = re.compile(r"\]\((?!https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:/[\w./?=#%@+~-]*)?[ )])", re.ASCII)
"""The start of a link or image that is not plainly an absolute URL of the web; few guides have one."""
BEFORE = "\n"
"""Behind an empty line `---` opens no frontmatter."""


class Edit(NamedTuple):
    """What stands in place of a stretch of the text."""

    start: int
    end: int
    text: str


def with_destinations(markdown: str, resolve: Resolve) -> str:
    """Give `markdown` with the destinations that `resolve` gives; a link or image that has none is its text.

    An absolute URL of the web must be its own destination: where no link leads elsewhere, nobody is asked.
    References, definitions and HTML stay: in the Markdown of a guide there are none. Of what is nested too deep for
    the parser nobody knows where it leads: it becomes plain text.
    """
    if not ELSEWHERE.search(markdown):
        return markdown
    text = BEFORE + markdown
    root = parse_markdown(text)
    if root.diagnostics:
        return escaped(markdown)
    parts, done = [], len(BEFORE)
    for edit in sorted(_edits(root, resolve)):
        parts += [text[done : edit.start], edit.text]
        done = edit.end
    return ("".join(parts) + text[done:]).strip("\n")


def _edits(root: nodes.Root, resolve: Resolve) -> Iterator[Edit]:
    for node in walk([root]):
        if isinstance(node, nodes.Link | nodes.Image) and (destination := resolve(node.url)) != node.url:
            tail = "" if destination is None else f"]{resource(destination, node.title)}"
            yield from _image(node, tail) if isinstance(node, nodes.Image) else _link(node, tail)


def _image(image: nodes.Image, tail: str) -> Iterator[Edit]:
    alt = escaped(image.alt)
    yield Edit(*_span(image), f"![{alt}{tail}" if tail else alt)


def _link(link: nodes.Link, tail: str) -> Iterator[Edit]:
    """Change what stands before and behind the text of a link."""
    start, end = _span(link)
    first, last = (_span(link.children[0])[0], _span(link.children[-1])[1]) if link.children else (end, end)
    yield Edit(start, first, "[" if tail else "")
    yield Edit(last, end, tail)


def _span(node: nodes.Node) -> tuple[int, int]:
    """Give the offsets of a node; the parser knows them for each."""
    assert node.position is not None
    return node.position.start_offset, node.position.end_offset
