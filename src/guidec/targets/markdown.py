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

if TYPE_CHECKING:
    from collections.abc import Iterable

BACKTICKS = re.compile(r"`+")
UNESCAPED_PIPE = re.compile(r"(?<!\\)\|")
MARKDOWN_SYNTAX = re.compile(r"([\\`*_\[\]<>!#|])")
NO_DESTINATION = re.compile(r"[\s<>()\\]")
ALIGNMENT = {None: "---", "left": ":--", "center": ":-:", "right": "--:"}


def to_markdown(blocks: Iterable[Block]) -> str:
    """Write `blocks` with a blank line between them; no line feed at the end."""
    return "\n\n".join(text for text in map(block_to_markdown, blocks) if text)


def block_to_markdown(block: Block) -> str:
    """Write one block; empty for what has no form in CommonMark, such as an expression."""
    match block:
        case ParagraphBlock():
            return block.markdown
        case HeadingBlock():
            return f"{'#' * block.depth} {block.markdown}"
        case ListBlock():
            return list_to_markdown(block)
        case CodeBlock():
            return code_to_markdown(block)
        case ImageBlock():
            return image_to_markdown(block)
        case TableBlock():
            return table_to_markdown(block)
        case QuoteBlock():
            return quotation(to_markdown(block.content))
        case DividerBlock():
            return "***"
        case FootnoteBlock():
            return indented(to_markdown(block.content), f"[^{block.label}]: ", "    ")
        case ExpressionBlock():
            return ""
        case AdmonitionBlock():
            title = bold(block.title or block.kind.value.capitalize())
            return quotation(joined(title, to_markdown(block.content)))
        case TabsBlock():
            return joined(*(joined(bold(tab.title), to_markdown(tab.content)) for tab in block.tabs))
        case AccordionBlock():
            return joined(bold(block.title), to_markdown(block.content))
        case ComponentBlock():
            return to_markdown(block.content)
        case StepsBlock():
            return joined(*map(step_to_markdown, block.steps))
        case _:
            assert_never(block)


def step_to_markdown(step: Step) -> str:
    """Write a step that stands inside another block: its title in bold, then its body."""
    return joined(bold(step.title), to_markdown(step.content))


def list_to_markdown(block: ListBlock) -> str:
    """Write a list, loose where an item holds more than a line and lists."""
    loose = any(not isinstance(child, ListBlock) for item in block.items for child in item.content)
    first = 1 if block.start is None else block.start
    texts = []
    for number, item in enumerate(block.items, first):
        marker = f"{number}. " if block.ordered else "- "
        texts.append(indented(item_to_markdown(item), marker, " " * len(marker)))
    return ("\n\n" if loose else "\n").join(texts)


def item_to_markdown(item: ListItem) -> str:
    """Write the content of an item, without its marker."""
    task = "" if item.checked is None else "[x] " if item.checked else "[ ] "
    text = task + item.markdown
    for child in item.content:
        separator = "\n" if isinstance(child, ListBlock) else "\n\n"
        text = separator.join(part for part in (text, block_to_markdown(child)) if part)
    return text


def code_to_markdown(block: CodeBlock) -> str:
    """Write a fenced code block whose fence is longer than any run of backticks in it."""
    fence = "`" * max([3, *(len(run) + 1 for run in BACKTICKS.findall(block.value))])
    info = " ".join(part for part in (block.lang, block.meta) if part).replace("`", "")
    return f"{fence}{info}\n{block.value}\n{fence}"


def image_to_markdown(block: ImageBlock) -> str:
    """Write an image, its caption below it."""
    return joined(
        f"![{escaped(block.alt)}]{resource(block.url, block.title)}",
        block.caption_markdown or escaped(block.caption or ""),
    )


def resource(url: str, title: str | None) -> str:
    """Write where a link or image leads, and its title, in parentheses."""
    destination = NO_DESTINATION.sub(_percent, url)
    quoted = ' "{}"'.format(escaped(title).replace('"', '\\"')) if title else ""
    return f"({destination}{quoted})"


def table_to_markdown(block: TableBlock) -> str:
    """Write a GFM table."""
    rows = [row_to_markdown(row) for row in (block.head, *block.rows)]
    delimiter = "| " + " | ".join(ALIGNMENT[align] for align in block.align) + " |"
    return "\n".join([rows[0], delimiter, *rows[1:]])


def row_to_markdown(cells: Iterable[TableCell]) -> str:
    """Write one row of a GFM table."""
    return "| " + " | ".join(UNESCAPED_PIPE.sub(r"\\|", cell.markdown) for cell in cells) + " |"


def quotation(text: str) -> str:
    """Write `text` as a block quotation."""
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def indented(text: str, first: str, others: str) -> str:
    """Put `first` before the first line and `others` before the rest that is not empty."""
    return first + re.sub(r"\n(?!\n|\Z)", f"\n{others}", text)


def bold(text: str | None) -> str:
    """Write plain text in bold; nothing for nothing."""
    return f"**{escaped(text)}**" if text else ""


def escaped(text: str) -> str:
    """Write plain text so that nothing in it reads as markup."""
    return MARKDOWN_SYNTAX.sub(r"\\\1", text)


def joined(*texts: str) -> str:
    """Join what is not empty by blank lines."""
    return "\n\n".join(text for text in texts if text)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
