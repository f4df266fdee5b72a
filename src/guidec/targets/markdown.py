"""Blocks of a guide as CommonMark text, for formats whose fields are Markdown strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from guidec.guide.models import (
    AccordionBlock,
    AdmonitionBlock,
    Block,
    CodeBlock,
    ComponentBlock,
    DividerBlock,
    ExpressionBlock,
    FootnoteBlock,
    HeadingBlock,
    ImageBlock,
    ListBlock,
    ListItem,
    ParagraphBlock,
    QuoteBlock,
    Step,
    StepsBlock,
    TableBlock,
    TableCell,
    TabsBlock,
)
from guidec.targets.component_words import component_address, component_description, component_name
from guidec.targets.destinations import with_destinations
from guidec.targets.markdown_text import bold, escaped, indented, joined, quotation, resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.targets.destinations import Resolve

BACKTICKS = re.compile(r"`+")
UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
ALIGNMENT = {None: "---", "left": ":--", "center": ":-:", "right": "--:"}


class MarkdownWriter:
    """Writes blocks with the destinations that `resolve` gives, or as they are written."""

    def __init__(self, resolve: Resolve | None = None) -> None:
        self.resolve = resolve

    def line(self, markdown: str) -> str:
        """Write the Markdown of one line."""
        return with_destinations(markdown, self.resolve) if self.resolve else markdown

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Write `blocks` with a blank line between them; no line feed at the end."""
        return "\n\n".join(text for text in map(self.block, blocks) if text)

    def block(self, block: Block) -> str:
        """Write one block; empty for what has no form in CommonMark, such as an expression."""
        match block:
            case ParagraphBlock():
                return self.line(block.markdown)
            case HeadingBlock():
                return f"{'#' * block.depth} {self.line(block.markdown)}"
            case ListBlock():
                return self.list_(block)
            case CodeBlock():
                return code_to_markdown(block)
            case ImageBlock():
                return self.image(block)
            case TableBlock():
                return self.table(block)
            case QuoteBlock():
                return quotation(self.blocks(block.content))
            case DividerBlock():
                return "***"
            case FootnoteBlock():
                return indented(self.blocks(block.content), f"[^{block.label}]: ", "    ")
            case ExpressionBlock():
                return ""
            case AdmonitionBlock():
                title = bold(block.title or block.kind.value.capitalize())
                return quotation(joined(title, self.blocks(block.content)))
            case TabsBlock():
                return joined(*(joined(bold(tab.title), self.blocks(tab.content)) for tab in block.tabs))
            case AccordionBlock():
                return joined(bold(block.title), self.blocks(block.content))
            case ComponentBlock():
                return self.component(block)
            case StepsBlock():
                return joined(*map(self.step, block.steps))
            case _:
                assert_never(block)

    def step(self, step: Step) -> str:
        """Write a step that stands inside another block: its title in bold, then its body."""
        return joined(bold(step.title), self.blocks(step.content))

    def component(self, block: ComponentBlock) -> str:
        """Write the words and the link among the attributes of an unknown component, then its content."""
        name, address = bold(component_name(block)), component_address(block)
        url = self.resolve(address) if self.resolve and address else address
        title = f"[{name}]{resource(url, None)}" if name and url else name
        return joined(title, escaped(component_description(block)), self.blocks(block.content))

    def list_(self, block: ListBlock) -> str:
        """Write a list, loose where an item holds more than a line and lists."""
        loose = any(not isinstance(child, ListBlock) for item in block.items for child in item.content)
        first = 1 if block.start is None else block.start
        texts = []
        for number, item in enumerate(block.items, first):
            marker = f"{number}. " if block.ordered else "- "
            texts.append(indented(self.item(item), marker, " " * len(marker)))
        return ("\n\n" if loose else "\n").join(texts)

    def item(self, item: ListItem) -> str:
        """Write the content of an item, without its marker."""
        task = "" if item.checked is None else "[x] " if item.checked else "[ ] "
        text = task + self.line(item.markdown)
        for child in item.content:
            separator = "\n" if isinstance(child, ListBlock) else "\n\n"
            text = separator.join(part for part in (text, self.block(child)) if part)
        return text

    def image(self, block: ImageBlock) -> str:
        """Write an image, its caption below it; one that leads nowhere is its alternative text."""
        alt, url = escaped(block.alt), self.resolve(block.url) if self.resolve else block.url
        caption = self.line(block.caption_markdown or escaped(block.caption or ""))
        return joined(alt if url is None else f"![{alt}]{resource(url, block.title)}", caption)

    def table(self, block: TableBlock) -> str:
        """Write a GFM table."""
        rows = [self.row(row) for row in (block.head, *block.rows)]
        delimiter = "| " + " | ".join(ALIGNMENT[align] for align in block.align) + " |"
        return "\n".join([rows[0], delimiter, *rows[1:]])

    def row(self, cells: Iterable[TableCell]) -> str:
        """Write one row of a GFM table."""
        return (
            "| " + " | ".join(UNESCAPED_PIPE.sub(r"\\|", self.line(cell.markdown)) for cell in cells) + " |"
        )


def code_to_markdown(block: CodeBlock) -> str:
    """Write a fenced code block whose fence is longer than any run of backticks in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in BACKTICKS.findall(block.value))])
    info = " ".join(part for part in (block.lang, block.meta) if part).replace("`", "")
    return f"{fence}{info}\n{block.value}\n{fence}"
