"""What docs/explanation/mdx.md says in tables, held against the code."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.amsmath import amsmath_plugin
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.attrs import attrs_block_plugin, attrs_plugin
from mdit_py_plugins.colon_fence import colon_fence_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.field_list import fieldlist_plugin
from mdit_py_plugins.myst_blocks import myst_block_plugin
from mdit_py_plugins.myst_role import myst_role_plugin
from mdit_py_plugins.superscript import superscript_plugin
from mdit_py_plugins.texmath import texmath_plugin
from mdit_py_plugins.wordcount import wordcount_plugin

from guidec.mdx.plugin import mdx_plugin
from guidec.mdx.unist import NODE_TYPES

PAGE = (Path(__file__).parents[2] / "docs" / "explanation" / "mdx.md").read_text(encoding="utf-8")


def test_table_of_nodes_is_that_of_the_code() -> None:
    rows = [
        (cls.__name__, cls.type, ", ".join(f"`{f.name}`" for f in fields(cls) if f.name != "position"))
        for cls in NODE_TYPES.values()
    ]
    assert re.findall(r"^\| `(\w+)` \| `(\w+)` \| (.*?) ?\|$", PAGE, re.MULTILINE) == rows


PLUGINS = {
    "admon": (admon_plugin, {}, "text\n!!! note\n    *here*\n\n    - a\n"),
    "amsmath": (amsmath_plugin, {}, "\\begin{equation}\na = b\n\\end{equation}\n"),
    "anchors": (anchors_plugin, {}, "# A *title*\n\n## A *title*\n"),
    "attrs": (attrs_plugin, {}, '![a](b){#c} `code`{lang="d"} [link](e){f=g}\n'),
    "attrs_block": (attrs_block_plugin, {}, "{#a .b}\n# Title\n\n{.c}\n- item\n"),
    "colon_fence": (colon_fence_plugin, {}, ":::note\n*source*\n:::\n"),
    "container": (container_plugin, {"name": "tip"}, "text\n::: tip\n*here*\n\n- a\n  - b\n:::\n"),
    "deflist": (
        deflist_plugin,
        {},
        "Term *a*\n: Definition **b**\n: Another\n\nTerm c\n\n: Its `d`\n\n  Second\n",
    ),
    "dollarmath": (dollarmath_plugin, {}, "a $x_1 * y_1$ *b*\n\n$$\nz\n$$\n"),
    "field_list": (fieldlist_plugin, {}, ":name: value\n:other: *v*\n"),
    "myst_blocks": (myst_block_plugin, {}, "% comment\n\n+++ meta\n\n(target)=\n\ntext\n"),
    "myst_role": (myst_role_plugin, {}, "a {role}`*text*` b\n"),
    "superscript": (superscript_plugin, {}, "x^2^ and *y^3^*\n"),
    "texmath": (texmath_plugin, {}, "a $x$ b\n\n$$\ny\n$$\n"),
    "wordcount": (wordcount_plugin, {}, "some *words* here\n"),
}


@pytest.mark.parametrize("name", PLUGINS)
def test_other_plugin_works_beside_mdx(name: str) -> None:
    plugin, options, text = PLUGINS[name]
    alone = MarkdownIt().use(plugin, **options).render(text)
    assert MarkdownIt().use(mdx_plugin).use(plugin, **options).render(text) == alone
    assert MarkdownIt().use(plugin, **options).use(mdx_plugin).render(text) == alone
    assert f"`{name}`" in PAGE


def test_tags_are_hidden_from_renderers_that_do_not_know_them() -> None:
    html = MarkdownIt().use(mdx_plugin).render("a <b>c</b> {d}\n\n<E>\nf\n</E>\n")
    assert html.split() == ["<p>a", "c", "</p>", "<p>f</p>"]


def test_lines_of_containers_end_behind_their_content() -> None:
    tokens = MarkdownIt().use(mdx_plugin).parse("> a\n> b\n\n- c\n- d\n\n  e\n")
    lines = {token.type: token.map for token in tokens if token.nesting == 1 and token.tag != "p"}
    assert lines == {"blockquote_open": [0, 2], "bullet_list_open": [3, 7], "list_item_open": [4, 7]}
