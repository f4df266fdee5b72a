"""Components among words: keys and indexes as HTML has them, and what others say in their attributes."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from markdown_it.token import Token
from markupsafe import Markup, escape

from guidec.targets.inline_tags import inline_tags

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidec.guide.models import InlineComponent

TAGS = frozenset({"abbr", "ins", "kbd", "mark", "small", "sub", "sup", "u"})
"""What a page shows by the same element; of its attributes only `title` is kept."""
WORDS = ("text",)
"""What holds the words of a component without content; a `label` or `title` only names an icon."""
TIPS = ("tip", "content", "definition", "description")
"""Those that hold what a component has to say about its content."""
DELIMITERS = ("*", "_", "~")
LETTERS, MARKS = range(0xE000, 0xF900), range(0x2E00, 0x2E3A)
"""Characters that stand for tags while Markdown is read: such as look like a letter, and like punctuation."""


class Shape(NamedTuple):
    """What is written before and behind the content of a component."""

    before: Markup
    behind: Markup


class Marked(NamedTuple):
    """Markdown with a character in the place of each tag."""

    markdown: str
    mark: re.Pattern[str]
    tags: list[Token]
    """What stands for these characters, in order; `info` says which component it belongs to."""


def marked(markdown: str, components: Sequence[InlineComponent]) -> Marked | None:
    """Put marks into Markdown for components that show something; None where no one does."""
    shapes = [_shape(component, markdown) for component in components]
    tags = [(tag, shape) for tag in inline_tags(markdown, components) if (shape := shapes[tag.number])]
    if not tags:
        return None
    used = set(markdown)
    letter, mark = (next((chr(c) for c in free if chr(c) not in used), "") for free in (LETTERS, MARKS))
    if not letter or not mark:
        return None
    pieces: list[str] = []
    tokens: list[Token] = []
    done = 0
    for tag, shape in tags:
        pieces += (markdown[done : tag.offset], letter if _is_letter(markdown, tag.offset) else mark)
        done = tag.offset
        kind, html = ("open", shape.before) if tag.opens else ("close", shape.behind)
        nesting = 1 if tag.opens else -1
        tokens.append(Token(f"component_{kind}", "", nesting, content=html, info=str(tag.number)))  # type: ignore[arg-type]
    return Marked("".join([*pieces, markdown[done:]]), re.compile(f"([{letter}{mark}])"), tokens)


def _shape(component: InlineComponent, markdown: str) -> Shape | None:
    if component.name in TAGS:
        title = _first(component, ("title",))
        said = Markup(' title="{}"').format(title) if title else ""
        opening = Markup("<{}{}>").format(component.name, said)
        return (
            Shape(opening, Markup("</{}>").format(component.name))
            if component.start < component.end
            else None
        )
    if component.start == component.end:
        words = _first(component, WORDS)
        return Shape(_apart(words, markdown, component.start), Markup("")) if words else None
    tip = _first(component, TIPS)
    return Shape(Markup(""), Markup(" ({})").format(tip)) if tip else None


def _apart(words: str, markdown: str, offset: int) -> Markup:
    """Give words that stand by themselves, not as a part of those beside them."""
    before, behind = markdown[max(offset - 1, 0) : offset], markdown[offset : offset + 1]
    spaces = [
        "" if not c or c.isspace() or c in near else " " for c, near in ((before, "(["), (behind, ".,;:!?)]"))
    ]
    return escape(words).join(spaces)


def _first(component: InlineComponent, names: Iterable[str]) -> str | None:
    values = (component.attributes.get(name) for name in names)
    return next((v for v in values if isinstance(v, str) and v.strip() and not v.startswith("{")), None)


def _is_letter(markdown: str, offset: int) -> bool:
    """Tell whether a mark has to look like a letter, for delimiters beside it to mean what they did."""
    before, after = markdown[max(offset - 1, 0) : offset], markdown[offset : offset + 1]
    beside = before if after in DELIMITERS else after
    return bool(beside) and not beside.isspace() and unicodedata.category(beside)[0] not in "PS"


def with_tags(tokens: Iterable[Token], plain: Iterable[Token], marked: Marked) -> list[Token] | None:
    """Put tags where their marks stand; None where they change what the `plain` text says, or would not nest."""
    found = list(_unmarked(tokens, marked))
    open_ones: list[str] = []
    for token in found:
        name = token.type.rpartition("_")[0] + token.info
        if token.nesting == 1:
            open_ones.append(name)
        elif token.nesting == -1 and (not open_ones or open_ones.pop() != name):
            return None
    words = [token for token in found if not token.type.startswith("component_")]
    is_whole = len(found) - len(words) == len(marked.tags) and _said(words) == _said(plain)
    return found if is_whole else None


def _said(tokens: Iterable[Token]) -> tuple[str, list[str]]:
    """Give the words of tokens, and what is made of them."""
    tokens = list(tokens)
    return "".join(token.content for token in tokens), [
        token.type for token in tokens if token.type != "text"
    ]


def _unmarked(tokens: Iterable[Token], marked: Marked) -> Iterator[Token]:
    tags = iter(marked.tags)
    for token in tokens:
        if token.type != "text" or not marked.mark.search(token.content):
            yield token
            continue
        for number, piece in enumerate(marked.mark.split(token.content)):
            if number % 2:
                yield next(tags)
            elif piece:
                yield Token("text", "", 0, content=piece)
