"""The tree as MDX source: flow content, one function for each node type.

House style: `-` for bullets, numbers that count, `***` for thematic breaks, fences of backticks, two
spaces for the content of JSX, a blank line between blocks except in tight lists. Line endings are LF.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.escape import character_reference, escape_edges, escape_string, line_feeds
from guidec.mdx.link_parts import destination, label, quoted_title
from guidec.mdx.serialize_jsx import attribute, closing_tag, expression, opening_tag
from guidec.mdx.serialize_phrasing import PHRASING, phrasing
from guidec.mdx.serialize_table import row_line, table_lines
from guidec.mdx.surroundings import PLAIN, Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from guidec.mdx.surroundings import Surroundings

WHITE_SPACE = re.compile(r"\s")
ESM_START = re.compile(r"\A(?:e(?=xport )|i(?=mport ))")
CLOSING_SIGNS = re.compile(r"(?<![^ \t])#+\Z")
UNDERLINES = {1: "===", 2: "---"}


class Verbatim(str):
    """A line whose white space is part of a value: JSX does not indent it, a list or quotation does."""

    __slots__ = ()


Lines = list[str]


def to_mdx(node: n.Node, words: Surroundings = PLAIN) -> str:
    """Write a node as MDX: a document with its final line ending, or the source of one node.

    Read again it gives the same tree, positions aside; writing that gives the same text. `words` says how phrasing
    content is written: `PLAIN`, or `EXPORTED`.
    """
    if type(node) in PHRASING:
        return PHRASING[type(node)](node, words)
    lines = FLOW[type(node)](node, Flow(words=words))
    return "\n".join(lines) + ("\n" if isinstance(node, n.Root) and lines else "")


def blocks(nodes: Sequence[n.Node], flow: Flow) -> Lines:
    """Write blocks one below the other."""
    lines: Lines = []
    other = False
    for at, node in enumerate(nodes):
        if at and (not flow.tight or _would_continue(nodes[at - 1], node)):
            lines.append("")
        other = at > 0 and _would_join(nodes[at - 1], node) and not other
        lines += FLOW[type(node)](node, flow._replace(other_marker=True) if other else flow)
    return lines


def _would_continue(left: n.Node, right: n.Node) -> bool:
    """Tell whether a node right below another would become a part of the paragraph that this ends with."""
    while isinstance(left, (n.List, n.ListItem, n.Blockquote)) and left.children:
        left = left.children[-1]
    if isinstance(right, n.List):
        interrupts = not right.ordered or right.start == 1
    else:
        interrupts = isinstance(right, (n.Code, n.Blockquote, n.ThematicBreak, n.Heading))
    return isinstance(left, n.Paragraph) and not interrupts


def _would_join(left: n.Node, right: n.Node) -> bool:
    return isinstance(left, n.List) and isinstance(right, n.List) and left.ordered == right.ordered


def _verbatim(source: str) -> Lines:
    first, *others = line_feeds(source).split("\n")
    return [first, *map(Verbatim, others)]


# One function for each node type


def root(node: n.Root, flow: Flow) -> Lines:
    """Write a document."""
    return blocks(node.children, flow._replace(at_root=True))


def yaml(node: n.Yaml, _: Flow) -> Lines:
    """Write frontmatter."""
    return ["---", *(line_feeds(node.value).split("\n") if node.value else []), "---"]


def source(node: n.MdxjsEsm | n.Html, _: Flow) -> Lines:
    """Write what is kept as source: ESM, and the HTML of `.md` files."""
    return _verbatim(node.value)


def mdx_flow_expression(node: n.MdxFlowExpression, _: Flow) -> Lines:
    """Write an expression on lines of its own."""
    return _verbatim(expression(node.value))


def mdx_jsx_flow_element(node: n.MdxJsxFlowElement, flow: Flow) -> Lines:
    """Write an element on lines of its own, its content between two tags and indented."""
    if not node.children:
        return _verbatim(opening_tag(node) + closing_tag(node))
    padding = [""] if flow.padded else []
    inside = flow._replace(at_root=False, padded=False)
    content = [*padding, *blocks(node.children, inside), *padding]
    return [*_verbatim(opening_tag(node)), *map(_indented, content), closing_tag(node)]


def _indented(line: str) -> str:
    return line if isinstance(line, Verbatim) or not line else "  " + line


def paragraph(node: n.Paragraph, flow: Flow) -> Lines:
    """Write a paragraph."""
    written = phrasing(node.children, flow.words)
    if flow.at_root:
        written = ESM_START.sub(lambda match: character_reference(match[0]), written)
    # White space at the start of a line in a code span or expression counts.
    if "\n" in written and any(map(_has_lines, node.children)):
        return _verbatim(written)
    return written.split("\n")


def _has_lines(node: n.Node) -> bool:
    if isinstance(node, n.MdxJsxElement) and "\n" in opening_tag(node):
        return True
    if isinstance(node, n.Parent):
        return any(map(_has_lines, node.children))
    return isinstance(node, n.Literal_) and not isinstance(node, n.Text) and "\n" in node.value


def heading(node: n.Heading, flow: Flow) -> Lines:
    """Write a heading behind number signs, or underlined where it has several lines."""
    if node.depth in UNDERLINES and "\n" in (written := phrasing(node.children, flow.words)):
        return [*_verbatim(written), UNDERLINES[node.depth]]
    content = phrasing(node.children, flow.words._replace(one_line=True))
    # Number signs at the end would close the heading.
    content = CLOSING_SIGNS.sub(r"\\\g<0>", content)
    return [f"{'#' * node.depth} {content}".rstrip(" ")]


def thematic_break(_: n.ThematicBreak, flow: Flow) -> Lines:
    """Write a thematic break."""
    return ["___" if flow.in_star_list else "***"]


def blockquote(node: n.Blockquote, flow: Flow) -> Lines:
    """Write a block quotation."""
    return [f"> {line}" if line else ">" for line in blocks(node.children, flow.within()) or [""]]


def code(node: n.Code, _: Flow) -> Lines:
    """Write a code block between fences that are longer than any in its value."""
    info = WHITE_SPACE.sub(lambda match: character_reference(match[0]), escape_string(node.lang or ""))
    if node.meta:
        info += " " + escape_edges(escape_string(node.meta))
    mark = "~" if "`" in info else "`"
    longest = max(map(len, re.findall(f"{mark}+", node.value)), default=0)
    fence = mark * max(3, longest + 1)
    return [fence + info, *(line_feeds(node.value).split("\n") if node.value else []), fence]


def definition(node: n.Definition, _: Flow) -> Lines:
    """Write a definition."""
    title = "" if node.title is None else " " + quoted_title(node.title)
    return [f"{label(node.label, node.identifier)}: {destination(node.url) or '<>'}{title}"]


def footnote_definition(node: n.FootnoteDefinition, flow: Flow) -> Lines:
    """Write a footnote."""
    first, *others = blocks(node.children, flow.within()) or [""]
    return [f"{label(node.label, node.identifier, '^')}: {first}".rstrip(" "), *_behind("    ", others)]


def list_(node: n.List, flow: Flow) -> Lines:
    """Write a list."""
    lines: Lines = []
    for at, item in enumerate(node.children):
        if at and node.spread:
            lines.append("")
        lines += list_item(item, flow._replace(marker=_marker(node, at, flow.other_marker)))
    return lines


def _marker(node: n.List, at: int, other: bool) -> str:
    if not node.ordered:
        return "*" if other else "-"
    return f"{(node.start or 0) + at}{')' if other else '.'}"


def list_item(node: n.Node, flow: Flow) -> Lines:
    """Write an item behind its marker."""
    if not isinstance(node, n.ListItem):
        return []
    # A blank line inside the only child makes an item loose, too.
    padded = node.spread and len(node.children) == 1
    inside = flow.within(tight=not node.spread, padded=padded, in_star_list=flow.marker == "*")
    first, *others = blocks(node.children, inside) or [""]
    task = "" if node.checked is None else "[x] " if node.checked else "[ ] "
    return [f"{flow.marker} {task}{first}".rstrip(" "), *_behind(" " * (len(flow.marker) + 1), others)]


def _behind(prefix: str, lines: Lines) -> Lines:
    return [prefix + line if line else "" for line in lines]


def table(node: n.Table, flow: Flow) -> Lines:
    """Write a table, its columns aligned."""
    return table_lines([_cells(row, flow) for row in node.children], node.align)


def table_row(node: n.TableRow, flow: Flow) -> Lines:
    """Write a row."""
    return [row_line(_cells(node, flow))]


def table_cell(node: n.TableCell, flow: Flow) -> Lines:
    """Write the content of a cell."""
    return [_cell(node, flow)]


def _cells(row: n.Node, flow: Flow) -> list[str]:
    return (
        [_cell(cell, flow) for cell in row.children if isinstance(cell, n.TableCell)]
        if isinstance(row, n.TableRow)
        else []
    )


def _cell(cell: n.TableCell, flow: Flow) -> str:
    return phrasing(cell.children, flow.words._replace(one_line=True, in_cell=True))


def attribute_source(node: n.MdxJsxAttribute | n.MdxJsxExpressionAttribute, _: Flow) -> Lines:
    """Write an attribute by itself."""
    return _verbatim(attribute(node))


FLOW: dict[type[n.Node], Callable[..., Lines]] = {
    n.Root: root,
    n.Yaml: yaml,
    n.MdxjsEsm: source,
    n.Html: source,
    n.Paragraph: paragraph,
    n.Heading: heading,
    n.ThematicBreak: thematic_break,
    n.Blockquote: blockquote,
    n.List: list_,
    n.ListItem: list_item,
    n.Code: code,
    n.Definition: definition,
    n.FootnoteDefinition: footnote_definition,
    n.Table: table,
    n.TableRow: table_row,
    n.TableCell: table_cell,
    n.MdxFlowExpression: mdx_flow_expression,
    n.MdxJsxAttributeValueExpression: mdx_flow_expression,
    n.MdxJsxFlowElement: mdx_jsx_flow_element,
    n.MdxJsxAttribute: attribute_source,
    n.MdxJsxExpressionAttribute: attribute_source,
}
