"""The anchors of a page: what may stand behind `#` in a link to it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from guidec.guide.dialects import Concept
from guidec.guide.element import Element
from guidec.guide.heading_marks import anchor_in, marks_of
from guidec.guide.text import plain_text
from guidec.mdx import nodes
from guidec.mdx.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.formats.parse import Parsed

HTML_ID = re.compile(r"""\b(?:id|name)\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
KEPT = ("Nd", "Nl", "Pc")
FIELD_NAMES = ("name", "path", "query", "body", "header")
"""The attributes in which fields of an API carry their names."""


@dataclass(frozen=True)
class Anchors:
    """What links to a page can lead to."""

    known: frozenset[str]
    complete: bool
    """Whether these are all: not where a component may bring more that guidec cannot see into."""

    def near(self, anchor: str) -> str | None:
        """Give the anchor that differs from `anchor` in case and punctuation only."""
        return self._by_letters.get(_plain(anchor))

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {_plain(known): known for known in sorted(self.known, reverse=True)}


def anchors_of(
    content: Iterable[nodes.Node], files: Iterable[Parsed], title: str, *, complete: bool
) -> Anchors:
    """Give the anchors of a page with this expanded `content`, made of these `files`."""
    slugger = Slugger()
    known = {slugger.slug(title), *(found for file in files for found in _ids(file.root))}
    for node in walk(content):
        if isinstance(node, nodes.Heading):
            known.add(anchor_in(marks_of(node)) or slugger.slug(plain_text(node.children)))
        elif isinstance(node, Element):
            complete = complete and not _is_opaque(node)
            known |= _of_element(node)
        elif isinstance(node, nodes.MdxFlowExpression):
            complete = False
    return Anchors(frozenset(known - {""}), complete)


class Slugger:
    """Makes anchors of headings as GitHub does, and whatever documentation systems follow it."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def slug(self, text: str) -> str:
        """Give the anchor of the next heading; a second one of the same text ends in `-1`."""
        kept = (character for character in text.lower() if _is_kept(character))
        slug = first = "".join(kept).replace(" ", "-")
        while slug in self._seen:
            self._seen[first] += 1
            slug = f"{first}-{self._seen[first]}"
        self._seen[slug] = 0
        return slug


def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return character in "- " or category[0] in "LM" or category in KEPT


def _of_element(element: Element) -> set[str]:
    """Give the anchors that documentation systems make of titles, and of the names of fields."""
    titles = (element.title, element.attribute_text("title", "label"))
    anchors = {Slugger().slug(title) for title in titles if title}
    if element.is_a(Concept.ADMONITION) and (own := element.attribute_text("id")):
        anchors.add(own)
    name = element.attribute_text(*FIELD_NAMES) if element.is_a(Concept.FIELD) else None
    return anchors | {"param-" + re.sub(r"[^a-z0-9_]+", "-", name.lower())} if name else anchors


def _is_opaque(element: Element) -> bool:
    """Tell whether nobody knows what an element brings."""
    return element.meaning is None and element.name is not None and not element.name.islower()


def _ids(root: nodes.Root) -> Iterator[str]:
    """Give the ids that elements carry."""
    for node in walk(root.children):
        if isinstance(node, nodes.MdxJsxElement):
            names = ("id", "name") if node.name == "a" else ("id",)
            for attribute in node.attributes:
                if isinstance(attribute, nodes.MdxJsxAttribute) and attribute.name in names:
                    yield attribute.value if isinstance(attribute.value, str) else ""
        elif isinstance(node, nodes.Html):
            yield from (found["double"] or found["single"] or "" for found in HTML_ID.finditer(node.value))


def _plain(anchor: str) -> str:
    return "".join(character for character in anchor.lower() if character.isalnum())
