"""Markdown with raw HTML in it -> the same nodes that MDX gives.

Markdown tells only where raw HTML stands, tag by tag: `<details>`, Markdown, `</details>`. All the HTML of a file is
read at once, one element for each list of siblings, in which a small element stands for everything that is no HTML.
"""

from __future__ import annotations

import hashlib
import operator
from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.guide.formats.html_reader import MOST_LEVELS, SoupReader, make_soup
from guidec.guide.formats.html_text import HtmlText
from guidec.guide.text import plain_text
from guidec.mdx import nodes
from guidec.mdx.parse import parse_markdown
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from guidec.source import Source


FLOW = (nodes.Root, nodes.Blockquote, nodes.ListItem, nodes.FootnoteDefinition)
"""The nodes of Markdown that hold blocks."""
Families = dict[int, tuple[nodes.Node, ...]]
"""The children of nodes, by the id of the node."""


def read_markdown(source: Source, most_pieces: int) -> nodes.Root:
    """Read a file of Markdown: its raw HTML becomes elements, and comments are dropped."""
    root = parse_markdown(source, most_pieces=most_pieces)
    families = _with_html(root)
    if not families:
        return root
    html = HtmlText(source)
    reader, read = _read(families, html)
    rebuilder = _Rebuilder(read)
    children = rebuilder.children(root)
    diagnostics = (*root.diagnostics, *reader.diagnostics, *rebuilder.diagnostics)
    return replace(root, children=children, diagnostics=diagnostics)


def _with_html(root: nodes.Root) -> list[nodes.Parent]:
    """Give the nodes that have raw HTML among their children."""
    return [
        node
        for node in walk([root])
        if isinstance(node, nodes.Parent) and any(isinstance(child, nodes.Html) for child in node.children)
    ]


def _read(families: list[nodes.Parent], html: HtmlText) -> tuple[SoupReader, Families]:
    """Read the children of all these nodes as HTML."""
    # No file holds an element of this name, so none can end one of ours.
    name = "x" + hashlib.sha256(html.source.text.encode("utf-8", "surrogatepass")).hexdigest()
    for family in families:
        html.add_markup(f"<{name}>")
        for child in family.children:
            if isinstance(child, nodes.Html) and child.position is not None:
                html.add(child.value, child.position.start_offset)
            else:
                html.add_markup(f"<{name}></{name}>", child)
        html.add_markup(f"</{name}>")
    reader = SoupReader(html)
    elements = make_soup(html).find_all(name, recursive=False)
    read = {
        id(family): reader.inside(element, is_line=not isinstance(family, FLOW))
        for family, element in zip(families, elements, strict=True)
    }
    return reader, read


class _Rebuilder:
    """Puts what was read in place of what was parsed."""

    def __init__(self, read: Families) -> None:
        self.read = read
        self.depth = 0
        self.diagnostics: list[Diagnostic] = []

    def node(self, node: nodes.Node) -> nodes.Node:
        """Give a node with everything in it read; beyond the limit of nesting it is text."""
        if not isinstance(node, nodes.Parent):
            return node
        if self.depth == MOST_LEVELS:
            self._report(node)
            return nodes.Text(node.position, plain_text([node]))
        children = self.children(node)
        same = len(children) == len(node.children) and all(map(operator.is_, children, node.children))
        return node if same else replace(node, children=children)

    def children(self, node: nodes.Parent) -> tuple[nodes.Node, ...]:
        """Give the children of a node, read."""
        self.depth += 1
        children = tuple([self.node(child) for child in self.read.get(id(node), node.children)])
        self.depth -= 1
        return children

    def _report(self, node: nodes.Node) -> None:
        if node.position is not None and not self.diagnostics:
            message = f"Unexpected node in {MOST_LEVELS} others, expected less nesting"
            self.diagnostics.append(Diagnostic.at(NESTING_LIMIT, message, node.position))
