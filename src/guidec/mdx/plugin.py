"""The plugin: `MarkdownIt().use(mdx_plugin)` reads MDX with GFM and frontmatter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidec.mdx.parser_block import MdxParserBlock
from guidec.mdx.rules_block.blockquote import blockquote
from guidec.mdx.rules_block.esm import esm
from guidec.mdx.rules_block.fence import fence
from guidec.mdx.rules_block.footnote_definition import footnote_definition
from guidec.mdx.rules_block.front_matter import front_matter
from guidec.mdx.rules_block.heading import heading
from guidec.mdx.rules_block.hr import hr
from guidec.mdx.rules_block.jsx_flow import expression_flow, jsx_flow
from guidec.mdx.rules_block.list import list_block
from guidec.mdx.rules_block.paragraph import paragraph
from guidec.mdx.rules_block.table import table
from guidec.mdx.rules_core.normalize import normalize
from guidec.mdx.rules_inline import use_inline_rules

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# The order is the reference's: a table is tried last, because it may start with anything.
_PARAGRAPH = {"alt": ["paragraph"]}
_BLOCK_RULES: tuple[tuple[str, Any, dict[str, list[str]]], ...] = (
    ("front_matter", front_matter, {"alt": []}),
    ("mdx_esm", esm, {"alt": []}),
    ("fence", fence, _PARAGRAPH),
    ("blockquote", blockquote, _PARAGRAPH),
    ("hr", hr, _PARAGRAPH),
    ("list", list_block, _PARAGRAPH),
    ("footnote_definition", footnote_definition, _PARAGRAPH),
    ("html_block", jsx_flow, _PARAGRAPH),
    ("mdx_expression", expression_flow, _PARAGRAPH),
    ("heading", heading, _PARAGRAPH),
    ("table", table, _PARAGRAPH),
    ("paragraph", paragraph, {"alt": []}),
)
"""Under markdown-it's names; `paragraph` also reads definitions and setext headings, `reference` and `lheading` there."""


def mdx_plugin(md: MarkdownIt) -> None:
    """Make `md` parse MDX: ESM, expressions and JSX, GFM and frontmatter; no indented code, raw HTML or autolinks.

    Works with any preset, and rules of other plugins go on working. Every token has `meta["span"]`, its start and end
    offset in the text that was parsed. Problems are in `env["mdx"].diagnostics` afterwards.
    """
    md.core.ruler.at("normalize", normalize)
    md.core.ruler.enable(["normalize", "block", "inline"])
    _use_block_rules(md)
    use_inline_rules(md)


def _use_block_rules(md: MarkdownIt) -> None:
    ruler = md.block.ruler
    known = set(ruler.get_all_rules())
    ruler.disable(["code", "reference", "lheading"])
    previous = ""
    for name, rule, options in _BLOCK_RULES:
        if name in known:
            ruler.at(name, rule, options)
        elif previous:
            ruler.after(previous, name, rule, options)
        else:
            ruler.before("table", name, rule, options)
        previous = name
    ruler.enable([name for name, _, _ in _BLOCK_RULES])
    md.block = MdxParserBlock(md.block)
