"""A component or directive as it is written -> what it means: an `Element`, or the nodes that HTML and mdast have."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from guidec.guide.dialects import DIRECTIVES, MARKS, Concept, meaning_of_classes
from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.guide.element import Element, as_flow
from guidec.guide.html_code import as_code
from guidec.guide.html_elements import FLOW_NAMES, READERS
from guidec.guide.markup import markup_of
from guidec.guide.tab_sets import TITLES, code_as_tabs, with_titles
from guidec.guide.text import plain_text
from guidec.guide.variants import as_variants
from guidec.mdx import nodes
from guidec.mdx.canonical_parse import parse_phrasing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import JsonValue

    from guidec.guide.dialects import Meaning
    from guidec.guide.formats.directives import Marker
    from guidec.source import Position

TITLED = (Concept.ADMONITION, Concept.ACCORDION, Concept.STEP, Concept.TAB)
"""What may hold its title as an element of its own."""
INLINE_CONCEPTS = (Concept.LINK, Concept.KNOWN, Concept.LAYOUT, Concept.FIELD, Concept.PHRASE)
"""What may stand among the words of a paragraph without ending it."""


def meaning_of_element(
    name: str | None, attributes: Mapping[str, JsonValue], vocabulary: Mapping[str, Meaning]
) -> Meaning | None:
    """Give what an element means: by an attribute that marks it, by its classes, or by its name."""
    marked = next((MARKS[key] for key in attributes if key in MARKS), None)
    classes = attributes.get("class", attributes.get("className"))
    if marked is None and name in READERS and isinstance(classes, str):
        marked = meaning_of_classes(classes)
    return marked or vocabulary.get(name or "")


def element(
    node: nodes.MdxJsxElement,
    attributes: Mapping[str, JsonValue],
    content: tuple[nodes.Node, ...],
    meaning: Meaning | None,
) -> tuple[nodes.Node, ...]:
    """Give what stands for an element, whose attributes are values and whose content is expanded."""
    name = node.name
    if meaning is None and name is None:
        return content
    if meaning is None and name is not None and name in READERS:
        read = READERS[name](node.position, attributes, content)
        return as_flow(read) if name in FLOW_NAMES else read
    if meaning is not None and meaning.concept is Concept.STEPS and name in ("ol", "ul"):
        # A list that is marked as steps holds items; steps of their own stand in it only where these are marked, too.
        items = any(isinstance(child, nodes.ListItem) for child in content)
        content = READERS[name](node.position, attributes, content) if items else content
    if meaning is not None:
        if TITLES in attributes and meaning.concept in (Concept.LAYOUT, Concept.ACCORDION):
            return with_titles(content, attributes)
        known = _as_nodes(meaning, attributes, content, node.position)
        if known is not None:
            return known
    inline = isinstance(node, nodes.MdxJsxTextElement)
    if meaning is not None and meaning.concept is Concept.ACTIONS and not inline:
        markup = markup_of(node.children)
        content = () if markup else content
        return (Element(node.position, as_flow(content), name, attributes, meaning, False, "", markup),)
    stays_inline = inline and (meaning is None or meaning.concept in INLINE_CONCEPTS)
    content = content if stays_inline else as_flow(content)
    if meaning is not None and meaning.concept is Concept.TABS:
        content = with_titles(code_as_tabs(content, attributes), attributes)
    made = Element(node.position, content, name, attributes, meaning, stays_inline, name or "")
    return (as_variants(_titled(made)),)


def _as_nodes(
    meaning: Meaning,
    attributes: Mapping[str, JsonValue],
    content: tuple[nodes.Node, ...],
    position: Position | None,
) -> tuple[nodes.Node, ...] | None:
    """Give what a component comes to for which mdast has nodes; None for any other."""
    if meaning.concept is Concept.LAYOUT:
        return None if "slot" in attributes else content
    if meaning.concept is Concept.IMAGE:
        return READERS["img"](position, _as_usual(attributes, meaning), content)
    level = attributes.get("level")
    if meaning.concept is Concept.HEADING and level in range(1, 7):
        return READERS[f"h{level}"](position, attributes, content)
    return as_code(position, attributes, content) if meaning.concept is Concept.CODE else None


def _as_usual(attributes: Mapping[str, JsonValue], meaning: Meaning) -> Mapping[str, JsonValue]:
    """Give the attributes of an image under the names that HTML has for them."""
    title = next((attributes[name] for name in meaning.title if name in attributes), None)
    said = {"src": attributes.get(meaning.url), "title": title}
    return {**attributes, **{name: value for name, value in said.items() if value is not None}}


def _titled(element: Element) -> Element:
    """Move a title that stands in an element to its attributes; one that only repeats the kind of a callout goes."""
    own = next(
        (node for node in element.children if isinstance(node, Element) and node.is_a(Concept.TITLE)), None
    )
    if own is None or not element.is_a(*TITLED):
        return element
    title = plain_text(own.children)
    says_kind = element.is_a(Concept.ADMONITION) and title.lower() in ADMONITION_TYPES
    attributes = element.attributes if says_kind else {**element.attributes, "title": title}
    content = as_flow(node for node in element.children if node is not own)
    return replace(element, children=content, attributes=attributes)


def directive(
    node: nodes.Node, opener: Marker, content: tuple[nodes.Node, ...], vocabulary: Mapping[str, Meaning]
) -> Element:
    """Give a directive with its content; `node` is the thematic break that stands for the line `opener`."""
    name = f":::{opener.name}"
    usual = DIRECTIVES.get((opener.name or "").lower())
    meaning = usual or vocabulary.get(name)
    place = node.position
    if place is not None:
        inside = [c.position.end_offset for c in content if c.position and c.position.source is place.source]
        place = place.source.span(place.start_offset, max([opener.end, *inside]))
    title = plain_text(parse_phrasing(opener.title)) if opener.title else None
    said = {"title": title, "id": opener.anchor}
    attributes: dict[str, JsonValue] = {key: value for key, value in said.items() if value}
    unknown = name if meaning is None else None
    return Element(place, content, unknown, attributes, meaning, inline=False, spelling=name)
