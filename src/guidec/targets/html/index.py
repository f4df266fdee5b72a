"""The page of all guides: links by folder, with the progress that each page keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from guidec.targets.html.document import render_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.targets.catalogue import CatalogueEntry

INDEX_PATH = "html/index.html"
INDEX_TEMPLATE = "index.html.j2"
STYLE = "checklist.css"
SCRIPT = "index.js"


@dataclass(frozen=True, slots=True)
class ListedGuide:
    """A guide on the page."""

    entry: CatalogueEntry
    name: str
    """The words of its link: no other link of the page has the same."""

    @property
    def href(self) -> str:
        """Where its page is, relative to this one."""
        return f"{quote(self.entry.id)}.html"


@dataclass(frozen=True, slots=True)
class Folder:
    """The guides of one folder."""

    name: str
    guides: list[ListedGuide]


def render_index(entries: Iterable[CatalogueEntry], title: str = "Setup guides") -> str:
    """Render the page of all guides, in order of folder and title."""
    guides = named(sorted(entries, key=lambda entry: (folder_of(entry), entry.title.casefold(), entry.id)))
    folders = [
        Folder(name, list(each)) for name, each in groupby(guides, lambda guide: folder_of(guide.entry))
    ]
    return render_document(INDEX_TEMPLATE, STYLE, SCRIPT, title=title, count=len(guides), folders=folders)


def folder_of(entry: CatalogueEntry) -> str:
    """Give the folder of a guide as the page names it."""
    folder = PurePosixPath(entry.id).parent.as_posix()
    return "Guides" if folder == "." else folder


def named(entries: list[CatalogueEntry]) -> list[ListedGuide]:
    """Name each guide by its title, together with its id where two titles read the same."""
    often = Counter(_read(entry.title) for entry in entries)
    return [ListedGuide(entry, _name(entry, often[_read(entry.title)] > 1)) for entry in entries]


def _name(entry: CatalogueEntry, shared: bool) -> str:
    if not entry.title.strip():
        return entry.id
    return f"{entry.title} ({entry.id})" if shared else entry.title


def _read(title: str) -> str:
    return " ".join(title.casefold().split())
