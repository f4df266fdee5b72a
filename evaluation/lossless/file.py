"""One file for the walk: what it can see, and small questions about its nodes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ruamel.yaml import YAML

from guidec.guide.dialects import Concept, Meaning
from guidec.guide.values import LONGEST_ELEMENT
from guidec.mdx import nodes
from guidec.mdx.literal import evaluate, exported_names, imports
from guidec.mdx.parse import parse_mdx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pydantic import JsonValue

    from guidec.source import Source

PICTURE = re.compile(r"(?i)^\.{0,2}/.*\.(?:avif|gif|jpe?g|png|svg|webp)$")
"""The path of an image, whose import is its address."""


@dataclass(frozen=True, slots=True)
class File:
    """What one file can see."""

    source: Source
    names: Mapping[str, JsonValue]
    snippets: Mapping[str, str]
    definitions: Mapping[str, nodes.Definition]
    children: nodes.MdxJsxElement | None = None
    around: File | None = None
    """The file that brought this one in, and whose `children` those are."""


def opened(root: nodes.Root, source: Source, names: Mapping[str, JsonValue]) -> File:
    """Give what a file can see: its own exports and imports, and link definitions."""
    esm = [node.value for node in root.children if isinstance(node, nodes.MdxjsEsm)]
    exported = {key: value for part in esm for key, value in exported_names(part).items()}
    defaults = {
        item.local: item.source for part in esm for item in imports(part) if item.imported == "default"
    }
    pictures: dict[str, JsonValue] = {name: path for name, path in defaults.items() if PICTURE.search(path)}
    known = {**names, **exported, **pictures}
    snippets = {name: path for name, path in defaults.items() if path.lower().endswith((".mdx", ".md"))}
    definitions = {
        node.identifier: node for node in [*every(root)][::-1] if isinstance(node, nodes.Definition)
    }
    return File(source, known, snippets, definitions)


def values(node: nodes.MdxJsxElement, names: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    """Give attributes as values; of what is no literal the source stays, in braces."""
    found: dict[str, JsonValue] = {}
    for attribute in node.attributes:
        if isinstance(attribute, nodes.MdxJsxExpressionAttribute):
            found[f"{{{attribute.value}}}"] = True
        elif isinstance(attribute.value, nodes.MdxJsxAttributeValueExpression):
            literal = evaluate(attribute.value.value, names)
            found[attribute.name] = literal.value if literal else f"{{{attribute.value.value}}}"
        else:
            found[attribute.name] = True if attribute.value is None else attribute.value
    return found


def frontmatter(root: nodes.Root) -> dict[str, str]:
    """Give the title and description of the frontmatter as text."""
    first = next(iter(root.children), None)
    read = YAML(typ="safe", pure=True).load(first.value) if isinstance(first, nodes.Yaml) else None
    said = read if isinstance(read, dict) else {}
    return {key: str(said[key]) for key in ("title", "description") if said.get(key) is not None}


def is_index(node: nodes.Node) -> bool:
    """Tell whether a node is the quotation above an exported page that points at an index of pages."""
    return isinstance(node, nodes.Blockquote) and bool(re.search(r"(?i)index|llms\.txt", literal_text(node)))


def shown(value: JsonValue) -> list[nodes.Node]:
    """Give a value as React shows it."""
    if isinstance(value, list):
        return [node for item in value for node in shown(item)]
    if value is None or isinstance(value, (bool, dict)):
        return []
    return [
        nodes.InlineCode(None, str(int(value) if isinstance(value, float) and value.is_integer() else value))
    ]


def title_of(attributes: Mapping[str, JsonValue], meaning: Meaning) -> list[nodes.Node]:
    """Give the first attribute that holds a title, JSX in it parsed."""
    found = [attributes[name] for name in meaning.title if name in attributes]
    text = next((value for value in found if isinstance(value, str) and value.strip()), None)
    if text is not None and meaning.concept is Concept.FRAME and not text.startswith("{"):
        return [*parse_mdx(text).children]
    return spoken(text)


def spoken(text: str | None) -> list[nodes.Node]:
    """Give a text from an attribute, JSX in it parsed."""
    if text is not None and text.startswith("{") and "<" in text:
        return [*parse_mdx(text[1:-1].strip()).children]
    return [] if text is None else [nodes.InlineCode(None, text)]


def element_in(source: str) -> nodes.MdxJsxElement | None:
    """Give the element that the source of an expression is."""
    content = (
        [*parse_mdx(source).children] if source.startswith("<") and len(source) <= LONGEST_ELEMENT else []
    )
    if len(content) == 1 and isinstance(content[0], nodes.Paragraph):
        content = [*content[0].children]
    return content[0] if len(content) == 1 and isinstance(content[0], nodes.MdxJsxElement) else None


def literal_text(node: nodes.Node) -> str:
    """Give the text in a node."""
    return "".join(inner.value for inner in every(node) if isinstance(inner, nodes.Literal_)).strip()


def are_variants(node: nodes.MdxJsxElement) -> bool:
    """Tell whether an element holds nothing but different members of it without attributes, each with code."""
    members = [inner for inner in node.children if isinstance(inner, nodes.MdxJsxElement)]
    names = {inner.name for inner in members if (inner.name or "").startswith(f"{node.name}.")}
    plain = not any(inner.attributes for inner in [node, *members])
    coded = all(any(isinstance(part, nodes.Code) for part in every(inner)) for inner in members)
    return bool(members) and len(names) == len(node.children) and plain and coded


def is_heading(node: nodes.Node) -> bool:
    """Tell whether a node is a heading, of Markdown or of HTML."""
    if isinstance(node, nodes.MdxJsxElement):
        return bool(re.fullmatch(r"h[1-6]", node.name or ""))
    return isinstance(node, nodes.Heading)


def is_image(node: nodes.Node) -> bool:
    """Tell whether a node is an image, of Markdown or of HTML."""
    is_html = isinstance(node, nodes.MdxJsxElement) and node.name == "img"
    return is_html or isinstance(node, nodes.Image | nodes.ImageReference)


def find(content: Iterable[nodes.Node], wanted: Callable[[nodes.Node], bool]) -> nodes.Parent | None:
    """Give the first node that is wanted, also in a paragraph or the body of a step."""
    for node in content:
        if wanted(node):
            assert isinstance(node, nodes.Parent)
            return node
        opens = isinstance(node, nodes.Paragraph) or (
            isinstance(node, nodes.MdxJsxElement)
            and any(
                isinstance(a, nodes.MdxJsxAttribute) and a.name == "data-guide-step" for a in node.attributes
            )
        )
        inner = find(node.children, wanted) if opens and isinstance(node, nodes.Parent) else None
        if inner is not None:
            return inner
    return None


def without(node: nodes.Node, taken: nodes.Node | None) -> Iterator[nodes.Node]:
    """Give a node without one that stands in it."""
    if node is taken:
        return
    if taken is not None and isinstance(node, nodes.Parent) and any(inner is taken for inner in every(node)):
        yield replace(node, children=tuple(part for inner in node.children for part in without(inner, taken)))
    else:
        yield node


def every(node: nodes.Node) -> Iterator[nodes.Node]:
    """Give a node and all nodes in it, in reading order."""
    stack = [node]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, nodes.Parent):
            stack += reversed(node.children)
