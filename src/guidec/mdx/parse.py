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


def parse_mdx(text: str | Source, path: str = "<text>") -> Root:
    """Parse MDX with GFM and YAML frontmatter into an mdast tree; never raises on wrong input.

    `path` is what diagnostics show. What is wrong stands in the root's `diagnostics`: with an error among them the
    reference parser (remark-parse with remark-mdx, remark-gfm and remark-frontmatter) rejects the document, and the
    tree is what could be read in spite of it.
    """
    return _parse(text if isinstance(text, Source) else Source(text, path), "mdx")


def parse_markdown(text: str | Source, path: str = "<text>") -> Root:
    """Parse Markdown with GFM and YAML frontmatter into the same tree; raw HTML in it is `Html`, unread."""
    return _parse(text if isinstance(text, Source) else Source(text, path), "markdown")


def _parse(source: Source, language: Language) -> Root:
    document = Document(source)
    with _without_collector():
        return build_tree(_parser(language).parse(source.text, {ENV_KEY: document}), document)


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
def _parser(language: Language) -> MarkdownIt:
    return MarkdownIt("zero").use(mdx_plugin if language == "mdx" else markdown_plugin)
