"""Questions that a guide's links ask about other files, and that are asked again to see whether it is still fresh."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.file_names import GUIDE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.files import Readable

NUMBER = re.compile(r"\d+\s*[-_.]\s*(?=\D)")
"""Puts pages in order, and is no part of their address."""
GROUP = re.compile(r"\(.*\)")
"""A folder that is no part of an address."""
DEEPEST = 20
"""Levels of folders down to which such ones are looked into."""
MANY = 100_000
"""Answers and names that are kept: some 15 MB."""
INDEXES = ("index", "readme", "page")


class Lookups:
    """Answers what links ask; each question is looked up once."""

    def __init__(self, files: Readable) -> None:
        self._files = files
        self._folders: dict[str, tuple[Mapping[str, str], Mapping[str, str]]] = {}
        self._answers: dict[str, str | None] = {}
        self._names = 0

    @property
    def are_many(self) -> bool:
        """Whether so much is kept that new lookups should take their place: else memory grows with the guides."""
        return len(self._answers) + self._names > MANY

    def answer(self, question: str) -> str | None:
        """Answer "page PATH" with the file behind an address, "content PATH" with the SHA-256 of a file."""
        if question not in self._answers:
            kind, _, path = question.partition(" ")
            self._answers[question] = self._page(path) if kind == "page" else self._digest(path)
        return self._answers[question]

    def names(self, folder: str) -> list[str]:
        """Give what the addresses of a folder's pages end in."""
        folders, files = self._entries(folder)
        return [*folders, *files]

    def _digest(self, path: str) -> str | None:
        data = self._files.read_bytes(path)
        return None if isinstance(data, Diagnostic) else hashlib.sha256(data).hexdigest()

    def _page(self, path: str) -> str | None:
        """Give the file that a path below the content root leads to, or a folder, with a slash at its end."""
        exact = next(filter(self._files.is_file, _spellings("" if path == "." else path.strip("/"))), None)
        return exact or self._page_by_alias(path)

    def _page_by_alias(self, path: str) -> str | None:
        """Find a page whose file is called otherwise than its address: `02-intro.md`, `(group)/intro.mdx`."""
        folder = ""
        *above, name = ("" if path == "." else path.strip("/")).split("/")
        for segment in above:
            inner = folder + segment if segment == ".." else self._entries(folder)[0].get(segment)
            if inner is None:
                return None
            folder = f"{inner}/"
        folders, files = self._entries(folder)
        found = files.get(name)
        if found or (name and name not in folders):
            return found
        folder = f"{folders[name]}/" if name else folder
        return next(filter(None, map(self._entries(folder)[1].get, INDEXES)), folder or "./")

    def _entries(self, folder: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Give the folders and files in a folder by all names that an address may give them."""
        if folder not in self._folders:
            self._folders[folder] = self._list(folder)
            self._names += sum(map(len, self._folders[folder]))
        return self._folders[folder]

    def _list(self, folder: str) -> tuple[dict[str, str], dict[str, str]]:
        folders: dict[str, str] = {}
        files: dict[str, str] = {}
        for name, is_folder in sorted(self._files.entries(folder), key=_pages_first):
            path = folder + name
            if is_folder:
                inner = self._entries(f"{path}/") if _is_transparent(path) else ({}, {})
                folders = {**inner[0], NUMBER.sub("", name, count=1): path, name: path, **folders}
                files = {**inner[1], **files}
            else:
                for alias in _aliases(name):
                    files.setdefault(alias, path)
        return folders, files


def _aliases(name: str) -> tuple[str, ...]:
    """Give what the address of a page in a file of this name may end in."""
    stem = _without_suffix(name)
    index = (stem.lower(),) if stem.lower() in INDEXES else ()
    return (name, stem, NUMBER.sub("", name, count=1), NUMBER.sub("", stem, count=1), *index)


def _is_transparent(path: str) -> bool:
    """Tell whether a folder is no part of addresses, and not too deep to look into."""
    return path.count("/") < DEEPEST and GROUP.fullmatch(path.rpartition("/")[2]) is not None


def _spellings(path: str) -> list[str]:
    """Give the files that an address most likely means."""
    suffix = next((suffix for suffix in GUIDE_SUFFIXES if path.endswith(suffix)), None)
    stems = [path.removesuffix(suffix)] if suffix else [path, f"{path}/index" if path else "index"]
    return [
        *([path] if path else []),
        *(stem + ending for stem in stems if stem for ending in GUIDE_SUFFIXES),
    ]


def _without_suffix(name: str) -> str:
    return re.sub(r"(?<=.)\.[A-Za-z]\w*$", "", name)


def _pages_first(entry: tuple[str, bool]) -> tuple[int, str]:
    name = entry[0]
    rank = next(
        (rank for rank, suffix in enumerate(GUIDE_SUFFIXES) if name.endswith(suffix)), len(GUIDE_SUFFIXES)
    )
    return rank, name
