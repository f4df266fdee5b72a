"""The page of all guides: links by folder, with the progress that each page keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from guidec.targets.html.document import document_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    about: tuple[str, ...]
    """Provider and way to authenticate, as far as they are known; guides that agree share it."""
    steps: int
    boxes: int

    @property
    def href(self) -> str:
        """Where its page is, relative to this one."""
        return f"{quote(self.id)}.html"


def render_index(entries: Iterable[CatalogueEntry], title: str = "Setup guides") -> Iterator[str]:
    """Give the page of all guides in pieces, in order of folder and title."""
    folders: dict[str, list[ListedGuide]] = defaultdict(list)
    often: Counter[int] = Counter()
    abouts: dict[tuple[str, ...], tuple[str, ...]] = {}
    for entry in entries:
        about = _about(entry)
        guide = ListedGuide(entry.id, entry.title, abouts.setdefault(about, about), entry.steps, entry.boxes)
        folders[folder_of(guide)].append(guide)
        often[_read(guide.title)] += 1
    return document_pieces(
        INDEX_TEMPLATE,
        STYLE,
        SCRIPT,
        title=title,
        count=often.total(),
        folders=((folder, sorted(folders[folder], key=_order)) for folder in sorted(folders)),
        name_of=partial(_name, often),
    )


def folder_of(guide: ListedGuide) -> str:
    """Give the folder of a guide as the page names it."""
    folder = PurePosixPath(guide.id).parent.as_posix()
    return "Guides" if folder == "." else folder


def _about(entry: CatalogueEntry) -> tuple[str, ...]:
    provider, auth = entry.provider and entry.provider.name, entry.auth and entry.auth.label
    return tuple(known for known in (provider, auth) if known)


def _order(guide: ListedGuide) -> tuple[str, str]:
    return guide.title.casefold(), guide.id


def _name(often: Mapping[int, int], guide: ListedGuide) -> str:
    """Give the words of a guide's link: its title, together with its id where two titles read the same."""
    if not guide.title.strip():
        return guide.id
    return f"{guide.title} ({guide.id})" if often[_read(guide.title)] > 1 else guide.title


def _read(title: str) -> int:
    """Give a hash of how a title reads: the titles themselves are long."""
    return hash(" ".join(title.casefold().split()))
