"""What every check is given, and how it reports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.guide.anchors import Anchors, anchors_of
from guidec.source import Point

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from guidec.diagnostics import Rule
    from guidec.guide.cover import Cover
    from guidec.guide.dialects import Dialect
    from guidec.guide.element import Element
    from guidec.guide.formats.parse import Parsed
    from guidec.guide.models import Guide, Place, Section, Step
    from guidec.guide.passages import Passage
    from guidec.guide.scope import Scope
    from guidec.guide.site import Site
    from guidec.mdx.nodes import Node
    from guidec.source import Position, Source


@dataclass(frozen=True)
class Checked:
    """A guide, and what it was made of."""

    guide: Guide
    source: Source
    dialect: Dialect
    cover: Cover
    expanded: Sequence[Node]
    content: Sequence[Node]
    """What is expanded, without the cover."""
    elements: Sequence[Element]
    """All elements in the content, in reading order."""
    is_whole: bool
    """Whether everything could be expanded."""
    scope: Scope
    passages: Sequence[Passage]
    known: Collection[str]
    """The names of all components that have a meaning."""
    files: Sequence[Parsed]
    """Its own file, then those that it includes."""
    action_scopes: Mapping[tuple[str, str], Position]
    """Where the scopes of actions stand, by the action's id and the scope."""
    site: Site | None
    """What other links can lead to; None for a text without place."""

    @cached_property
    def anchors(self) -> Anchors:
        """What links within the guide can lead to; in most guides none does."""
        return anchors_of(self.expanded, self.files, self.cover.title, complete=self.is_whole)

    def at(self, rule: Rule, message: str, place: Place, suggestion: str | None = None) -> Diagnostic:
        """Report `rule` at a place of the typed guide."""
        start, end = (Point(p.line, p.column, p.offset) for p in (place.start, place.end))
        path = place.path or self.guide.source.path
        return Diagnostic(rule, rule.severity, message, path, start, end, suggestion=suggestion)

    def at_text(
        self, rule: Rule, message: str, place: Place, text: str, suggestion: str | None = None
    ) -> Diagnostic:
        """Report `rule` at `text`, which stands last in `place`; at all of it where it is spelled otherwise."""
        source = self.source_of(place)
        found = source.text.rfind(text, place.start.offset, place.end.offset) if source and text else -1
        if source is None or found < 0:
            return self.at(rule, message, place)
        return Diagnostic.at(rule, message, source.span(found, found + len(text)), suggestion=suggestion)

    def source_of(self, place: Place) -> Source | None:
        """Give the file that a place is in."""
        if place.path is None:
            return self.source
        return next((file.source for file in self.files if file.source.path == place.path), None)

    def page_anchors(self, path: str) -> Anchors | None:
        """Give the anchors of another page, or of this one."""
        if path == self.guide.source.path:
            return self.anchors
        return self.site.anchors(path) if self.site else None

    def sections(self) -> Iterator[Section]:
        """Give all sections, in reading order."""
        stack = self.guide.sections[::-1]
        while stack:
            section = stack.pop()
            yield section
            stack += section.sections[::-1]

    def steps(self) -> Iterator[Step]:
        """Give the steps of all sections, in reading order."""
        return (step for section in self.sections() for step in section.steps)
