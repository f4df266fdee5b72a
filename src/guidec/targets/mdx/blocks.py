"""Prose blocks as mdast nodes: one function for each type of block."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from guidec.mdx import nodes as n
from guidec.mdx.canonical_parse import parse_phrasing
from guidec.mdx.serialize import to_mdx
from guidec.targets.mdx.elements import flow_element, line_element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.models import (
        CodeBlock,
        DividerBlock,
        ExpressionBlock,
        FootnoteBlock,
        HeadingBlock,
        ImageBlock,
        ListBlock,
        ListItem,
        ParagraphBlock,
        QuoteBlock,
        TableBlock,
        TableCell,
    )
    from guidec.targets.mdx.writer import Writer


def paragraph(block: ParagraphBlock, writer: Writer) -> list[n.Node]:
    """Write a paragraph."""
    content = writer.phrasing(block.markdown, block.components)
    if writer.spelling.html_paragraphs and (line := line_element("p", {}, content)):
        return [n.Paragraph(None, (line,))]
    return [n.Paragraph(None, content)] if content else []


def heading(block: HeadingBlock, writer: Writer) -> list[n.Node]:
    """Write a heading that opens no section."""
    return [writer.heading(block.depth, writer.phrasing(block.markdown, block.components), block.marks)]


def code(block: CodeBlock, _: Writer) -> list[n.Node]:
    """Write a code block."""
    return [n.Code(None, block.value, block.lang, block.meta)]


def image(block: ImageBlock, writer: Writer) -> list[n.Node]:
    """Write an image, in a frame where it has a caption."""
    written = n.Paragraph(None, (n.Image(None, block.url, block.alt, block.title),))
    if not block.caption:
        return [written]
    if writer.moved and "Frame" not in writer.dialect.components:
        writer.nearest("caption of an image", "a paragraph below it")
        said = writer.title(block.caption, block.caption_markdown)
        return [written, n.Paragraph(None, (n.Emphasis(None, said),))]
    words = (
        parse_phrasing(block.caption_markdown) if block.caption_markdown else (n.Text(None, block.caption),)
    )
    caption = to_mdx(n.Root(None, (n.Paragraph(None, words),))).strip()
    return [flow_element("Frame", {"caption": caption}, [written])]


def quote(block: QuoteBlock, writer: Writer) -> list[n.Node]:
    """Write a quotation."""
    return [n.Blockquote(None, tuple(writer.blocks(block.content)))]


def divider(_block: DividerBlock, _: Writer) -> list[n.Node]:
    """Write a thematic break."""
    return [n.ThematicBreak(None)]


def footnote(block: FootnoteBlock, writer: Writer) -> list[n.Node]:
    """Write a footnote."""
    content = tuple(writer.blocks(block.content))
    return [n.FootnoteDefinition(None, content, block.label.lower(), block.label)]


def expression(block: ExpressionBlock, _: Writer) -> list[n.Node]:
    """Write an expression."""
    return [n.MdxFlowExpression(None, block.value)]


def table(block: TableBlock, writer: Writer) -> list[n.Node]:
    """Write a table."""
    rows = tuple(_row(cells, writer) for cells in (block.head, *block.rows))
    return [n.Table(None, rows, tuple(block.align))]


def _row(cells: list[TableCell], writer: Writer) -> n.TableRow:
    return n.TableRow(
        None, tuple(n.TableCell(None, writer.phrasing(cell.markdown, cell.components)) for cell in cells)
    )


# Lists


def list_(block: ListBlock, writer: Writer) -> list[n.Node]:
    """Write a list; HTML has no task lists."""
    if writer.spelling.html_lists and all(item.checked is None for item in block.items):
        return [_html_list(block, writer)]
    items = [markdown_item(item, writer) for item in block.items]
    return [markdown_list(items, block.start if block.ordered else None)]


def markdown_list(items: list[n.ListItem], start: int | None) -> n.List:
    """Make a list of Markdown, ordered where it has a start; one loose item makes it loose."""
    spread = any(item.spread for item in items)
    return n.List(None, tuple(items), start is not None, start, spread)


def markdown_item(item: ListItem, writer: Writer) -> n.ListItem:
    """Make an item of a list of Markdown."""
    text = writer.phrasing(item.markdown, item.components)
    content = writer.in_item().blocks(item.content) if item.content else []
    return spaced_item((*((n.Paragraph(None, text),) if text else ()), *content), item.checked)


def spaced_item(children: tuple[n.Node, ...], checked: bool | None = None) -> n.ListItem:
    """Make an item; it does without blank lines where it is a line of text, and maybe one list of such lines."""
    match children:
        case (n.MdxJsxFlowElement(children=inner),) if len(inner) > 1:
            spread = True
        case () | (_,):
            spread = False
        case (n.Paragraph(), n.List() as nested):
            spread = nested.spread or nested.start not in (None, 1)
        case _:
            spread = True
    return n.ListItem(None, children, checked, spread)


def _html_list(block: ListBlock, writer: Writer) -> n.Node:
    attributes = dict(writer.spelling.nested_list if writer.in_list else ())
    if block.ordered and block.start not in (None, 1):
        attributes["start"] = str(block.start)
    items = [_html_item(item, writer.in_item()) for item in block.items]
    return flow_element("ol" if block.ordered else "ul", attributes, _lines(items))


def _html_item(item: ListItem, writer: Writer) -> n.Node:
    text = writer.phrasing(item.markdown, item.components)
    if not item.content and (line := line_element("li", {}, text)):
        return line
    first = (n.Paragraph(None, text),) if text else ()
    return flow_element("li", {}, (*first, *writer.blocks(item.content)))


def _lines(items: list[n.Node]) -> Iterator[n.Node]:
    """Put items of one line below each other; those of several stand apart."""
    for is_line, run in groupby(items, lambda item: isinstance(item, n.MdxJsxTextElement)):
        if is_line:
            first, *others = run
            yield n.Paragraph(
                None, (first, *(part for item in others for part in (n.Text(None, "\n"), item)))
            )
        else:
            yield from run
