"""Finds guides whose outputs would overwrite each other, before anything is written."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.files import INDEX_PAGE_TAKEN, OUTPUT_COLLISION

if TYPE_CHECKING:
    from collections.abc import Iterable

OUTPUT_SUFFIXES = (".json", ".html", ".yaml", ".schema.json", ".env", ".mdx")
"""What targets put behind a guide's id."""
INDEX_TARGET = "html"
INDEX_ID = "index"
"""`html/index.html` lists all guides, unless a guide of this name has its page there."""


def guide_id(path: str) -> str:
    """Give the id of the guide at `path`: the path without its suffix."""
    return path.rpartition(".")[0]


def find_collisions(paths: Iterable[str]) -> dict[str, Diagnostic]:
    """Give a diagnostic for each path that cannot have outputs of its own, on any machine.

    Names that differ in case or in Unicode normalization alone are one file to macOS and Windows.
    """
    by_name: dict[str, list[str]] = defaultdict(list)
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in paths:
        name = _folded(guide_id(path))
        by_name[name].append(path)
        for folder in _ancestors(name):
            if folder.endswith(OUTPUT_SUFFIXES):
                by_folder[folder].append(path)
    collisions = {
        path: _collision(path, group) for group in by_name.values() if len(group) > 1 for path in group
    }
    for name, group in by_name.items():
        for suffix in OUTPUT_SUFFIXES:
            if inside := by_folder.get(name + suffix):
                collisions |= {path: _collision(path, [*group, *inside]) for path in (*group, *inside)}
    return collisions


def find_index_guide(paths: Iterable[str]) -> Diagnostic | None:
    """Report the guide whose page stands where that of all guides would; the guide's own page is the one written."""
    for path in paths:
        if _folded(guide_id(path)) == INDEX_ID:
            message = (
                "Unexpected guide named `index`, expected another name: its page replaces that of all guides"
            )
            return Diagnostic.in_file(INDEX_PAGE_TAKEN, message, path)
    return None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _ancestors(name: str) -> list[str]:
    return [name[:end] for end, character in enumerate(name) if character == "/"]


def _collision(path: str, group: list[str]) -> Diagnostic:
    other = next(other for other in group if other != path)
    message = f"Unexpected outputs at the same place as those of `{other}`, expected a name of its own"
    return Diagnostic.in_file(OUTPUT_COLLISION, message, path)
