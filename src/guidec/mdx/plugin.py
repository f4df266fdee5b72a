"""The plugin: `MarkdownIt().use(mdx_plugin)` reads MDX with GFM and frontmatter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.rules_block import use_block_rules
from guidec.mdx.rules_core.normalize import normalize
from guidec.mdx.rules_inline import use_inline_rules

if TYPE_CHECKING:
    from markdown_it import MarkdownIt


def mdx_plugin(md: MarkdownIt) -> None:
    """Make `md` parse MDX: ESM, expressions and JSX, GFM and frontmatter; no indented code, raw HTML or autolinks.

    Works with any preset, and rules of other plugins go on working. Every token has `meta["span"]`, its start and end
    offset in the text that was parsed. Problems are in `env["mdx"].diagnostics` afterwards.
    """
    md.core.ruler.at("normalize", normalize)
    md.core.ruler.enable(["normalize", "block", "inline"])
    use_block_rules(md)
    use_inline_rules(md)
