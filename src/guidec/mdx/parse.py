"""The way in: a text becomes a tree."""

from __future__ import annotations

import sys
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import SIZE_LIMIT
from guidec.garbage import uncollected
from guidec.mdx.document import ENV_KEY, Document, TooLargeError
from guidec.mdx.nodes import Paragraph, Root
from guidec.mdx.plugin import markdown_plugin, mdx_plugin
from guidec.mdx.rules_core.inline import inline
from guidec.mdx.rules_core.text_join import text_join
from guidec.mdx.token import PlainToken
from guidec.mdx.tree import build_tree, in_order
from guidec.mdx.tree_context import Context
from guidec.mdx.tree_inline import phrasing
from guidec.source import Source

if TYPE_CHECKING:
    from guidec.mdx.document import Language


def parse_mdx(
    text: str | Source,
    path: str = "<text>",
    *,
    heading_ids: bool = False,
    autolinks: bool = True,
    most_pieces: int = sys.maxsize,
) -> Root:
    """Parse MDX with GFM and YAML frontmatter into an mdast tree; never raises on wrong input.

    `path` is what diagnostics show. What is wrong stands in the root's `diagnostics`: with an error among them the
    reference parser (remark-parse with remark-mdx, remark-gfm and remark-frontmatter) rejects the document, and the
    tree is what could be read in spite of it; there is none of a text of more than `most_pieces` tokens. With
    `heading_ids` it accepts one thing more: `## Title {#id}`, as text. Without `autolinks` a URL that nothing marks as
    a link is text, as in CommonMark.
    """
    source = text if isinstance(text, Source) else Source(text, path)
    document = Document(source, most_pieces, autolinks)
    return _parse(document, _parser("mdx", heading_ids=heading_ids))


def parse_markdown(text: str | Source, path: str = "<text>", *, most_pieces: int = sys.maxsize) -> Root:
    """Parse Markdown with GFM and YAML frontmatter into the same tree; raw HTML in it is `Html`, unread."""
    source = text if isinstance(text, Source) else Source(text, path)
    return _parse(Document(source, most_pieces), _parser("markdown"))


def parse_line(text: str, *, autolinks: bool = True) -> Root:
    """Parse one line of MDX that is known to be a paragraph, as it starts with a word: in half the time."""
    source = Source(text)
    document = Document(source, autolinks=autolinks)
    parser = _parser("mdx", heading_ids=False)
    token = PlainToken("inline", "", 0, content=text.replace("\0", "\ufffd"), meta={"segments": [(0, 0)]})
    state = StateCore(text, parser, {ENV_KEY: document}, [token])
    inline(state)
    text_join(state)
    place = source.span(0, len(text))
    content = phrasing(token, Context(source, document.diagnostics, autolinks))
    return Root(place, (Paragraph(place, content),), in_order(document.diagnostics))


def _parse(document: Document, parser: MarkdownIt) -> Root:
    try:
        with uncollected():
            return build_tree(parser.parse(document.source.text, {ENV_KEY: document}), document)
    except TooLargeError as error:
        return too_large(document.source, error.offset, document.most_tokens)


def too_large(source: Source, offset: int, most_pieces: int) -> Root:
    """Give the tree of a text that is not read, because it is made of too many pieces up to `offset`."""
    message = f"Unexpected number of pieces of markup and text, expected at most {most_pieces}"
    found = Diagnostic.at(SIZE_LIMIT, message, source.span(offset, offset))
    return Root(source.span(0, len(source.text)), (), (found,))


@cache
def _parser(language: Language, *, heading_ids: bool = False) -> MarkdownIt:
    parser = MarkdownIt("zero")
    if language == "mdx":
        parser.use(mdx_plugin, heading_ids=heading_ids)
    else:
        parser.use(markdown_plugin)
    parser.parse(
        ""
    )  # rulers list their rules at first use, which is not to be seen by another thread half-done
    return parser
