"""What a reader sees in a source file, and which components, links and images stand in it.

A walk over the syntax tree, independent of the extraction: it shares with it the parser, the evaluation of literals and
the tables that say what a component means, and none of the code that makes a guide of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from guidec.guide.dialects import MARKS, Concept, Meaning, detect, vocabulary
from guidec.guide.dialects.meaning import ADMONITION_TYPES
from guidec.guide.snippets import include_path, is_text_file
from guidec.mdx import nodes
from guidec.mdx.literal import evaluate
from guidec.mdx.parse import parse_mdx
from guidec.mdx.text import is_comment
from guidec.source import Source
from lossless.file import (
    File,
    are_variants,
    element_in,
    every,
    find,
    frontmatter,
    is_heading,
    is_image,
    is_index,
    literal_text,
    opened,
    shown,
    title_of,
    values,
    without,
)
from lossless.tab_titles import tab_of, titles_outside

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pydantic import JsonValue

    from guidec.loader import Loader

TITLED = (Concept.ADMONITION, Concept.ACCORDION, Concept.STEP, Concept.TAB)
"""What has a title that stands before its content, wherever it was written."""
DIRECTIVE = re.compile(r"(?m)^[ \t]*:{3,}[ \t]*(?P<name>[A-Za-z][\w-]*)?[ \t]*(?P<title>[^\n]*)$")
ALERT = re.compile(r"^[ \t]*\[!(?P<name>[A-Za-z]+)\]")
HEADING_MARKS = re.compile(r"(?:[ \t]*(?:\[(?:step|!?toc|#[^\[\]\s]+)\]|\{#[^{}\s]+\}))+[ \t]*$")


@dataclass(frozen=True, slots=True)
class Component:
    """A component as it was written."""

    name: str
    attributes: Mapping[str, JsonValue]
    meaning: Meaning | None
    is_optional: bool = False
    """Whether it may go: it became a link or code of Markdown, or stood in an attribute that is a title."""


@dataclass(slots=True)
class Seen:
    """What stands in a source, everything in reading order."""

    words: list[str] = field(default_factory=list)
    """Stretches of visible text."""
    components: list[Component] = field(default_factory=list)
    admonitions: list[str] = field(default_factory=list)
    """The names of callouts, directives and alerts."""
    folded: int = 0
    """How many directives are accordions."""
    links: list[str] = field(default_factory=list)
    images: list[str] = field(default_factory=list)


class Walk:
    """Walks over a source and whatever it includes."""

    def __init__(self, source: Source, loader: Loader) -> None:
        self.loader = loader
        self.words = vocabulary(detect(source.text), {})
        self.seen = Seen()
        self.open = [source.path]
        self.in_code = False
        """Whether the walk is inside of `<code>`, where a bare URL is no link."""
        self.in_title = False
        """Whether the walk is inside of an attribute that is a title."""
        self.title_is_open = False
        """Whether the title of a directive goes on in the next text."""
        self.titles: dict[int, list[nodes.Node]] = {}
        """The titles of tabs and accordions that stand elsewhere than in them, by the identity of the node."""
        root = parse_mdx(source)
        file = opened(root, source, {})
        self.walk(self.cover(root, file), file)

    def cover(self, root: nodes.Root, file: File) -> list[nodes.Node]:
        """Note title and description, wherever they stand; give what stands below."""
        said = frontmatter(root)
        content = [*root.children]
        heading = next((node for node in content if isinstance(node, nodes.Heading)), None)
        if said.get("title") or heading is None or heading.depth > 1:
            self.say(said.get("title", ""))
            self.say(said.get("description", ""))
            return content
        at = content.index(heading)
        index = [node for node in content[:at] if is_index(node)]
        below = next(iter(content[at + 1 :]), None)
        quote = [below] if isinstance(below, nodes.Blockquote) else []
        self.walk([*index, heading, *quote], file)
        if not quote:
            self.say(said.get("description", ""))
        taken = [*index, heading, *quote]
        return [node for node in content if not any(node is part for part in taken)]

    def say(self, text: str) -> None:
        """Note visible text."""
        self.seen.words.append(text)

    def walk(self, content: Iterable[nodes.Node], file: File) -> None:
        """Walk over siblings."""
        for node in content:
            self.node(node, file)

    def node(self, node: nodes.Node, file: File) -> None:
        """Walk over a node."""
        match node:
            case nodes.Yaml() | nodes.MdxjsEsm() | nodes.Definition() | nodes.FootnoteReference():
                pass
            case nodes.Text():
                self.text(node.value)
            case nodes.Code():
                self.walk_title(tab_of(node) or self.titles.get(id(node), []), file)
                self.say(node.value)
            case nodes.InlineCode():
                self.say(node.value)
            case nodes.Image():
                self.seen.images.append(node.url)
            case nodes.ImageReference() if node.identifier in file.definitions:
                self.seen.images.append(file.definitions[node.identifier].url)
            case nodes.LinkReference() if node.identifier in file.definitions:
                self.seen.links.append(file.definitions[node.identifier].url)
                self.walk(node.children, file)
            case nodes.Link():
                if not (self.in_code and literal_text(node) == node.url):
                    self.seen.links.append(node.url)
                self.walk(node.children, file)
            case nodes.MdxFlowExpression() | nodes.MdxTextExpression():
                self.expression(node, file)
            case nodes.MdxJsxElement():
                self.element(node, file)
            case nodes.Blockquote():
                self.quote(node, file)
            case nodes.Heading() if node.children and isinstance(node.children[-1], nodes.Text):
                last = node.children[-1]
                self.walk(node.children[:-1], file)
                self.text(HEADING_MARKS.sub("", last.value))
            case nodes.Parent():
                self.walk(node.children, file)

    # Text

    def text(self, text: str) -> None:
        """Note text; of the lines of directives only the titles are words."""
        if self.title_is_open and "]" in text:
            self.title_is_open = False
            text = text.replace("]", "", 1)
        done = 0
        for line in DIRECTIVE.finditer(text):
            name, title = line["name"], line["title"].strip()
            if name is None and title:
                continue
            if name is not None and name.lower() not in {*ADMONITION_TYPES, "details"}:
                continue
            self.say(text[done : line.start()])
            done = line.end()
            if name == "details":
                self.seen.folded += 1
            elif name is not None:
                self.seen.admonitions.append(f":::{name}")
            self.title_is_open = title.startswith("[") and "]" not in title
            self.say(re.sub(r"^\[(.*)\].*", r"\1", title).removeprefix("[" if self.title_is_open else ""))
        self.say(text[done:])

    def quote(self, node: nodes.Blockquote, file: File) -> None:
        """Walk over a quotation; the marker of an alert is no word."""
        first = next(iter(node.children), None)
        text = first.children[0] if isinstance(first, nodes.Paragraph) else None
        marker = ALERT.match(text.value) if isinstance(text, nodes.Text) else None
        if marker is None or marker["name"].lower() not in ADMONITION_TYPES:
            self.walk(node.children, file)
            return
        assert isinstance(first, nodes.Paragraph)
        assert isinstance(text, nodes.Text)
        self.seen.admonitions.append(f"[!{marker['name']}]")
        self.text(text.value[marker.end() :])
        self.walk([*first.children[1:], *node.children[1:]], file)

    def expression(self, node: nodes.MdxFlowExpression | nodes.MdxTextExpression, file: File) -> None:
        """Note what an expression shows: its value where it is known, else its source."""
        source = node.value.strip()
        if source in ("children", "props.children"):
            if file.children is not None and file.around is not None:
                self.walk(file.children.children, file.around)
            return
        literal = evaluate(source, file.names)
        element = element_in(source)
        if literal is not None:
            self.walk(shown(literal.value), file)
        elif element is not None:
            self.node(element, file)
        elif not is_comment(source):
            self.say(f"{{{node.value}}}")

    # Components

    def element(self, node: nodes.MdxJsxElement, file: File) -> None:
        """Walk over an element: what it is, its title, its content."""
        name = node.name or ""
        attributes = values(node, file.names)
        if name in file.snippets and self.bring(file.snippets[name], node, attributes, file):
            return
        meaning = next((MARKS[key] for key in attributes if key in MARKS), None) or self.words.get(name)
        if meaning is not None and meaning.concept is Concept.TAB_TITLE and id(node) in self.titles:
            return
        if meaning is not None and meaning.concept is Concept.INCLUDE:
            path = attributes.get(meaning.url) if meaning.url else literal_text(node)
            specifier = include_path(name, path) if isinstance(path, str) else ""
            if is_text_file(specifier) and self.bring(specifier, node, attributes, file):
                return
            meaning = None
        if (meaning is None or meaning.concept in (Concept.KNOWN, Concept.CODE)) and are_variants(node):
            for member in node.children:
                assert isinstance(member, nodes.MdxJsxElement)
                self.say((member.name or "").removeprefix(f"{name}."))
                self.walk(member.children, file)
            return
        self.tag(name, attributes, meaning, is_line=isinstance(node, nodes.MdxJsxTextElement))
        self.titles |= titles_outside(node, attributes, self.words, file)
        content = self.title(node, attributes, meaning, file)
        in_code, self.in_code = self.in_code, self.in_code or name == "code"
        self.walk(content, file)
        self.in_code = in_code
        if meaning is not None and meaning.concept is Concept.FRAME:
            self.caption(node, attributes, meaning, file)

    def caption(
        self, node: nodes.MdxJsxElement, attributes: Mapping[str, JsonValue], meaning: Meaning, file: File
    ) -> None:
        """Note the caption of an image; with other words, or without an image, a frame is a component."""
        words = attributes.keys() - {"class", "className", "style"}
        if words == {"caption"} and any(map(is_image, every(node))):
            self.walk(title_of(attributes, meaning), file)
        elif words:
            self.seen.components.append(Component(node.name or "", attributes, None))

    def tag(
        self, name: str, attributes: Mapping[str, JsonValue], meaning: Meaning | None, *, is_line: bool
    ) -> None:
        """Note the element itself, where it leads, and what it shows."""
        leads = is_line and any(isinstance(attributes.get(key), str) for key in ("href", "to", "url"))
        may_go = leads or self.in_title or (meaning is not None and meaning.concept is Concept.CODE)
        if name:
            self.seen.components.append(Component(name, attributes, meaning, may_go))
        if meaning is not None and meaning.concept is Concept.ADMONITION:
            self.seen.admonitions.append(name)
        href = attributes.get("href")
        if isinstance(href, str) and href and (name == "a" or (meaning and meaning.concept is Concept.LINK)):
            self.seen.links.append(href)
        source = attributes.get("src")
        shows = name == "img" or (meaning is not None and meaning.concept is Concept.IMAGE)
        if shows and isinstance(source, str):
            self.seen.images.append(source)

    def title(
        self,
        node: nodes.MdxJsxElement,
        attributes: Mapping[str, JsonValue],
        meaning: Meaning | None,
        file: File,
    ) -> list[nodes.Node]:
        """Note the title of an element; give its content without the node that the title came from."""
        content = [*node.children]
        if meaning is None:
            return content
        own = None
        if meaning.concept in TITLED:
            own = find(content, lambda inner: self.is_title(inner))
            said = self.titles.get(id(node)) or title_of(attributes, meaning)
            if own is not None:
                self.walk(own.children, file)
            else:
                self.walk_title(said, file)
        if own is None and meaning.concept is Concept.SECTION:
            own = find(content, is_heading)
        if own is None and meaning.concept is Concept.STEP and not title_of(attributes, meaning):
            own = find(content, is_heading)
        if own is not None and (meaning.concept not in TITLED or is_heading(own)):
            self.node(own, file)
        return [part for inner in content for part in without(inner, own)]

    def walk_title(self, title: Iterable[nodes.Node], file: File) -> None:
        """Walk over a title that is no content: the components in it may go."""
        outer, self.in_title = self.in_title, True
        self.walk(title, file)
        self.in_title = outer

    def is_title(self, node: nodes.Node) -> bool:
        """Tell whether a node is the title of what it stands in."""
        if not isinstance(node, nodes.MdxJsxElement):
            return False
        meaning = self.words.get(node.name or "")
        return meaning is not None and meaning.concept is Concept.TITLE

    # Other files

    def bring(
        self, specifier: str, node: nodes.MdxJsxElement, props: Mapping[str, JsonValue], file: File
    ) -> bool:
        """Walk over an included file in place; tell whether it can be read."""
        loaded = self.loader.load(specifier, file.source.path)
        if not isinstance(loaded, Source) or loaded.path in self.open:
            return False
        root = parse_mdx(loaded)
        if any(found.severity == "error" for found in root.diagnostics):
            return False
        self.open.append(loaded.path)
        names = {**props, "props": dict(props)}
        self.walk(root.children, replace(opened(root, loaded, names), children=node, around=file))
        self.open.pop()
        return True
