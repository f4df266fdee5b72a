"""The typed guide as plain lists: its words, components, places, everything in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from guidec.guide import models
from guidec.guide.models import Guide, Section, Step
from guidec.guide.models.place import Model
from guidec.mdx.parse import parse_mdx
from guidec.mdx.text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def words_of(guide: Guide) -> Iterator[str]:
    """Give all text of a guide."""
    yield plain_text(parse_mdx(guide.source.preamble or "").children)
    yield guide.title
    yield guide.description or ""
    yield from _words(guide.intro)
    yield from _words(guide.sections)


def parts_of(guide: Guide) -> Iterator[Any]:
    """Give every section, step, block, item, cell and tab."""
    stack: list[Any] = [*guide.intro, *guide.sections][::-1]
    while stack:
        part = stack.pop()
        yield part
        stack += [inner for inner in _inside(part) if isinstance(inner, Model)][::-1]


def _inside(part: Any) -> Iterator[Any]:
    """Give the words and the parts in a part, in the order in which they are read."""
    match part:
        case Section():
            yield from (part.title, *part.intro, *part.steps, *part.outro, *part.sections)
        case Step() | models.TabItem() | models.AccordionBlock() | models.AdmonitionBlock():
            yield from (part.title, *part.content)
        case models.ParagraphBlock() | models.HeadingBlock() | models.TableCell():
            yield part.text
        case models.ListItem():
            yield from (part.text, *part.content)
        case models.CodeBlock():
            yield part.value
        case models.ExpressionBlock():
            yield f"{{{part.value}}}"
        case models.ImageBlock():
            yield part.caption
        case models.ListBlock():
            yield from part.items
        case models.TabsBlock():
            yield from part.tabs
        case models.StepsBlock():
            yield from part.steps
        case models.TableBlock():
            yield from (cell for row in (part.head, *part.rows) for cell in row)
        case models.QuoteBlock() | models.FootnoteBlock() | models.ComponentBlock():
            yield from part.content


def _words(parts: Iterable[Model]) -> Iterator[str]:
    for part in parts:
        for inner in _inside(part):
            if isinstance(inner, str):
                yield inner
            elif inner is not None:
                yield from _words([inner])
