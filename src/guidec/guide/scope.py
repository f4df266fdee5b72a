"""What a file of MDX can see: names with known values, imported files, and the content between its tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from pydantic import JsonValue

    from guidec.diagnostics import Rule
    from guidec.guide.anchors import Anchors
    from guidec.guide.formats.directives import Marker
    from guidec.mdx import nodes
    from guidec.source import Position, Source


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file could not be read."""

    rule: Rule
    reason: str


class Loader(Protocol):
    """Reads the files that a guide imports or links to; nothing outside the content root."""

    docs_root: str
    """The docs root, relative to the content root."""
    sees_site: bool
    """Whether the guide has a place among other files."""

    def load(self, specifier: str, importer: str) -> Source | Unreadable:
        """Read the file that `specifier` names in the file with the path `importer` (relative to the content root).

        A specifier that starts with `/` is relative to the docs root, any other to the importer's folder. The source's
        path is relative to the content root; the same file always gives the same `Source` object.
        """

    def look_up(self, question: str) -> str | None:
        """Answer a question of `guidec.lookups`."""

    def names(self, folder: str) -> list[str]:
        """Give what the addresses of the pages in a folder below the content root end in."""

    def open_page(self, path: str) -> Source | None:
        """Read a file that the guide does not include, such as one that it links to."""

    def aside(self, path: str) -> AbstractContextManager[dict[str, Anchors | None]]:
        """Read what does not become part of the guide, for the anchors of the page at `path`; give all known ones."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """An imported file, and the place of its import."""

    specifier: str
    imported_at: Position
    part: str | None = None
    """The anchor of the one part of it that is wanted."""
    statement: nodes.MdxjsEsm | None = None
    """The import statements that it stands among; None for an include."""


@dataclass(slots=True)
class Scope:
    """The names that one file can see while it is expanded."""

    source: Source
    markers: dict[int, Marker] = field(default_factory=dict)
    """The lines that open and close directives, by offset."""
    names: dict[str, JsonValue] = field(default_factory=dict)
    """Values of exports, imported values and props."""
    snippets: dict[str, Snippet] = field(default_factory=dict)
    """Components that are files, by their local name."""
    imported: set[str] = field(default_factory=set)
    """Local names of whatever else is imported or exported, also around the file: guidec cannot see into them."""
    children: tuple[nodes.Node, ...] = ()
    """What stands between the tags that brought the file in, already expanded."""
    definitions: dict[str, nodes.Definition] = field(default_factory=dict)
    """Link definitions, by identifier."""
    esm: dict[int, str] = field(default_factory=dict)
    """The import and export statements that stay, by offset."""

    def keep_import(self, snippet: Snippet, name: str) -> None:
        """Treat a file that cannot be read as any import that guidec cannot see into."""
        self.imported.add(name.partition(".")[0])
        if snippet.statement is not None and snippet.statement.position is not None:
            self.esm[snippet.statement.position.start_offset] = snippet.statement.value
