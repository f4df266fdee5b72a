"""mdast as it was written -> mdast as it is meant.

Snippets stand in place, known expressions are text, elements with HTML names are the nodes that they mean, references
are links, and every component is an `Element` with its meaning. Whatever documentation system a guide was written for,
extraction sees the same few kinds of nodes behind this.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import snippets as rules
from guidec.diagnostics.rules.mdx import NESTING_LIMIT
from guidec.guide.alerts import as_alert
from guidec.guide.declarations import declare
from guidec.guide.dialects import DIALECTS, MARKS, Concept, Meaning, meaning_of_classes
from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.guide.element import Element, as_flow, as_phrasing, is_blank, is_phrasing, with_children
from guidec.guide.heading_marks import without_marks
from guidec.guide.html_code import as_code, language_of, raw_text
from guidec.guide.html_elements import FLOW_NAMES, READERS
from guidec.guide.html_phrases import with_anchors
from guidec.guide.include_part import part_of
from guidec.guide.marked_steps import with_marked_steps
from guidec.guide.scope import Expansion, Scope, Snippet
from guidec.guide.snippets import (
    count_nodes,
    count_text,
    include_path,
    is_text_file,
    may_bring,
    open_snippet,
    report_limit,
)
from guidec.guide.tab_sets import TITLES, code_as_tabs, with_code_tabs, with_titles
from guidec.guide.text import plain_text
from guidec.guide.values import as_element, as_text, attribute_values, with_values
from guidec.guide.variants import as_variants
from guidec.mdx import nodes
from guidec.mdx.canonical_parse import parse_phrasing
from guidec.mdx.literal import evaluate
from guidec.mdx.text import is_comment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from guidec.guide.directives import Marker
    from guidec.guide.snippets import Parsed
    from guidec.source import Position

TITLED = (Concept.ADMONITION, Concept.ACCORDION, Concept.STEP, Concept.TAB)
"""What may hold its title as an element of its own."""
INLINE_CONCEPTS = (Concept.LINK, Concept.KNOWN, Concept.LAYOUT, Concept.FIELD, Concept.PHRASE)
"""What may stand among the words of a paragraph without ending it."""


def expand(parsed: Parsed, expansion: Expansion) -> tuple[tuple[nodes.Node, ...], Scope]:
    """Expand a whole file: give its flow content and what its scope came to hold."""
    scope = Scope(parsed.source, markers=parsed.markers)
    return Expander(scope, expansion).document(parsed.root), scope


class Expander:
    """Expands the nodes of one file."""

    def __init__(self, scope: Scope, expansion: Expansion) -> None:
        self.scope = scope
        self.expansion = expansion

    def document(self, root: nodes.Root, part: str | None = None) -> tuple[nodes.Node, ...]:
        """Expand a file's own root, or a part of it; imports and exports count wherever they stand."""
        self.expansion.open_files.append(self.scope.source.path)
        declare(root, self.scope, self.expansion)
        content = self.flow(part_of(root.children, part))
        self.expansion.open_files.pop()
        return content

    # Walking

    def flow(self, content: Iterable[nodes.Node], opener: Marker | None = None) -> tuple[nodes.Node, ...]:
        """Expand siblings up to the end, or to the line that closes the directive `opener`."""
        if self.expansion.depth >= self.expansion.max_depth:
            return as_flow(self._too_deep(content))
        self.expansion.depth += 1
        expanded: list[nodes.Node] = []
        siblings = iter(content)
        for node in siblings:
            marker = self._marker(node)
            if marker is None:
                expanded += self._node(node)
            elif marker.name is not None:
                expanded.append(self._directive(node, marker, self.flow(siblings, marker)))
            elif opener is not None:
                break
        self.expansion.depth -= 1
        return with_marked_steps(with_code_tabs(with_anchors(as_flow(expanded))))

    def _too_deep(self, content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
        """Report content that is nested too deeply, and give the words in it."""
        siblings = tuple(content)
        place = next((node.position for node in siblings if node.position is not None), None)
        message = f"Unexpected content {self.expansion.depth} levels deep, expected less nesting"
        if place is not None and not any(d.rule is NESTING_LIMIT for d in self.expansion.diagnostics):
            self.expansion.diagnostics.append(Diagnostic.at(NESTING_LIMIT, message, place))
        return (nodes.Text(place, plain_text(siblings)),) if siblings else ()

    def _marker(self, node: nodes.Node) -> Marker | None:
        if not isinstance(node, nodes.ThematicBreak) or node.position is None:
            return None
        return self.scope.markers.get(node.position.start_offset)

    def _directive(self, node: nodes.Node, opener: Marker, content: tuple[nodes.Node, ...]) -> Element:
        name = f":::{opener.name}"
        usual = DIALECTS["docusaurus"].directives.get((opener.name or "").lower())
        meaning = usual or self.expansion.vocabulary.get(name)
        place = node.position
        if place is not None:
            inside = [
                c.position.end_offset for c in content if c.position and c.position.source is place.source
            ]
            place = place.source.span(place.start_offset, max([opener.end, *inside]))
        title = plain_text(parse_phrasing(opener.title)) if opener.title else None
        said = {"title": title, "id": opener.anchor}
        attributes: dict[str, JsonValue] = {key: value for key, value in said.items() if value}
        unknown = name if meaning is None else None
        return Element(place, content, unknown, attributes, meaning, inline=False, spelling=name)

    def phrasing(self, content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
        """Expand phrasing content; a block among it stays one."""
        if self.expansion.depth >= self.expansion.max_depth:
            return self._too_deep(content)
        self.expansion.depth += 1
        expanded: list[nodes.Node] = []
        for node in content:
            expanded += self._node(node)
        self.expansion.depth -= 1
        return tuple(expanded)

    def _paragraph(self, node: nodes.Paragraph) -> tuple[nodes.Node, ...]:
        content = self.phrasing(node.children)
        lone = all(_is_block(child) or is_blank(child) for child in content)
        if lone:
            content = tuple(_on_its_own_line(child) for child in content)
        if all(is_phrasing(child) for child in content):
            if all(is_blank(child) or isinstance(child, nodes.Break) for child in content):
                return ()
            return (with_children(node, content),)
        return as_flow(content)

    def _node(self, node: nodes.Node) -> tuple[nodes.Node, ...]:
        match node:
            case nodes.Text():
                return (node,)
            case nodes.MdxJsxElement():
                return self._element(node)
            case nodes.MdxFlowExpression():
                return as_flow(self._expression(node))
            case nodes.MdxTextExpression():
                return self._expression(node)
            case nodes.LinkReference() | nodes.ImageReference():
                return self._reference(node)
            case nodes.Blockquote():
                quote = nodes.Blockquote(node.position, self.flow(node.children))
                return (as_alert(quote) or quote,)
            case nodes.Yaml() | nodes.MdxjsEsm() | nodes.Definition():
                return ()
            case nodes.Paragraph():
                return self._paragraph(node)
            case nodes.Code() if self.expansion.variables_in_code:
                bring = partial(self._may_bring, place=node.position)
                return (replace(node, value=with_values(node.value, self.scope.names, bring)),)
            case nodes.Heading():
                heading = without_marks(node)
                return (with_children(heading, self.phrasing(heading.children)),)
            case nodes.List():
                items = tuple(self._item(item) for item in node.children if isinstance(item, nodes.ListItem))
                return (nodes.List(node.position, items, node.ordered, node.start, node.spread),)
            case nodes.Parent():
                return (with_children(node, self._children(node)),)
        return (node,)

    def _item(self, item: nodes.ListItem) -> nodes.ListItem:
        return nodes.ListItem(item.position, self.flow(item.children), item.checked, item.spread)

    def _children(self, node: nodes.Parent) -> tuple[nodes.Node, ...]:
        holds_flow = isinstance(node, nodes.FootnoteDefinition | nodes.ListItem)
        return self.flow(node.children) if holds_flow else self.phrasing(node.children)

    # Expressions and references

    def _expression(self, node: nodes.MdxFlowExpression | nodes.MdxTextExpression) -> tuple[nodes.Node, ...]:
        source = node.value.strip()
        if source in ("children", "props.children"):
            return self._children_of_tag(node)
        literal = evaluate(source, self._names())
        if literal is not None and self._may_bring(literal.brought, node.position):
            shown = as_text(literal.value, node.position)
            return shown if self._may_copy(len(shown) - 1, node) else (node,)
        if is_comment(source):
            return ()
        element = as_element(source, node.position)
        if element is not None:
            return self._node(element)
        message = (
            f"Unexpected expression `{{{source[:60]}}}`, expected a literal or a name with a known value"
        )
        if node.position is not None:
            self.expansion.diagnostics.append(
                Diagnostic.at(rules.UNRESOLVED_EXPRESSION, message, node.position)
            )
        return (node,)

    def _children_of_tag(self, node: nodes.Node) -> tuple[nodes.Node, ...]:
        """Give what stands between the tags that brought this file in; each copy counts against the limit."""
        if not self._may_bring(count_text(self.scope.children), node.position):
            return ()
        return self.scope.children if self._may_copy(count_nodes(self.scope.children), node) else ()

    def _may_copy(self, count: int, node: nodes.Node) -> bool:
        self.expansion.nodes += count
        within = self.expansion.nodes <= self.expansion.max_nodes
        if not within and node.position is not None:
            report_limit(Snippet("", node.position), self.expansion)
        return within

    def _reference(self, node: nodes.LinkReference | nodes.ImageReference) -> tuple[nodes.Node, ...]:
        target = self.scope.definitions.get(node.identifier)
        if target is None or not self._may_bring(len(target.url) + len(target.title or ""), node.position):
            return (node,)
        if isinstance(node, nodes.ImageReference):
            return (nodes.Image(node.position, target.url, node.alt, target.title),)
        return (nodes.Link(node.position, self.phrasing(node.children), target.url, target.title),)

    def _may_bring(self, characters: int, place: Position | None) -> bool:
        return may_bring(characters, place, self.expansion)

    def _names(self) -> Mapping[str, JsonValue]:
        """Give the names that can still be followed; looking at a long value costs time, too."""
        return self.scope.names if self.expansion.text <= self.expansion.max_text else {}

    # Elements

    def _element(self, node: nodes.MdxJsxElement) -> tuple[nodes.Node, ...]:
        attributes, brought = attribute_values(node, self._names())
        self._may_bring(brought, node.position)
        if node.name == "pre" and (language := language_of(node)):
            attributes["language"] = language
        inline = isinstance(node, nodes.MdxJsxTextElement)
        content = self.phrasing(node.children) if inline else self.flow(node.children)
        snippet = self.scope.snippets.get(node.name or "")
        if snippet is not None:
            read = self._bring(snippet, attributes, content, inline=inline)
            if read is not None:
                return read
            self.scope.keep_import(snippet, node.name or "")
        return self.element(node.name, attributes, content, node.position, inline=inline)

    def element(
        self,
        name: str | None,
        attributes: Mapping[str, JsonValue],
        content: tuple[nodes.Node, ...],
        position: Position | None,
        *,
        inline: bool,
    ) -> tuple[nodes.Node, ...]:
        """Give what an element means: the nodes that HTML says, or an `Element`."""
        meaning = self._meaning(name, attributes)
        if meaning is None and name is None:
            return content
        if meaning is None and name is not None and name in READERS:
            read = READERS[name](position, attributes, content)
            return as_flow(read) if name in FLOW_NAMES else read
        if meaning is not None:
            if TITLES in attributes and meaning.concept in (Concept.LAYOUT, Concept.ACCORDION):
                return with_titles(content, attributes)
            known = self._known(name or "", meaning, attributes, content, position, inline=inline)
            if known is not None:
                return known
        stays_inline = inline and (meaning is None or meaning.concept in INLINE_CONCEPTS)
        content = content if stays_inline else as_flow(content)
        if meaning is not None and meaning.concept is Concept.TABS:
            content = with_titles(code_as_tabs(content, attributes), attributes)
        element = Element(position, content, name, attributes, meaning, stays_inline, name or "")
        return (as_variants(_titled(element)),)

    def _meaning(self, name: str | None, attributes: Mapping[str, JsonValue]) -> Meaning | None:
        """Give what an element means: by an attribute that marks it, by its name, or by its classes."""
        marked = next((MARKS[key] for key in attributes if key in MARKS), None)
        classes = attributes.get("class", attributes.get("className"))
        if marked is None and name in READERS and isinstance(classes, str):
            marked = meaning_of_classes(classes)
        return marked or self.expansion.vocabulary.get(name or "")

    def _known(
        self,
        name: str,
        meaning: Meaning,
        attributes: Mapping[str, JsonValue],
        content: tuple[nodes.Node, ...],
        position: Position | None,
        *,
        inline: bool,
    ) -> tuple[nodes.Node, ...] | None:
        """Give what an element with a meaning comes to, where that is no element; None where it is."""
        if meaning.concept is Concept.LAYOUT:
            return None if "slot" in attributes else content
        if meaning.concept is Concept.IMAGE:
            return READERS["img"](position, attributes, content)
        level = attributes.get("level")
        if meaning.concept is Concept.HEADING and level in range(1, 7):
            return READERS[f"h{level}"](position, attributes, content)
        if meaning.concept is Concept.CODE:
            return as_code(position, attributes, content)
        path = attributes.get(meaning.url) if meaning.url else raw_text(content).strip()
        if meaning.concept is Concept.INCLUDE and isinstance(path, str) and path and position is not None:
            specifier = include_path(name, path, attributes)
            if is_text_file(specifier) and "lang" not in attributes:  # else it is code that the page shows
                snippet = Snippet(specifier, position, path.partition("#")[2] or None)
                return self._bring(snippet, attributes, (), inline=inline)
        return None

    # Other files

    def _bring(
        self,
        snippet: Snippet,
        attributes: Mapping[str, JsonValue],
        children: tuple[nodes.Node, ...],
        *,
        inline: bool,
    ) -> tuple[nodes.Node, ...] | None:
        """Give what a file brings; None where it cannot be read, so that its element stays as its author wrote it."""
        opened = open_snippet(snippet, self.scope.source.path, self.expansion)
        if opened is None:
            return None
        if not self._may_bring(len(opened.source.text), snippet.imported_at):
            return ()
        self.expansion.nodes += opened.size
        if self.expansion.nodes > self.expansion.max_nodes:
            report_limit(snippet, self.expansion)
            return ()
        props = {key: value for key, value in attributes.items() if not key.startswith("{")}
        inner = Scope(
            opened.source,
            markers=opened.markers,
            names={**props, "props": props},
            imported=self.scope.imported,
            children=children,
        )
        content = Expander(inner, self.expansion).document(opened.root, snippet.part)
        is_line = inline and len(content) == 1 and isinstance(content[0], nodes.Paragraph)
        return as_phrasing(content) if is_line else content


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


def _is_block(node: nodes.Node) -> bool:
    """Tell whether a node is a component that is a block where it stands alone."""
    return isinstance(node, Element) and not node.is_a(Concept.PHRASE)


def _on_its_own_line(node: nodes.Node) -> nodes.Node:
    """Give an element that is all of a paragraph as the block that its author means (MDX does the same)."""
    if not isinstance(node, Element) or not node.inline:
        return node
    content = as_flow(node.children)
    return Element(
        node.position, content, node.name, node.attributes, node.meaning, inline=False, spelling=node.spelling
    )
