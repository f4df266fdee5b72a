"""The cover of a guide: its title and description, from frontmatter or from the top of an exported page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import frontmatter as rules
from guidec.guide.element import as_phrasing
from guidec.guide.frontmatter import Frontmatter, read_frontmatter
from guidec.guide.text import collapse, plain_text
from guidec.mdx import nodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic import JsonValue

    from guidec.source import Position

INDEX = re.compile(r"documentation index|llms\.txt", re.IGNORECASE)
QUOTE_MARK = re.compile(r"(?m)^[ \t]*>[ \t]?")
OTHER_IN_YAML_1_1 = re.compile(
    r"\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|(?i:y|n|yes|no|on|off)"
    r"|[-+]?0b[01_]+|(?i:[-+]?\.inf|\.nan)|=|<<"
)
"""Dates, numbers, truth values and marks that are text in YAML 1.2 as it is read here, and not everywhere."""
UNCLOSED = re.compile(r"---[ \t]*(?:\r\n?|\n)[ \t]*[A-Za-z_][\w-]*[ \t]*:")


@dataclass(slots=True)
class Cover:
    """What a guide says of itself."""

    kind: Literal["frontmatter", "exported", "none"] = "none"
    title: str = ""
    title_position: Position | None = None
    description: str | None = None
    description_quote: tuple[nodes.Node, ...] = ()
    """What the description is in the page, where it is no attribute of frontmatter."""
    frontmatter: dict[str, JsonValue] = field(default_factory=dict)
    preamble: str | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_cover(root: nodes.Root, max_values: int = 10_000) -> Cover:
    """Read the frontmatter of a guide's syntax tree, if it has one."""
    cover = Cover()
    first = root.children[0] if root.children else None
    if isinstance(first, nodes.Yaml):
        _from_frontmatter(cover, read_frontmatter(first, max_values))
    elif root.position is not None:
        _report_unclosed(cover, root.position)
    return cover


def take_cover(cover: Cover, content: Sequence[nodes.Node]) -> Sequence[nodes.Node]:
    """Take the exported form off expanded content, where no title is known yet; give the content below.

    The form is an index quotation (optional), a heading of level 1, and a quotation (optional). What else stands above
    the heading, such as a logo, stays above what stands below.
    """
    if cover.title:
        return content
    first = next((i for i, node in enumerate(content) if isinstance(node, nodes.Heading)), None)
    heading = content[first] if first is not None else None
    if first is None or not isinstance(heading, nodes.Heading) or heading.depth > 1:
        return content
    before, rest = [*content[:first]], [*content[first + 1 :]]
    cover.kind = "exported"
    cover.title = plain_text([heading])
    cover.title_position = heading.position
    if before and isinstance(before[0], nodes.Blockquote) and INDEX.search(plain_text(before[:1])):
        place = before.pop(0).position
        cover.preamble = QUOTE_MARK.sub("", place.text) if place else None
    if rest and isinstance(rest[0], nodes.Blockquote):
        quote = rest.pop(0)
        said = plain_text([quote])
        if said and isinstance(quote, nodes.Parent):
            cover.description, cover.description_quote = said, as_phrasing(quote.children)
    return [*before, *rest]


def _from_frontmatter(cover: Cover, read: Frontmatter) -> None:
    cover.diagnostics += read.diagnostics
    title, description = (_text(cover, read, key) for key in ("title", "description"))
    cover.frontmatter = {
        key: value for key, value in read.values.items() if key not in ("title", "description")
    }
    cover.kind = "frontmatter"
    cover.title = title or ""
    cover.title_position = read.places.get("title")
    cover.description = description


def _text(cover: Cover, read: Frontmatter, key: str) -> str | None:
    """Give what a key says; a number or a truth value is the text that stands there, and reported all the same."""
    if key not in read.values:
        return None
    value, place = read.values[key], read.places[key]
    if isinstance(value, str):
        if OTHER_IN_YAML_1_1.fullmatch(place.text):
            message = (
                f"Unexpected {key} without quotes, expected them: other readers of YAML take it for no text"
            )
            cover.diagnostics.append(Diagnostic.at(rules.TITLE_QUOTES, message, place))
        return collapse(value) or None
    if value is not None or key == "title":
        found = {list: "a list", dict: "a mapping", bool: "a boolean", type(None): "null"}
        message = f"Unexpected {found.get(type(value), 'a number')} as the {key}, expected text"
        cover.diagnostics.append(Diagnostic.at(rules.TITLE_TYPE, message, place))
    return None if value is None or isinstance(value, (list, dict)) else collapse(place.text)


def _report_unclosed(cover: Cover, whole: Position) -> None:
    text = whole.source.text
    start = 1 if text.startswith("\ufeff") else 0
    if UNCLOSED.match(text, start):
        message = "Unexpected end of file in frontmatter, expected a line `---` behind it"
        cover.diagnostics.append(
            Diagnostic.at(rules.FRONTMATTER_UNCLOSED, message, whole.source.span(start, start + 3))
        )
