"""MDX in Python: a text becomes an mdast tree, as remark-mdx with GFM and frontmatter makes it, and a tree a text.

from guidec.mdx import mdx_plugin, nodes, parse_mdx

root = parse_mdx("# Hello, <b>*world*</b>!")
root.diagnostics           # what is wrong: with an error among it, the reference rejects the text
root.children[0].position  # where it stands
MarkdownIt().use(mdx_plugin).render(text)
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False

if TYPE_CHECKING:
    from guidec.mdx import nodes
    from guidec.mdx.parse import parse_markdown, parse_mdx
    from guidec.mdx.plugin import markdown_plugin, mdx_plugin
    from guidec.mdx.unist import from_dict, to_dict

_HOMES = {
    "from_dict": "guidec.mdx.unist",
    "markdown_plugin": "guidec.mdx.plugin",
    "mdx_plugin": "guidec.mdx.plugin",
    "parse_markdown": "guidec.mdx.parse",
    "parse_mdx": "guidec.mdx.parse",
    "to_dict": "guidec.mdx.unist",
}

__all__ = ["from_dict", "markdown_plugin", "mdx_plugin", "nodes", "parse_markdown", "parse_mdx", "to_dict"]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(_HOMES[name]), name)
    return value
