"""The output folder: files are written whole or not at all, never through a link, and only where they change."""

from __future__ import annotations

import hashlib
import os
import stat
from contextlib import contextmanager, suppress
from io import BufferedWriter, FileIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from guidec.build.journal import Journal
from guidec.build.processes import is_gone
from guidec.regular import open_regular, write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

STATE_FOLDER = ".guidec-cache"
"""Below the output folder: the cache, and files that are still being written."""
IGNORE_FILE = ".gitignore"
_UNFINISHED = "unfinished-"
_CHUNK = 1 << 20
_numbers = count()
_MACHINE = os.urandom(4).hex()
"""Tells processes of one number on machines that share the folder apart: in containers they often have the same."""


class Stamp(NamedTuple):
    """What identifies the content of a file."""

    size: int
    """Bytes."""
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> Stamp:
        """Give the stamp of `data`."""
        return cls(len(data), hashlib.sha256(data).hexdigest())


class Put(NamedTuple):
    """An output that stands in its place."""

    path: str
    stamp: Stamp
    changed: bool
    """Whether it was not yet as it is now."""


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
        self._root = str(root)
        self.dry_run = dry_run
        self.journal = Journal(root / STATE_FOLDER, process or os.getpid())
        """What is written while no manifest tells about it."""
        self._real_folders: set[str] = set()

    def put(self, outputs: Mapping[str, bytes]) -> Iterator[Put]:
        """Make data the content of files, by path; tell about each when it is there."""
        stamps = {path: Stamp.of(data) for path, data in outputs.items()}
        if not self.dry_run:
            for path in (f"{STATE_FOLDER}/", *outputs):
                self._check_folder(path)
        changed = {path: stamp.sha256 for path, stamp in stamps.items() if not self._has(path, stamp)}
        if changed and not self.dry_run:
            self.journal.note(changed)
        for path, data in outputs.items():
            if path in changed and not self.dry_run:
                self._write(path, data)
            yield Put(path, stamps[path], path in changed)

    def stamp(self, path: str) -> Stamp | None:
        """Give the stamp of the file at `path`; None where there is no regular file."""
        digest, size = hashlib.sha256(), 0
        try:
            with open_regular(self._place(path)) as file:
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

    def put_pieces(self, path: str, pieces: Iterable[str]) -> Put:
        """Make a text the content of a file, which is never held whole."""
        with self.writing(path, noted=True) as writer:
            for piece in pieces:
                writer.write(piece)
        return Put(path, writer.stamp(), writer.changed)

    @contextmanager
    def writing(self, path: str, *, noted: bool = False) -> Iterator[Writer]:
        """Give a writer for the file at `path`, which becomes that file when all went well and it differs.

        One that the manifest is to tell about is `noted` in the journal first.
        """
        if self.dry_run:
            yield (writer := Writer(None))
            writer.changed = not self._has(path, writer.stamp())
            return
        self._check_folder(path)
        with self._unfinished() as (file, name), BufferedWriter(file) as buffered:
            yield (writer := Writer(buffered))
            buffered.close()
            writer.changed = not self._has(path, writer.stamp())
            if writer.changed:
                if noted:
                    self.journal.note({path: writer.stamp().sha256})
                self._replace(name, path)
            else:
                os.unlink(name)  # noqa: PTH108

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
            self._write(path, b"*\n")

    def _remove_unfinished(self, is_abandoned: Callable[[str], bool]) -> None:
        for file in (self.root / STATE_FOLDER).glob(f"{_UNFINISHED}*-*"):
            if is_abandoned(file.name.split("-")[1]):
                with suppress(OSError):  # a folder of that name is none of guidec's
                    file.unlink()

    def _has(self, path: str, stamp: Stamp) -> bool:
        """Tell whether the file at `path` has this stamp; it is read only where its size is right."""
        try:
            status = os.lstat(self._place(path))
        except (OSError, ValueError):  # ValueError: no file can have such a name
            return False
        return stat.S_ISREG(status.st_mode) and status.st_size == stamp.size and self.stamp(path) == stamp

    def _write(self, path: str, data: bytes) -> None:
        with self._unfinished() as (file, name):
            write_all(file, data)
            file.close()
            self._replace(name, path)

    @contextmanager
    def _unfinished(self) -> Iterator[tuple[FileIO, str]]:
        """Make a file that has no place yet; give its name, too. It is removed where something fails meanwhile."""
        name = f"{STATE_FOLDER}/{_UNFINISHED}{os.getpid()}-{_MACHINE}-{next(_numbers)}"
        self._check_folder(name)
        temporary = self._place(name)
        file = FileIO(temporary, "x")
        try:
            with file:
                yield file, temporary
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(temporary)  # noqa: PTH108
            raise

    def _replace(self, temporary: str, path: str) -> None:
        # replace() puts the new file where a link stood, and never writes to what the link points at.
        os.replace(temporary, self._place(path))  # noqa: PTH105

    def _place(self, path: str) -> str:
        """Give the path of an output; a `Path` for each file would take longer than to write it."""
        return f"{self._root}/{path}"

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
