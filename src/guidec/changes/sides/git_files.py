"""The files of one tree of git, where guides are read from as if it were a folder."""

from __future__ import annotations

import posixpath
from collections import defaultdict, deque
from functools import cached_property
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.files import (
    FILE_TOO_LARGE,
    NOT_A_REGULAR_FILE,
    OUTSIDE_CONTENT_ROOT,
    UNREADABLE_FILE,
)
from guidec.files import MAX_ENTRIES, MAX_SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.changes.sides.git import Entry, Repository

MOST_LINKS = 40
"""Symbolic links that are followed for one path, as Linux does."""
LONGEST_PATH = 4096
"""Characters of a path, as Linux has it."""


class _OutsideError(ValueError):
    """A path leads out of the repository."""


class GitFiles:
    """The files of a tree below a content root and a docs root, both relative to the top of the repository."""

    def __init__(
        self,
        repository: Repository,
        files: Mapping[str, Entry],
        root: str,
        docs_root: str | None = None,
        max_size: int = MAX_SIZE,
    ) -> None:
        self._repository = repository
        self._files = files
        self._root = root
        self._roots = tuple({root, root if docs_root is None else docs_root})
        self._has_links = any(entry.is_link for entry in files.values())
        self.docs_root = root if docs_root is None else docs_root
        """What a path that starts with `/` is relative to, from the top of the repository."""
        self.docs_folder = posixpath.relpath(self.docs_root or ".", root or ".")
        """The docs root, relative to the content root."""
        self.max_size = max_size
        """Bytes of one file."""

    def read_bytes(self, path: str) -> bytes | Diagnostic:
        """Read the bytes of the file at `path`, or say why it is not read."""
        try:
            real = self._real(posixpath.join(self._root, path))
        except _OutsideError:
            real = ""
        except ValueError:
            return _unreadable("no valid path", path)
        if not self._contains(real):
            message = "Unexpected path outside the content root, expected a file inside it"
            return Diagnostic.in_file(OUTSIDE_CONTENT_ROOT, message, path)
        return self._read(real, path)

    def entries(self, folder: str) -> list[tuple[str, bool]]:
        """Give the names in a folder, each with whether it is a folder; none of a very large folder."""
        try:
            real = self._real(posixpath.join(self._root, folder))
        except ValueError:
            return []
        found = self._folders.get(real, {}) if self._contains(real) else {}
        return list(found.items()) if len(found) <= MAX_ENTRIES else []

    def is_file(self, path: str) -> bool:
        """Tell whether a regular file that may be read stands at `path`."""
        try:
            real = self._real(posixpath.join(self._root, path))
        except ValueError:
            return False
        return self._contains(real) and real in self._files and self._files[real].is_file

    def locate(self, specifier: str, importer: str) -> str:
        """Give the path, free of links, of the file that `specifier` names in the file `importer`."""
        folder = posixpath.dirname(posixpath.join(self._root, importer))
        base = self.docs_root if specifier.startswith("/") else folder
        path = posixpath.join(base, specifier.lstrip("/"))
        try:
            return posixpath.relpath(self._real(path) or ".", self._root or ".")
        except _OutsideError:
            return posixpath.relpath(posixpath.join("/", path), posixpath.join("/", self._root))

    def paths(self) -> list[str]:
        """Give the paths of all files and links below the content root, sorted."""
        start = f"{self._root}/" if self._root else ""
        return sorted(path.removeprefix(start) for path in self._files if path.startswith(start))

    @cached_property
    def _folders(self) -> dict[str, dict[str, bool]]:
        """The names in each folder, with whether they are folders."""
        folders: defaultdict[str, dict[str, bool]] = defaultdict(dict)
        for file in self._files:
            path, is_folder = file, False
            while path:
                folder, _, name = path.rpartition("/")
                if name in folders[folder]:
                    break
                folders[folder][name] = is_folder
                path, is_folder = folder, True
        return dict(folders)

    def _read(self, real: str, path: str) -> bytes | Diagnostic:
        entry = self._files.get(real)
        if entry is None and real not in self._folders:
            return _unreadable("No such file or directory", path)
        if entry is None or not entry.is_file:
            kind = "folder" if entry is None else "submodule"
            message = f"Unexpected {kind}, expected a regular file"
            return Diagnostic.in_file(NOT_A_REGULAR_FILE, message, path)
        data = self._repository.read(entry, self.max_size)
        if isinstance(data, int):
            message = f"Unexpected size of {data} bytes, expected at most {self.max_size}"
            return Diagnostic.in_file(FILE_TOO_LARGE, message, path)
        return _unreadable("the repository lacks it", path) if data is None else data

    def _real(self, path: str) -> str:
        """Give a path from the top without links and dots; raises ValueError where there can be none."""
        if len(path) > LONGEST_PATH or "\0" in path:
            raise ValueError(path)
        done: list[str] = []
        left, links = deque(path.split("/")), 0
        while left:
            name = left.popleft()
            if name == "..":
                if not done:
                    raise _OutsideError(path)
                done.pop()
            elif name not in ("", "."):
                done.append(name)
                target = self._target("/".join(done)) if self._has_links else None
                if target is not None:
                    done.pop()
                    links += 1
                    if target.startswith("/") or links > MOST_LINKS:
                        raise _OutsideError(path)
                    left.extendleft(reversed(target.split("/")))
        return "/".join(done)

    def _target(self, path: str) -> str | None:
        """Give what a symbolic link leads to; None for anything else."""
        entry = self._files.get(path)
        if entry is None or not entry.is_link:
            return None
        target = self._repository.read(entry, LONGEST_PATH)
        return target.decode("utf-8", "surrogateescape") if isinstance(target, bytes) else None

    def _contains(self, real: str) -> bool:
        """Tell whether a path from the top is inside the content root or docs root."""
        return any(not root or f"{real}/".startswith(f"{root}/") for root in self._roots)


def _unreadable(reason: str, path: str) -> Diagnostic:
    message = f"Unexpected failure to read ({reason}), expected a readable file"
    return Diagnostic.in_file(UNREADABLE_FILE, message, path)
