"""The way in: a text becomes a tree."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from guidec.mdx.document import ENV_KEY, Document
from guidec.mdx.plugin import mdx_plugin
from guidec.mdx.tree import build_tree
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.mdx.nodes import Root


def parse_mdx(text: str | Source, path: str = "<text>") -> Root:
    """Parse MDX with GFM and YAML frontmatter into an mdast tree; never raises on wrong input.

    `path` is what diagnostics show. What is wrong stands in the root's `diagnostics`: with an error among them the
    reference parser (remark-parse with remark-mdx, remark-gfm and remark-frontmatter) rejects the document, and the
    tree is what could be read in spite of it.
    """
    source = text if isinstance(text, Source) else Source(text, path)
    document = Document(source)
    with _without_collector():
        return build_tree(_parser().parse(source.text, {ENV_KEY: document}), document)


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
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").use(mdx_plugin)
