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
from guidec.guide.components import directive, element, meaning_of_element
from guidec.guide.declarations import declare
from guidec.guide.dialects import Concept
from guidec.guide.element import Element, as_flow, as_phrasing, is_blank, is_phrasing, with_children
from guidec.guide.heading_marks import without_marks
from guidec.guide.html_code import language_of, raw_text
from guidec.guide.html_phrases import with_anchors
from guidec.guide.include_part import part_of
from guidec.guide.marked_steps import with_marked_steps
from guidec.guide.scope import Scope, Snippet
from guidec.guide.snippets import include_path, is_text_file, open_snippet
from guidec.guide.tab_sets import with_code_tabs
from guidec.guide.text import plain_text
from guidec.guide.values import as_element, as_text, attribute_values, with_values
from guidec.mdx import nodes
from guidec.mdx.literal import evaluate
from guidec.mdx.text import is_comment
from guidec.mdx.walk import count_nodes, walk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from guidec.guide.dialects import Meaning
    from guidec.guide.expansion import Expansion
    from guidec.guide.formats.directives import Marker
    from guidec.guide.formats.parse import Parsed


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
                content = self.flow(siblings, marker)
                expanded.append(directive(node, marker, content, self.expansion.vocabulary))
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
                bring = partial(self.expansion.may_bring, place=node.position)
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
        if literal is not None and self.expansion.may_bring(literal.brought, node.position):
            shown = as_text(literal.value, node.position)
            return shown if self.expansion.may_copy(len(shown) - 1, node.position) else (node,)
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
        content = self.scope.children
        if not self.expansion.may_bring(_count_text(content), node.position):
            return ()
        return content if self.expansion.may_copy(count_nodes(content), node.position) else ()

    def _reference(self, node: nodes.LinkReference | nodes.ImageReference) -> tuple[nodes.Node, ...]:
        target = self.scope.definitions.get(node.identifier)
        if target is None or not self.expansion.may_bring(
            len(target.url) + len(target.title or ""), node.position
        ):
            return (node,)
        if isinstance(node, nodes.ImageReference):
            return (nodes.Image(node.position, target.url, node.alt, target.title),)
        return (nodes.Link(node.position, self.phrasing(node.children), target.url, target.title),)

    def _names(self) -> Mapping[str, JsonValue]:
        """Give the names that can still be followed; looking at a long value costs time, too."""
        return self.scope.names if self.expansion.text <= self.expansion.max_text else {}

    # Elements

    def _element(self, node: nodes.MdxJsxElement) -> tuple[nodes.Node, ...]:
        attributes, brought = attribute_values(node, self._names())
        self.expansion.may_bring(brought, node.position)
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
        meaning = meaning_of_element(node.name, attributes, self.expansion.vocabulary)
        if meaning is not None and meaning.concept is Concept.INCLUDE:
            read = self._include(node, meaning, attributes, content)
            if read is not None:
                return read
        return element(node, attributes, content, meaning)

    # Other files

    def _include(
        self,
        node: nodes.MdxJsxElement,
        meaning: Meaning,
        attributes: Mapping[str, JsonValue],
        content: tuple[nodes.Node, ...],
    ) -> tuple[nodes.Node, ...] | None:
        """Give what the file brings that an include names; None where it is no text, or cannot be read."""
        path = attributes.get(meaning.url) if meaning.url else raw_text(content).strip()
        if not isinstance(path, str) or not path or node.position is None:
            return None
        specifier = include_path(node.name or "", path, attributes)
        if not is_text_file(specifier) or "lang" in attributes:  # it is code that the page shows
            return None
        snippet = Snippet(specifier, node.position, path.partition("#")[2] or None)
        return self._bring(snippet, attributes, (), inline=isinstance(node, nodes.MdxJsxTextElement))

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
        if not self.expansion.may_bring(len(opened.source.text), snippet.imported_at):
            return ()
        if not self.expansion.may_copy(opened.size, snippet.imported_at):
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


def _count_text(content: Iterable[nodes.Node]) -> int:
    """Count the characters of nodes and everything in them, as they stand in their sources."""
    leaves = (node for node in walk(content) if not isinstance(node, nodes.Parent) or not node.children)
    return sum(len(node.position.text) for node in leaves if node.position)
