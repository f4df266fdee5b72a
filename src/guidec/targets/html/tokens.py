"""The Markdown of a line as tokens of markdown-it-py, with tags for the components in it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from guidec.targets.html.phrases import marked, with_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from guidec.guide.models import InlineComponent


def tokens_with_components(markdown: str, components: Sequence[InlineComponent]) -> list[Token] | None:
    """Parse a text with tags for its components; None where these show nothing, or would not nest."""
    text = marked(markdown, components)
    return with_tags(tokens_of(text.markdown), tokens_of(markdown), text) if text else None


@lru_cache(maxsize=4096)
def tokens_of(markdown: str) -> tuple[Token, ...]:
    """Parse the text of a paragraph; guides of one folder share many texts."""
    return tuple(_parser().parseInline(markdown)[0].children or ())


@cache
def _parser() -> MarkdownIt:
    """Give a CommonMark parser for inline text: no HTML, and every link read, for `resolve` to judge."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False}).enable("strikethrough")
    parser.validateLink = _every_link  # type: ignore[method-assign]
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return parser


def _every_link(url: str) -> bool:  # noqa: ARG001 - markdown-it-py's own signature
    return True
