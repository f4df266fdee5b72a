"""A file of a guide -> mdast, whichever format it has: the name tells, and in Markdown what stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from guidec.file_names import DRAFT_SUFFIXES
from guidec.guide.formats import mdx_in_markdown
from guidec.guide.formats.directives import find_directives, in_tree, mask
from guidec.guide.formats.html_reader import read_page
from guidec.mdx.parse import parse_mdx, too_large
from guidec.mdx.walk import count_nodes

if TYPE_CHECKING:
    from guidec.guide.formats.directives import Marker
    from guidec.guide.formats.draft import DraftRead
    from guidec.mdx.nodes import Root
    from guidec.source import Source

HTML_SUFFIXES = (".html", ".md")
"""What the name of a file ends in that may hold HTML."""


@dataclass(frozen=True)
class Parsed:
    """A file as a syntax tree, its directives still to be put together."""

    source: Source
    """The source that the tree's positions point into."""
    root: Root
    markers: dict[int, Marker]
    draft: DraftRead | None = None
    """The draft that the tree was made of, if it was."""

    @cached_property
    def size(self) -> int:
        """The number of its nodes."""
        return count_nodes([self.root])


def parse(source: Source, most_pieces: int) -> Parsed:
    """Parse a file, by what its name ends in; one of MDX may hold directives."""
    suffix = PurePosixPath(source.path).suffix.lower()
    if suffix in HTML_SUFFIXES and source.text.count("<") > most_pieces:
        return Parsed(source, too_large(source, 0, most_pieces), {})
    if suffix == ".html":
        return Parsed(source, read_page(source), {})
    if suffix in DRAFT_SUFFIXES:
        from guidec.guide.formats.draft import read_draft

        draft = read_draft(source)
        return Parsed(source, draft.root, {}, draft)
    source = mdx_in_markdown.unwrap(source)
    reader = mdx_in_markdown.read if suffix == ".md" else partial(parse_mdx, heading_ids=True)
    read = partial(reader, most_pieces=most_pieces)
    markers = find_directives(source)
    masked = mask(source, markers)
    root = read(masked)
    real = in_tree(markers, root)
    if len(real) < len(markers):
        masked = mask(source, real)
        root = read(masked)
    return Parsed(root.position.source if root.position else masked, root, real)
