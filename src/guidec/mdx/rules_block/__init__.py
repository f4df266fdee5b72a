"""The block grammar of MDX and Markdown with GFM: a file for each construct, and the table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guidec.mdx.parser_block import MdxParserBlock
from guidec.mdx.rule_chains import RuleChains
from guidec.mdx.rules_block.blockquote import blockquote
from guidec.mdx.rules_block.code import code
from guidec.mdx.rules_block.esm import esm
from guidec.mdx.rules_block.fence import fence
from guidec.mdx.rules_block.footnote_definition import footnote_definition
from guidec.mdx.rules_block.front_matter import front_matter
from guidec.mdx.rules_block.heading import heading
from guidec.mdx.rules_block.hr import hr
from guidec.mdx.rules_block.html_block import html_block
from guidec.mdx.rules_block.jsx_flow import expression_flow, jsx_flow
from guidec.mdx.rules_block.list import list_block
from guidec.mdx.rules_block.paragraph import paragraph
from guidec.mdx.rules_block.table import table

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from guidec.mdx.document import Language
    from guidec.mdx.rule_chains import BlockRule


class _Row(NamedTuple):
    name: str
    rule: BlockRule
    characters: str | None
    """What a line must start with for the rule; None is anything."""
    interrupts: bool = True
    """Whether it can end a paragraph."""
    opens: bool = False
    """Whether it opens a container."""
    only: Language | None = None
    """The one language that has it."""


_RULES = (
    _Row("front_matter", front_matter, "-", interrupts=False),
    _Row("mdx_esm", esm, "ei", interrupts=False, only="mdx"),
    _Row("fence", fence, "`~"),
    _Row("blockquote", blockquote, ">", opens=True),
    _Row("hr", hr, "*-_"),
    _Row("list", list_block, "*+-0123456789", opens=True),
    _Row("footnote_definition", footnote_definition, "[", opens=True),
    _Row("html_block", jsx_flow, "<", only="mdx"),
    _Row("mdx_expression", expression_flow, "{", only="mdx"),
    _Row("html_block", html_block, "<", only="markdown"),
    _Row("heading", heading, "#"),
    _Row("code", code, None, interrupts=False, only="markdown"),
    _Row("table", table, None),
    _Row("paragraph", paragraph, None, interrupts=False),
)
"""Under markdown-it's names; `paragraph` also does the work of `reference` and `lheading`, which are off."""


def use_block_rules(md: MarkdownIt, language: Language) -> None:
    """Make `md` parse blocks as MDX or Markdown, with GFM; rules of other plugins stay in their place."""
    rows = [row for row in _RULES if row.only in (None, language)]
    ruler = md.block.ruler
    known = set(ruler.get_all_rules())
    previous = ""
    for name, rule, _, interrupts, *_ in rows:
        alternatives = ["paragraph"] if interrupts else []
        if name in known:
            ruler.at(name, rule, {"alt": alternatives})
        elif previous:
            ruler.after(previous, name, rule, {"alt": alternatives})
        else:
            ruler.before("table", name, rule, {"alt": alternatives})
        previous = name
    ruler.disable(["code", "reference", "lheading"])
    ruler.enable([row.name for row in rows])
    containers = {row.rule: row.characters or "" for row in rows if row.opens}
    blocks = {row.rule: row.characters for row in rows if not row.opens}
    md.block = MdxParserBlock(ruler, RuleChains(ruler, containers, blocks))
