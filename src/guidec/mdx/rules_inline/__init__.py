"""The inline grammar of MDX with GFM: one file for each construct, this table of them, and how they are added."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from guidec.mdx.parser_inline import InlineRule, MdxParserInline
from guidec.mdx.rules_core.inline import inline
from guidec.mdx.rules_core.text_join import text_join
from guidec.mdx.rules_inline.backticks import backtick
from guidec.mdx.rules_inline.emphasis import emphasis, pair_emphasis
from guidec.mdx.rules_inline.entity import entity
from guidec.mdx.rules_inline.escape import escape
from guidec.mdx.rules_inline.expression import expression
from guidec.mdx.rules_inline.footnote_ref import footnote_ref
from guidec.mdx.rules_inline.fragments_join import fragments_join
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

# Each rule under markdown-it's name where it replaces one, else where it goes; and the characters that it looks at.
_REPLACED: dict[str, tuple[InlineRule, str | None]] = {
    "text": (text, None),
    "linkify": (linkify, None),
    "newline": (newline, "\r\n"),
    "escape": (escape, "\\"),
    "backticks": (backtick, "`"),
    "strikethrough": (strikethrough, "~"),
    "emphasis": (emphasis, "*_"),
    "link": (link, "["),
    "image": (image, "!"),
    "html_inline": (jsx_text, "<"),
    "entity": (entity, "&"),
}
_ADDED: list[tuple[str, str, InlineRule, str]] = [
    # before, name, rule, characters
    ("link", "footnote_ref", footnote_ref, "["),
    ("image", "label_end", label_end, "]"),
    ("html_inline", "mdx_expression", expression, "{"),
]


def use_inline_rules(md: MarkdownIt) -> None:
    """Make `md` parse inline content as MDX with GFM; rules of other plugins stay in their place."""
    ruler, ruler2 = md.inline.ruler, md.inline.ruler2
    for name, (rule, _) in _REPLACED.items():
        ruler.at(name, rule)
    for before, name, rule, _ in _ADDED:
        ruler.before(before, name, rule)
    ruler.enable([*_REPLACED, *(name for _, name, _, _ in _ADDED)])
    ruler.disable("autolink")
    # markdown-it's types know only its own state.
    ruler2.at("emphasis", cast("RuleFuncInline2Type", pair_emphasis))
    ruler2.at("fragments_join", cast("RuleFuncInline2Type", fragments_join))
    ruler2.enable(["emphasis", "fragments_join"])
    ruler2.disable("strikethrough")
    md.core.ruler.at("inline", inline)
    md.core.ruler.at("text_join", text_join)
    markers = dict(_REPLACED.values()) | {rule: own for _, _, rule, own in _ADDED}
    md.inline = MdxParserInline(md.inline, markers)
