"""Opens regular files and nothing else, whatever somebody has put in their place."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from io import DEFAULT_BUFFER_SIZE
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import FileIO
    from pathlib import Path
    from typing import BinaryIO

LONGEST_LINE = 1 << 26
"""Bytes; a line tells about one guide."""
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)


def open_at_once(path: str, flags: int) -> int:
    """Open as `os.open` does, but not what a link leads to, and without waiting for the other end of a pipe."""
    return os.open(path, flags | _NO_FOLLOW | _NO_WAIT, 0o666)


@contextmanager
def open_regular(path: Path | str) -> Iterator[BinaryIO]:
    """Open a regular file for reading; anything else is an OSError."""
    # Where the size of the buffer is given, nobody asks whether the file is a terminal.
    with open(path, "rb", DEFAULT_BUFFER_SIZE, opener=open_at_once) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        yield file


def write_all(file: FileIO, data: bytes) -> None:
    """Write all of `data`; a disk that is nearly full takes a part, and says only the next time that it is full."""
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def read_lines(path: Path) -> Iterator[bytes]:
    """Give the lines of a regular file; ValueError where one is longer than any that guidec writes."""
    with open_regular(path) as file:
        while line := file.readline(LONGEST_LINE + 1):
            if len(line) > LONGEST_LINE:
                raise ValueError("the line is too long")
            yield line
