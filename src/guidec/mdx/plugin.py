"""The plugins: `MarkdownIt().use(mdx_plugin)` reads MDX with GFM and frontmatter, `markdown_plugin` Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.rules_block import use_block_rules
from guidec.mdx.rules_core.heading_id import heading_id
from guidec.mdx.rules_core.normalize import normalize
from guidec.mdx.rules_inline import use_inline_rules

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from guidec.mdx.document import Language


def mdx_plugin(md: MarkdownIt, *, heading_ids: bool = False) -> None:
    """Make `md` parse MDX: ESM, expressions and JSX, GFM and frontmatter; no indented code, raw HTML or autolinks.

    Works with any preset, and rules of other plugins go on working. Every token has `meta["span"]`, its start and end
    offset in the text that was parsed. Problems are in `env["mdx"].diagnostics` afterwards.

    With `heading_ids` a heading may end with `{#id}`, which is text: several documentation systems read it before MDX
    does, for which it is wrong.
    """
    _use(md, "mdx")
    if heading_ids:
        md.core.ruler.after("block", "heading_id", heading_id)


def markdown_plugin(md: MarkdownIt) -> None:
    """Make `md` parse Markdown as `mdx_plugin` parses MDX: raw HTML, autolinks and indented code in place of JSX."""
    _use(md, "markdown")


def _use(md: MarkdownIt, language: Language) -> None:
    md.core.ruler.at("normalize", normalize)
    md.core.ruler.enable(["normalize", "block", "inline"])
    use_block_rules(md, language)
    use_inline_rules(md, language)
