"""MDX in files of Markdown: Docusaurus reads `.md` as MDX, too, and unwraps blocks of code that hide MDX from others.

Only a file that says so is read like that: one that imports, as no Markdown does, or that holds a component which a
dialect knows, as pages do that a site exports. Comments may be those of Markdown.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from guidec.guide.dialects import DIALECTS, Concept
from guidec.guide.formats.markdown_reader import read_markdown
from guidec.mdx import nodes
from guidec.mdx.parse import parse_mdx
from guidec.mdx.walk import walk
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENS, CLOSES = "<!--", "-->"
"""The marks of a comment in Markdown, as long as those in MDX are here."""
HIDING = "mdx-code-block"
FENCE = re.compile(
    r"(?:(?<=[\r\n])|\A)[ ]*(?P<marks>`{3,4})[ ]*(?P<hiding>mdx-code-block)?[ \t]*(?=[\r\n]|\Z)"
)
"""A line that opens a block that hides MDX, or closes one, as Docusaurus knows it: of three or four backticks."""
IMPORT = re.compile(
    r"""import\s(?:[^"'\r\n]*\sfrom\s)?\s*(?:"[^"\r\n]+"|'[^'\r\n]+')[ \t]*;?[ \t]*(?:[\r\n]|$)"""
)


TAG = re.compile(r"^[ \t]*<(?P<name>[A-Z][a-z]\w*)(?=[\s/>])", re.MULTILINE)
"""A tag that begins a line and is written as those of components are."""
HOLDERS = (
    Concept.STEPS,
    Concept.STEP,
    Concept.ADMONITION,
    Concept.TABS,
    Concept.TAB,
    Concept.ACCORDION,
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
    """Read a file of Markdown; as MDX, if it imports or holds a component that a dialect knows, and is MDX."""
    root = read_markdown(source, most_pieces)
    imports = any(_is_import(node) for node in root.children)
    if not imports and not any(tag["name"] in _components() for tag in TAG.finditer(source.text)):
        return root
    mdx = parse_mdx(_with_comments(source, root), heading_ids=True, most_pieces=most_pieces)
    if any(found.severity == "error" for found in mdx.diagnostics):
        return root
    return mdx if imports or any(map(_is_component, walk(mdx.children))) else root


def _with_comments(source: Source, root: nodes.Root) -> Source:
    """Give a source with its comments as MDX spells them, as long as they were; those in code stay."""
    text = source.text
    opened = [found.start() for found in re.finditer(OPENS, text)]
    in_code = set(_in_code(root)) if opened else set()
    pieces: list[str] = []
    done = 0
    for start in opened:
        if start < done or start in in_code:
            continue
        end = text.find(CLOSES, start + len(OPENS))
        if end < 0:
            break
        pieces += [text[done:start], "{/* ", text[start + len(OPENS) : end], "*/}"]
        done = end + len(CLOSES)
    return Source("".join([*pieces, text[done:]]), source.path) if pieces else source


def _in_code(root: nodes.Root) -> Iterator[int]:
    """Give the offsets of what would open comments, but stands in code."""
    for node in walk(root.children):
        if isinstance(node, nodes.Code | nodes.InlineCode) and node.position is not None:
            start = node.position.start_offset
            yield from (start + found.start() for found in re.finditer(OPENS, node.position.text))


@cache
def _components() -> frozenset[str]:
    """Give the names of components that hold part of a guide, in whichever dialect."""
    return frozenset(
        name
        for dialect in DIALECTS.values()
        for name, meaning in dialect.components.items()
        if meaning.concept in HOLDERS and name[:1].isupper()
    )


def _is_component(node: nodes.Node) -> bool:
    return isinstance(node, nodes.MdxJsxElement) and node.name in _components()


def _is_import(node: nodes.Node) -> bool:
    return (
        isinstance(node, nodes.Paragraph)
        and node.position is not None
        and node.position.text.startswith("import")
        and IMPORT.match(node.position.text) is not None
    )
