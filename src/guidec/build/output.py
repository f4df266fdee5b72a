"""The output folder: files are written whole or not at all, never through a link, and only where they change."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from guidec.build.journal import Journal
from guidec.build.processes import is_gone
from guidec.regular import open_regular

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STATE_FOLDER = ".guidec-cache"
"""Below the output folder: the cache, and files that are still being written."""
IGNORE_FILE = ".gitignore"
_UNFINISHED = "unfinished-"
_CHUNK = 1 << 20
_numbers = count()
_MACHINE = os.urandom(4).hex()
"""Tells processes of one number on machines that share the folder apart: in containers they often have the same."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What identifies the content of a file."""

    size: int
    """Bytes."""
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> Stamp:
        """Give the stamp of `data`."""
        return cls(len(data), hashlib.sha256(data).hexdigest())


class Writer:
    """Takes the text of one file piece by piece."""

    def __init__(self, file: BinaryIO | None) -> None:
        self.changed = False
        """Whether the file was not yet as it is now; known when it is complete."""
        self._file = file
        self._digest = hashlib.sha256()
        self._size = 0

    def write(self, text: str) -> None:
        """Write the next piece."""
        data = text.encode()
        self._digest.update(data)
        self._size += len(data)
        if self._file:
            self._file.write(data)

    def stamp(self) -> Stamp:
        """Give the stamp of what was written so far."""
        return Stamp(self._size, self._digest.hexdigest())


class OutputFolder:
    """A folder that outputs go to; all paths are relative to it, with forward slashes.

    In a dry run it writes nothing, and only tells what would change. What goes wrong is an OSError.
    """

    def __init__(self, root: Path, *, dry_run: bool = False, process: int | None = None) -> None:
        """Give access to a folder; `process` is the one whose build this is, if it is not this one."""
        self.root = root
        self.dry_run = dry_run
        self.journal = Journal(root / STATE_FOLDER, process or os.getpid())
        """What is written while no manifest tells about it; not for what `writing` writes."""
        self._real_folders: set[str] = set()

    def put(self, path: str, data: bytes) -> bool:
        """Make `data` the content of the file at `path`; give whether that changes it."""
        if not self.dry_run:
            self._check_folder(path)
        stamp = Stamp.of(data)
        if self.stamp(path) == stamp:
            return False
        if not self.dry_run:
            with self._unfinished() as (file, name):
                file.write(data)
                file.close()
                self.journal.note({path: stamp.sha256})
                self._replace(name, path)
        return True

    def stamp(self, path: str) -> Stamp | None:
        """Give the stamp of the file at `path`; None where there is no regular file."""
        digest, size = hashlib.sha256(), 0
        try:
            with open_regular(self.root / path) as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
        except (OSError, ValueError):  # ValueError: no file can have such a name
            return None
        return Stamp(size, digest.hexdigest())

    def holds(self, path: str) -> bool:
        """Tell whether the file at `path` would be one of this folder, and not stand behind a link or outside."""
        folders = [self.root / folder for folder in list(Path(path).parents)[:-1]]
        return _is_inside(path) and not any(folder.is_symlink() for folder in folders)

    def remove(self, path: str) -> None:
        """Remove the file at `path`, and the folders above it that it leaves empty."""
        if self.dry_run:
            return
        self._check_folder(path)
        (self.root / path).unlink(missing_ok=True)
        for folder in list(Path(path).parents)[:-1]:
            try:
                (self.root / folder).rmdir()
            except OSError:  # not empty
                return
            self._real_folders.clear()

    @contextmanager
    def writing(self, path: str) -> Iterator[Writer]:
        """Give a writer for the file at `path`, which becomes that file when all went well and it differs."""
        if self.dry_run:
            yield (writer := Writer(None))
            writer.changed = self.stamp(path) != writer.stamp()
            return
        with self._unfinished() as (file, name):
            yield (writer := Writer(file))
            file.close()
            writer.changed = self.stamp(path) != writer.stamp()
            if writer.changed:
                self._replace(name, path)

    def prepare(self) -> None:
        """Make the folder, and remove what builds that were killed left behind."""
        if not self.dry_run:
            self._check_folder(f"{STATE_FOLDER}/")
            self._keep_from_git()
            self._remove_unfinished(is_gone)

    def tidy(self) -> None:
        """Remove what this process and its workers did not finish, after they have stopped."""
        if not self.dry_run:
            self._remove_unfinished(lambda process: process == str(os.getpid()) or is_gone(process))

    def _keep_from_git(self) -> None:
        """Leave a `.gitignore` beside the cache: outputs are committed, and the cache is none."""
        path = f"{STATE_FOLDER}/{IGNORE_FILE}"
        if not os.path.lexists(self.root / path):
            with self._unfinished() as (file, name):
                file.write(b"*\n")
                file.close()
                self._replace(name, path)

    def _remove_unfinished(self, is_abandoned: Callable[[str], bool]) -> None:
        for file in (self.root / STATE_FOLDER).glob(f"{_UNFINISHED}*-*"):
            if is_abandoned(file.name.split("-")[1]):
                with suppress(OSError):  # a folder of that name is none of guidec's
                    file.unlink()

    @contextmanager
    def _unfinished(self) -> Iterator[tuple[BinaryIO, Path]]:
        name = f"{STATE_FOLDER}/{_UNFINISHED}{os.getpid()}-{_MACHINE}-{next(_numbers)}"
        self._check_folder(name)
        temporary = self.root / name
        file = temporary.open("xb")
        try:
            with file:
                yield file, temporary
        finally:
            with suppress(FileNotFoundError):
                temporary.unlink()

    def _replace(self, temporary: Path, path: str) -> None:
        self._check_folder(path)
        # replace() puts the new file where a link stood, and never writes to what the link points at.
        temporary.replace(self.root / path)

    def _check_folder(self, path: str) -> None:
        """Make the folders above `path`, none of which may be a symbolic link or lie outside."""
        if not _is_inside(path):
            raise OSError(0, "path outside the output folder")
        parent = path.rpartition("/")[0]
        if parent in self._real_folders:
            return
        self.root.mkdir(parents=True, exist_ok=True)
        folder = self.root
        for part in filter(None, parent.split("/")):
            folder /= part
            if folder.is_symlink():
                raise OSError(0, f"symbolic link `{part}` inside the output folder")
            folder.mkdir(exist_ok=True)
        self._real_folders.add(parent)


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and not {".", ".."} & {*path.split("/")}
