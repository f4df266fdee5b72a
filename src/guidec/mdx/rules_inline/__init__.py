"""The inline grammar of MDX and Markdown with GFM: a file for each construct, and the table of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from markdown_it.rules_inline import link_pairs

from guidec.mdx.parser_inline import InlineRule, MdxParserInline
from guidec.mdx.rules_core.inline import inline
from guidec.mdx.rules_core.text_join import text_join
from guidec.mdx.rules_inline.autolink import autolink
from guidec.mdx.rules_inline.backticks import backtick
from guidec.mdx.rules_inline.emphasis import emphasis, pair_emphasis
from guidec.mdx.rules_inline.entity import entity
from guidec.mdx.rules_inline.escape import escape
from guidec.mdx.rules_inline.expression import expression
from guidec.mdx.rules_inline.footnote_ref import footnote_ref
from guidec.mdx.rules_inline.fragments_join import fragments_join
from guidec.mdx.rules_inline.html_inline import html_inline
from guidec.mdx.rules_inline.image import image
from guidec.mdx.rules_inline.jsx_text import jsx_text
from guidec.mdx.rules_inline.label_end import label_end
from guidec.mdx.rules_inline.link import link
from guidec.mdx.rules_inline.linkify import linkify
from guidec.mdx.rules_inline.newline import newline
from guidec.mdx.rules_inline.strikethrough import strikethrough
from guidec.mdx.rules_inline.text import text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.parser_inline import RuleFuncInline2Type

    from guidec.mdx.document import Language


class _Row(NamedTuple):
    name: str
    rule: InlineRule
    characters: str | None
    """What the rule looks at; None is anything, the empty text what no rule looks at."""
    before: str = ""
    """The rule that it goes before, where it does not replace markdown-it's own of that name."""
    only: Language | None = None
    """The one language that has it."""


_RULES = (
    _Row("text", text, ""),
    _Row("linkify", linkify, None),
    _Row("newline", newline, "\r\n"),
    _Row("escape", escape, "\\"),
    _Row("backticks", backtick, "`"),
    _Row("strikethrough", strikethrough, "~"),
    _Row("emphasis", emphasis, "*_"),
    _Row("link", link, "["),
    _Row("footnote_ref", footnote_ref, "[", before="link"),
    _Row("image", image, "!"),
    _Row("label_end", label_end, "]", before="image"),
    _Row("autolink", autolink, "<", only="markdown"),
    _Row("html_inline", html_inline, "<", only="markdown"),
    _Row("html_inline", jsx_text, "<", only="mdx"),
    _Row("mdx_expression", expression, "{", before="html_inline", only="mdx"),
    _Row("entity", entity, "&"),
)


def use_inline_rules(md: MarkdownIt, language: Language) -> None:
    """Make `md` parse inline content as MDX or Markdown, with GFM; rules of other plugins stay in their place."""
    ruler, ruler2 = md.inline.ruler, md.inline.ruler2
    rows = [row for row in _RULES if row.only in (None, language)]
    for row in rows:
        if row.before:
            ruler.before(row.before, row.name, row.rule)
        else:
            ruler.at(row.name, row.rule)
    ruler.disable("autolink")
    ruler.enable([row.name for row in rows])
    # markdown-it's types know only its own state.
    ruler2.at("emphasis", cast("RuleFuncInline2Type", pair_emphasis))
    ruler2.at("fragments_join", cast("RuleFuncInline2Type", fragments_join))
    ruler2.enable(["emphasis", "fragments_join"])
    ruler2.disable("strikethrough")
    md.core.ruler.at("inline", inline)
    md.core.ruler.at("text_join", text_join)
    finishing = frozenset((link_pairs, pair_emphasis, fragments_join))
    md.inline = MdxParserInline(md.inline, {row.rule: row.characters for row in rows}, finishing)
