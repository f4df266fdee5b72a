"""What the two arguments of `guidec diff` name: paths, or revisions as git understands them."""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.changes.sides.folder import file_side, folder_side
from guidec.changes.sides.git import GitError, Repository
from guidec.changes.sides.revision import Revision
from guidec.config import load_settings
from guidec.file_names import shown_path

if TYPE_CHECKING:
    from contextlib import ExitStack

    from guidec.changes.sides.side import Side

EXPECTED = "a guide, a folder, JSON that guidec wrote, or a revision of git"

SHALLOW = (
    "; this clone is shallow: fetch its history (`git fetch --unshallow`, `fetch-depth: 0` in a workflow)"
)


class SideError(Exception):
    """The arguments name nothing that can be compared; the message says what could be."""


@dataclass(frozen=True, slots=True)
class _Named:
    """An argument, taken apart."""

    text: str
    revision: str | None = None
    """None for a path on the disk."""
    path: str | None = None
    """The path; None where a revision stands alone."""


class Resolver:
    """Turns arguments into sides; git is asked only where a revision is named."""

    def __init__(self, resources: ExitStack) -> None:
        self._resources = resources
        self._repository: Repository | None = None

    def sides(self, old: str, new: str | None) -> tuple[Side, Side]:
        """Give the two sides.

        A path that exists is that path, anything else a revision. A revision alone means the other's path at that
        revision, or the content root where both stand alone. Without `new`, `old` may be a range `A..B` or `A...B`;
        else it is compared with the content root on the disk. Raises SideError for what is none of these.
        """
        before, after = self._pair(old, new)
        sides = self._side(before, after), self._side(after, before)
        _take_new_folders(sides, (before, after))
        if sides[0].is_one != sides[1].is_one and not any(side.is_missing for side in sides):
            raise SideError(f"Unexpected `{old}` beside `{new}`, expected two guides or two folders")
        return sides

    def _pair(self, old: str, new: str | None) -> tuple[_Named, _Named]:
        if new is not None:
            return self._named(old), self._named(new)
        if not os.path.lexists(old) and ".." in old and ":" not in old:
            return self._range(old)
        before = self._named(old)
        if before.revision is None:
            raise SideError(f"Unexpected `{old}` alone, expected what to compare it with")
        return before, _Named(shown_path(load_settings(Path()).content))

    def _range(self, text: str) -> tuple[_Named, _Named]:
        """Read a range as `git diff` does: `A..B`, or `A...B` from where the two parted; HEAD where one is left out."""
        dots = "..." if "..." in text else ".."
        one, _, other = text.partition(dots)
        one, other = one or "HEAD", other or "HEAD"
        if dots == "...":
            base = self._git().merge_base(self._known(one), self._known(other))
            if base is None:
                hint = self._shallow_hint()
                raise SideError(f"Unexpected `{text}`, expected two revisions with a common ancestor{hint}")
            one = base[:12]
        return self._named(one), self._named(other)

    def _named(self, text: str) -> _Named:
        if os.path.lexists(text):
            return _Named(text)
        revision, colon, path = text.partition(":")
        if not colon:
            return _Named(text, revision)
        if path in (".", "..") or path.startswith(("./", "../")):
            path = posixpath.normpath(posixpath.join(self._git().prefix, path))
        if path == ".." or path.startswith("../"):
            raise SideError(f"Unexpected `{text}`, expected a path inside the repository")
        return _Named(text, revision, path)

    def _side(self, named: _Named, other: _Named) -> Side:
        try:
            if named.revision is None:
                return folder_side(named.text) if Path(named.text).is_dir() else file_side(named.text)
            revision = self._revision(named, other)
            path = named.path if named.path is not None else self._path_of(other)
            if path is None:
                return revision.content()
            return revision.side(named.text, path)
        except GitError as error:
            raise SideError(f"Unexpected `{named.text}` ({error}), expected {EXPECTED}") from error
        except ValueError as error:
            raise SideError(f"Unexpected `{named.text}`, expected {EXPECTED}") from error

    def _revision(self, named: _Named, other: _Named) -> Revision:
        revision = self._open(named.revision or "")
        if other.revision is None:
            path = Path(other.text)
            settings = load_settings(path if path.is_dir() else path.parent)
            revision.fallback = settings if settings.file else None
        elif other.revision != named.revision:
            revision.fallback = self._open(other.revision).own_settings(self._git().prefix)
        return revision

    def _open(self, name: str) -> Revision:
        return Revision(self._git(), name, self._git().tree(self._known(name)) or "")

    def _known(self, name: str) -> str:
        """Give the name of a revision back; SideError where the clone has none of that name."""
        if self._git().tree(name) is None:
            raise SideError(
                f"Unexpected `{name}`, expected {EXPECTED} that this clone has{self._shallow_hint()}"
            )
        return name

    def _shallow_hint(self) -> str:
        return SHALLOW if self._git().is_shallow() else ""

    def _path_of(self, other: _Named) -> str | None:
        """Give the path of the other side from the top of the repository; None where that is a revision alone."""
        if other.revision is not None:
            return other.path
        path = Path(os.path.abspath(other.text))  # noqa: PTH100 - a symbolic link is a path of its own
        real = Path(os.path.realpath(path.parent)) / path.name
        if not real.is_relative_to(self._git().top):
            raise SideError(
                f"Unexpected `{other.text}` beside a revision, expected a path inside the repository"
            )
        return real.relative_to(self._git().top).as_posix()

    def _git(self) -> Repository:
        if self._repository is None:
            self._repository = self._resources.enter_context(Repository(Path()))
        return self._repository


def _take_new_folders(sides: tuple[Side, Side], named: tuple[_Named, _Named]) -> None:
    """Take a content root that one revision does not have yet, or any more, for an empty folder.

    A path that was written out is held to be there.
    """
    for side, name, other in zip(sides, named, reversed(sides), strict=True):
        if name.path is None and side.is_missing and not (other.is_missing or other.is_one):
            side.is_missing = False
            side.problems.clear()
