"""MDX in files of Markdown: Docusaurus reads `.md` as MDX, too, and unwraps blocks of code that hide MDX from others.

Only a file that says so is read like that: one that imports, as no Markdown does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.markdown_reader import read_markdown
from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

HIDING = "mdx-code-block"
FENCE = re.compile(
    r"(?:(?<=[\r\n])|\A)[ ]*(?P<marks>`{3,4})[ ]*(?P<hiding>mdx-code-block)?[ \t]*(?=[\r\n]|\Z)"
)
"""A line that opens a block that hides MDX, or closes one, as Docusaurus knows it: of three or four backticks."""
IMPORT = re.compile(
    r"""import\s(?:[^"'\r\n]*\sfrom\s)?\s*(?:"[^"\r\n]+"|'[^'\r\n]+')[ \t]*;?[ \t]*(?:[\r\n]|$)"""
)


def unwrap(source: Source) -> Source:
    """Give a source with spaces in place of the fences of blocks that hide MDX, so that every place stays true."""
    if HIDING not in source.text:
        return source
    pieces: list[str] = []
    done = 0
    for start, end in sorted(_fences(source.text)):
        pieces += [source.text[done:start], " " * (end - start)]
        done = end
    return Source("".join([*pieces, source.text[done:]]), source.path)


def _fences(text: str) -> Iterator[tuple[int, int]]:
    opened: dict[str, tuple[int, int]] = {}
    for fence in FENCE.finditer(text):
        marks = fence["marks"]
        if fence["hiding"]:
            opened.setdefault(marks, fence.span())
        elif marks in opened:
            yield opened.pop(marks)
            yield fence.span()


def read(source: Source, most_pieces: int) -> nodes.Root:
    """Read a file of Markdown, as MDX if it imports and is MDX."""
    root = read_markdown(source, most_pieces)
    if not any(_is_import(node) for node in root.children):
        return root
    mdx = parse_mdx(source, heading_ids=True, most_pieces=most_pieces)
    return root if any(found.severity == "error" for found in mdx.diagnostics) else mdx


def _is_import(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Paragraph)
        and node.position is not None
        and node.position.text.startswith("import")
        and IMPORT.match(node.position.text) is not None
    )
