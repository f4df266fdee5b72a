"""The draft of a guide -> the mdast that its author would have written as MDX in the StackOne dialect.

From there on it is a guide like any other: one pipeline makes every guide. Every node stands where its text stands in
the file of the draft. Parts of a step or section come in the order in which the file has them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from guidec.data_file import read_data
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.data import DATA_MODEL, DRAFT_UNSAID
from guidec.guide.cover import Cover
from guidec.guide.identity import title_of
from guidec.guide.models.draft import Draft, DraftItem
from guidec.guide.text import collapse
from guidec.mdx import nodes as n
from guidec.mdx.parse import parse_mdx
from guidec.model_fit import fit
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from guidec.data_file import Data
    from guidec.guide.models import Guide
    from guidec.guide.models.draft import DraftPart, DraftSection, DraftStep
    from guidec.source import Position
    from guidec.yaml_values import Path

T = TypeVar("T")
CALLOUTS = {"dangers": "Danger", "warnings": "Warning", "notes": "Note", "tips": "Tip"}
"""The component for each kind of callout."""
NAME = re.compile(r"\{(provider|auth|redirect_url)\}")


@dataclass(frozen=True, slots=True)
class DraftRead:
    """A draft that has been read; its tree has diagnostics of severity error where there is no guide in it."""

    root: n.Root
    cover: Cover
    reader: DraftReader | None = None

    def check(self, guide: Guide) -> Iterator[Diagnostic]:
        """Report what the draft names and the guide made of it does not say."""
        return check_draft(self.reader, guide) if self.reader else iter(())


def read_draft(source: Source) -> DraftRead:
    """Read the draft in a file of YAML or JSON."""
    whole = source.span(0, len(source.text))
    data = read_data(source)
    found = (data,) if isinstance(data, Diagnostic) else fit(data, Draft)
    if isinstance(data, Diagnostic) or isinstance(found, tuple):
        return DraftRead(n.Root(whole, (), found if isinstance(found, tuple) else ()), Cover())
    return DraftReader(data, found).read(whole)


class DraftReader:
    """Makes nodes of a draft; `diagnostics` tell what is wrong in its texts."""

    def __init__(self, data: Data, draft: Draft) -> None:
        self.data = data
        self.draft = draft
        self.diagnostics: list[Diagnostic] = []

    def read(self, whole: Position) -> DraftRead:
        """Read the whole draft."""
        title = self.named(self.draft.title) or title_of(
            self.draft.kind, self.draft.provider, self.draft.auth
        )
        if title is None:
            message = f"Unexpected absence of `/title`, expected a title, or provider and auth of a {self.draft.kind}"
            self.diagnostics.append(Diagnostic.at(DATA_MODEL, message, whole.source.span(0, 1)))
        description = collapse(self.named(self.draft.description) or "") or None
        place = self.data.place(("title",) if self.draft.title else ())
        cover = Cover("frontmatter", collapse(title or ""), place, description)
        content = (*self.actions(), *self.part(self.draft, ()))
        return DraftRead(n.Root(whole, content, tuple(self.diagnostics)), cover, self)

    def named(self, text: str | None) -> str | None:
        """Give a text with the names in braces as what they stand for."""
        return text and NAME.sub(lambda name: getattr(self.draft, name[1]) or name[0], text)

    # Sections and steps

    def actions(self) -> Iterator[n.Node]:
        """Give the panel with the actions to choose from."""
        if self.draft.actions:
            place = self.data.place(("actions",))
            said = json.dumps(
                [action.model_dump() for action in self.draft.actions],
                ensure_ascii=False,
                separators=(",", ":"),
            )
            choice = {"data-guides-scope-selector": None, "data-guide-actions-json": said}
            yield _element("Panel", place, (_element("div", place, (), choice),))

    def part(self, part: DraftPart, path: Path) -> tuple[n.Node, ...]:
        """Give what stands in the draft itself, a section or a step, in the order of the file."""
        written: list[n.Node] = []
        for key in _keys(self.data, path):
            for node in self.entry(part, key, (*path, key)):
                last = written[-1] if written else None
                if isinstance(node, n.List) and isinstance(last, n.List):
                    written[-1] = replace(last, children=(*last.children, *node.children))
                else:
                    written.append(node)
        return tuple(written)

    def entry(self, part: DraftPart, key: str, path: Path) -> Iterable[n.Node]:
        """Give what the value behind a key of a part is in the guide."""
        value = getattr(part, key)
        if key in CALLOUTS:
            return [
                _element(CALLOUTS[key], self.data.place(at), self.blocks(text, at))
                for text, at in _each(value, path)
            ]
        if key == "steps":
            steps = tuple(self.step(step, at) for step, at in _each(value, path))
            return [_element("Steps", self.data.place(path), steps)] if steps else []
        forms: dict[str, Callable[..., Iterable[n.Node]]] = {
            "text": self.blocks,
            "sections": lambda sections, path: [self.section(one, at) for one, at in _each(sections, path)],
            "items": lambda items, path: self.list_of(
                [self.item(one, at) for one, at in _each(items, path)], path
            ),
            "settings": self.settings,
            "credentials": self.credentials,
        }
        return forms[key](value, path) if key in forms and value else []

    def section(self, section: DraftSection, path: Path) -> n.Node:
        """Give a section, and those inside it."""
        depth = min(1 + path.count("sections"), 6)
        place = self.data.place((*path, "title"))
        heading = n.Heading(place, (n.Text(place, self.named(section.title) or ""),), depth)
        attributes = {"data-guide-section": None, "data-guide-scopes": ",".join(section.scopes)}
        return _element("section", self.data.place(path), (heading, *self.part(section, path)), attributes)

    def step(self, step: DraftStep, path: Path) -> n.Node:
        """Give a step."""
        place = self.data.place(path)
        shown = "true" if step.show_scopes else ""
        attributes = {
            "data-guide-step": None,
            "data-guide-scopes": ",".join(step.scopes),
            "data-guide-display-scopes-list": shown,
        }
        body = _element("div", place, self.part(step, path), attributes)
        return _element("Step", place, (body,), {"title": self.named(step.title)})

    # Lists

    def list_of(self, items: Iterable[n.Node], path: Path) -> list[n.Node]:
        """Give a list of bullets."""
        return [n.List(self.data.place(path), tuple(items), False, None, False)]

    def item(self, item: str | DraftItem, path: Path) -> n.Node:
        """Give an item, and those below it."""
        if isinstance(item, str):
            return n.ListItem(self.data.place(path), self.blocks(item, path), None, False)
        below = [self.item(inner, at) for inner, at in _each(item.items, (*path, "items"))]
        content = self.blocks(item.text, (*path, "text"))
        nested = self.list_of(below, (*path, "items")) if below else []
        return n.ListItem(self.data.place(path), (*content, *nested), None, False)

    def settings(self, settings: dict[str, str], path: Path) -> list[n.Node]:
        """Give a list of the form's fields, each with the value to type."""
        return self.list_of(
            (self.setting(label, value, (*path, label)) for label, value in settings.items()), path
        )

    def setting(self, label: str, value: str, path: Path) -> n.Node:
        """Give a field of the form with its value."""
        place = self.data.place(path)
        line = n.Text(place, f"{self.named(label)}: "), n.InlineCode(place, self.named(value) or "")
        return n.ListItem(place, (n.Paragraph(place, line),), None, False)

    def credentials(self, labels: list[str], path: Path) -> list[n.Node]:
        """Give a list of what to copy."""
        return self.list_of((self.credential(label, at) for label, at in _each(labels, path)), path)

    def credential(self, label: str, path: Path) -> n.Node:
        """Give the name of a value to copy."""
        place = self.data.place(path)
        name = n.Strong(place, (n.Text(place, self.named(label) or ""),))
        return n.ListItem(place, (n.Paragraph(place, (name,)),), None, False)

    # Texts

    def blocks(self, markdown: str, path: Path) -> tuple[n.Node, ...]:
        """Read a text as MDX; what is wrong in it is reported at the place of the whole text."""
        place = self.data.place(path)
        root = parse_mdx(Source(self.named(markdown) or "", place.source.path))
        self.diagnostics += (Diagnostic.at(found.rule, found.message, place) for found in root.diagnostics)
        return tuple(_placed(node, place) for node in root.children)


def check_draft(reader: DraftReader, guide: Guide) -> Iterator[Diagnostic]:
    """Report what a draft names and the guide made of it does not say."""
    found = {
        "provider": {guide.provider.name if guide.provider else ""},
        "auth": {guide.auth.label if guide.auth else ""},
        "redirect_url": {redirect.url for redirect in guide.redirect_urls},
    }
    for key, said in found.items():
        value = getattr(reader.draft, key)
        if value is not None and value not in said:
            shown = f"`{{{key}}}` in a step" if key == "redirect_url" else "it in the title"
            message = f"Unexpected `{key}` of which the guide says nothing, expected {shown}"
            yield Diagnostic.at(DRAFT_UNSAID, message, reader.data.place((key,), key=True))


def _each(values: Iterable[T], path: Path) -> Iterator[tuple[T, Path]]:
    return ((value, (*path, number)) for number, value in enumerate(values))


def _keys(data: Data, path: Path) -> list[str]:
    value = data.value
    for part in path:
        value = value[part]  # type: ignore[index]
    return list(value) if isinstance(value, dict) else []


def _element(
    name: str, place: Position, content: tuple[n.Node, ...], attributes: dict[str, str | None] | None = None
) -> n.Node:
    written = tuple(n.MdxJsxAttribute(place, key, value) for key, value in (attributes or {}).items())
    return n.MdxJsxFlowElement(place, content, name, written)


def _placed(node: n.Node, place: Position) -> n.Node:
    """Give a node and everything in it at another place."""
    if isinstance(node, n.Parent):
        return replace(node, position=place, children=tuple(_placed(child, place) for child in node.children))
    return replace(node, position=place)
