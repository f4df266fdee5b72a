"""Reads guides and the files that they include: regular UTF-8 files inside the content root, nothing else."""

from __future__ import annotations

import os
import stat
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from guidec.config.settings import Limits
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.files import (
    FILE_TOO_LARGE,
    INVALID_ENCODING,
    NOT_A_REGULAR_FILE,
    OUTSIDE_CONTENT_ROOT,
    UNREADABLE_FILE,
)
from guidec.regular import open_regular
from guidec.source import Source

if TYPE_CHECKING:
    from guidec.diagnostics.rule import Rule

BYTE_ORDER_MARKS = {  # the longer ones first: UTF-32's little-endian mark starts with UTF-16's
    b"\xff\xfe\x00\x00": "UTF-32 (little-endian)",
    b"\x00\x00\xfe\xff": "UTF-32 (big-endian)",
    b"\xff\xfe": "UTF-16 (little-endian)",
    b"\xfe\xff": "UTF-16 (big-endian)",
}
MAX_ENTRIES = 5000
"""Names of a folder that are looked through; looking through more for each guide would cost too much."""
MAX_SIZE = Limits().file_size
NUL_SHARE = 4
"""Where one byte in so many or more is NUL, a file is taken for UTF-16 or binary data."""


class Readable(Protocol):
    """Where guides are read from; every path is relative to the content root, with forward slashes."""

    docs_folder: str
    """The docs root, relative to the content root."""

    def read_bytes(self, path: str) -> bytes | Diagnostic:
        """Read the bytes of the file at `path`, or say why it is not read."""

    def entries(self, folder: str) -> list[tuple[str, bool]]:
        """Give the names in a folder, each with whether it is a folder; none of a very large folder."""

    def is_file(self, path: str) -> bool:
        """Tell whether a regular file that may be read stands at `path`."""

    def locate(self, specifier: str, importer: str) -> str:
        """Give the path, free of links, of the file that `specifier` names in the file `importer`.

        A specifier that starts with `/` is relative to the docs root, any other to the importer's folder. Raises
        ValueError where no file can have such a name.
        """


class Files:
    """The folders that may be read, and how large a file may be."""

    def __init__(self, root: Path, docs_root: Path | None = None, max_size: int = MAX_SIZE) -> None:
        self._root = os.path.realpath(root)
        self.root = Path(self._root)
        """The content root; paths of guides and diagnostics are relative to it, with forward slashes."""
        self.docs_root = Path(os.path.realpath(docs_root or root))
        """What a path that starts with `/` is relative to."""
        self.docs_folder = self.relative(str(self.docs_root))
        """The docs root, relative to the content root."""
        self.max_size = max_size
        """Bytes of one file."""
        self._roots = tuple({os.path.join(root, "") for root in (self.root, self.docs_root)})  # noqa: PTH118
        self._real_folders: dict[str, str] = {}

    def read_bytes(self, path: str) -> bytes | Diagnostic:
        """Read the bytes of the file at `path`, relative to the content root, or say why it is not read."""
        try:
            real = self._real(path)
            if self._contains(real):
                return self._read_regular(real, path)
        except (OSError, ValueError) as error:  # ValueError: no file can have such a name
            reason = getattr(error, "strerror", None) or "no valid path"
            return _refused(
                UNREADABLE_FILE, f"Unexpected failure to read ({reason}), expected a readable file", path
            )
        message = "Unexpected path outside the content root, expected a file inside it"
        return _refused(OUTSIDE_CONTENT_ROOT, message, path)

    def entries(self, folder: str) -> list[tuple[str, bool]]:
        """Give the names in a folder, relative to the content root or empty, each with whether it is a folder.

        What leads out of the roots is left out. A folder that cannot be read, or is very large, has no names.
        """
        try:
            real = os.path.realpath(self.root / folder)
            if not self._contains(real):
                return []
            with os.scandir(real) as found:
                listed = list(islice(found, MAX_ENTRIES + 1))
        except (OSError, ValueError):
            return []
        if len(listed) > MAX_ENTRIES:
            return []
        return [
            (entry.name, entry.is_dir(follow_symlinks=False))
            for entry in listed
            if not entry.is_symlink() or self._contains(os.path.realpath(entry.path))
        ]

    def is_file(self, path: str) -> bool:
        """Tell whether a regular file that may be read stands at `path`, relative to the content root."""
        try:
            real = self._real(path)
            return self._contains(real) and stat.S_ISREG(os.stat(real).st_mode)  # noqa: PTH116
        except (OSError, ValueError):
            return False

    def locate(self, specifier: str, importer: str) -> str:
        """Give the path, free of links, of the file that `specifier` names in the file `importer`."""
        base = self.docs_root if specifier.startswith("/") else (self.root / importer).parent
        return self.relative(os.path.realpath(base / specifier.lstrip("/")))

    def _real(self, path: str) -> str:
        """Give a path without symbolic links; that of a folder is looked up once, for all files in it."""
        folder, name = os.path.split(os.path.join(self._root, path))  # noqa: PTH118 - a Path takes ten times as long
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(folder)
        real = os.path.join(self._real_folders[folder], name)  # noqa: PTH118
        return os.path.realpath(real) if name == ".." or os.path.islink(real) else real  # noqa: PTH114

    def _contains(self, real: str) -> bool:
        """Tell whether a path without symbolic links is inside the content root or docs root."""
        return any(f"{real}{os.sep}".startswith(root) for root in self._roots)

    def relative(self, real: str) -> str:
        """Give a path without symbolic links relative to the content root, with forward slashes."""
        return Path(os.path.relpath(real, self.root)).as_posix()

    def _read_regular(self, real: str, path: str) -> bytes | Diagnostic:
        status = os.stat(real)  # noqa: PTH116
        if not stat.S_ISREG(status.st_mode):
            return _refused(
                NOT_A_REGULAR_FILE, f"Unexpected {_kind(status.st_mode)}, expected a regular file", path
            )
        if status.st_size > self.max_size:
            return self._too_large(status.st_size, path)
        # Between looking and opening, a pipe or a link may have taken the file's place, or the file may have grown.
        with open_regular(real) as file:
            # Room for the largest file is not asked for where a small one is expected.
            data = file.read(status.st_size + 1)
            if len(data) > status.st_size:
                data += file.read(self.max_size + 1 - len(data))
        return data if len(data) <= self.max_size else self._too_large(len(data), path)

    def _too_large(self, size: int, path: str) -> Diagnostic:
        message = f"Unexpected size of {size} bytes, expected at most {self.max_size}"
        return _refused(FILE_TOO_LARGE, message, path)


def read_file(path: str) -> Source | Diagnostic:
    """Read a file that a person named, wherever it is."""
    file = Path(os.path.abspath(path))  # noqa: PTH100 - realpath() follows when the file is read
    data = Files(Path(file.anchor)).read_bytes(str(file))
    return replace(data, path=path) if isinstance(data, Diagnostic) else decode(data, path)


def decode(data: bytes, path: str) -> Source | Diagnostic:
    """Make a source of the bytes of a file, or name the byte or mark that is not UTF-8."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _refused(INVALID_ENCODING, f"Unexpected {encoding} byte order mark, expected UTF-8", path)
    if data.count(0) * NUL_SHARE > len(data):
        return _refused(
            INVALID_ENCODING, "Unexpected NUL bytes throughout the file, expected UTF-8 text", path
        )
    try:
        return Source(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        before = Source(data[: error.start].decode("utf-8"), path)
        message = f"Unexpected byte 0x{data[error.start]:02x} at byte offset {error.start}, expected UTF-8"
        end = len(before.text)
        return Diagnostic.at(INVALID_ENCODING, message, before.span(end, end))


def _refused(rule: Rule, message: str, path: str) -> Diagnostic:
    return Diagnostic.in_file(rule, message, path)


def _kind(mode: int) -> str:
    kinds = {stat.S_IFDIR: "folder", stat.S_IFIFO: "pipe", stat.S_IFSOCK: "socket"}
    return kinds.get(stat.S_IFMT(mode), "device")
