"""The page of all guides: links by folder, with the progress that each page keeps."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePosixPath
from sys import intern
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


@dataclass(slots=True)
class ListedGuide:
    """What the page says of a guide; all of them are held at once, so it is little."""

    id: str
    title: str
    name: str
    """The words of its link: no other link of the page has the same."""
    about: tuple[str, ...]
    """Provider and way to authenticate, as far as they are known."""
    steps: int
    boxes: int

    @property
    def href(self) -> str:
        """Where its page is, relative to this one."""
        return f"{quote(self.id)}.html"


@dataclass(frozen=True, slots=True)
class Folder:
    """The guides of one folder."""

    name: str
    guides: list[ListedGuide]


def render_index(entries: Iterable[CatalogueEntry], title: str = "Setup guides") -> str:
    """Render the page of all guides, in order of folder and title."""
    guides = sorted(
        map(_listed, entries), key=lambda guide: (folder_of(guide), guide.title.casefold(), guide.id)
    )
    _name_apart(guides)
    folders = [Folder(name, list(each)) for name, each in groupby(guides, folder_of)]
    return render_document(INDEX_TEMPLATE, STYLE, SCRIPT, title=title, count=len(guides), folders=folders)


def folder_of(guide: ListedGuide) -> str:
    """Give the folder of a guide as the page names it."""
    folder = PurePosixPath(guide.id).parent.as_posix()
    return "Guides" if folder == "." else folder


def _listed(entry: CatalogueEntry) -> ListedGuide:
    provider, auth = entry.provider and entry.provider.name, entry.auth and entry.auth.label
    about = tuple(intern(known) for known in (provider, auth) if known)
    name = entry.title if entry.title.strip() else entry.id
    return ListedGuide(entry.id, entry.title, name, about, entry.steps, entry.boxes)


def _name_apart(guides: list[ListedGuide]) -> None:
    """Name each guide by its title, together with its id where two titles read the same."""
    often = Counter(_read(guide.title) for guide in guides)
    for guide in guides:
        if guide.title.strip() and often[_read(guide.title)] > 1:
            guide.name = f"{guide.title} ({guide.id})"


def _read(title: str) -> str:
    return " ".join(title.casefold().split())
