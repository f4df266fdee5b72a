"""The way in: a text becomes a tree."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from guidec.mdx.document import ENV_KEY, Document
from guidec.mdx.plugin import markdown_plugin, mdx_plugin
from guidec.mdx.tree import build_tree
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.mdx.document import Language
    from guidec.mdx.nodes import Root


def parse_mdx(text: str | Source, path: str = "<text>", *, heading_ids: bool = False) -> Root:
    """Parse MDX with GFM and YAML frontmatter into an mdast tree; never raises on wrong input.

    `path` is what diagnostics show. What is wrong stands in the root's `diagnostics`: with an error among them the
    reference parser (remark-parse with remark-mdx, remark-gfm and remark-frontmatter) rejects the document, and the
    tree is what could be read in spite of it. With `heading_ids` it accepts one thing more: `## Title {#id}`, as text.
    """
    source = text if isinstance(text, Source) else Source(text, path)
    return _parse(source, _parser("mdx", heading_ids=heading_ids))


def parse_markdown(text: str | Source, path: str = "<text>") -> Root:
    """Parse Markdown with GFM and YAML frontmatter into the same tree; raw HTML in it is `Html`, unread."""
    return _parse(text if isinstance(text, Source) else Source(text, path), _parser("markdown"))


def _parse(source: Source, parser: MarkdownIt) -> Root:
    document = Document(source)
    with _without_collector():
        return build_tree(parser.parse(source.text, {ENV_KEY: document}), document)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let the garbage collector rest: while a tree grows nothing is garbage, and looking for it takes half the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@cache
def _parser(language: Language, *, heading_ids: bool = False) -> MarkdownIt:
    parser = MarkdownIt("zero")
    return (
        parser.use(mdx_plugin, heading_ids=heading_ids) if language == "mdx" else parser.use(markdown_plugin)
    )
