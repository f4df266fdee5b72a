"""What the last build knew, so that a guide is compiled again only where something behind it changed.

The cache is a file of lines: a `Record` for each guide in the order of their paths, the stamps of the files
that all guides share, and a digest of the key and all lines above. A file that is damaged, was written for
another key, or is not there counts as no cache. It is read as a stream, so a build's memory does not grow
with the number of guides.
"""

from __future__ import annotations

import hashlib
import json
from itertools import islice
from typing import TYPE_CHECKING, Self

from guidec.build.output import STATE_FOLDER, OutputFolder, Stamp, Writer
from guidec.build.record import Record
from guidec.regular import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CACHE_FILE = f"{STATE_FOLDER}/guides.jsonl"


class Cache:
    """The records of the last build with the same key."""

    def __init__(self, path: Path, guides: int, shared: Mapping[str, Stamp]) -> None:
        self.path = path
        self.guides = guides
        """How many records there are."""
        self.shared = shared
        """The stamps of the files that are made of all guides together, or of none."""

    @classmethod
    def open(cls, folder: OutputFolder, key: str) -> Self | None:
        """Open the cache in `folder`; None where there is none for this `key`."""
        path = folder.root / CACHE_FILE
        try:
            guides, shared = json.loads(_verified_end(path, key))
            return cls(path, int(guides), {name: Stamp(*stamp) for name, stamp in shared.items()})
        except (OSError, ValueError, AttributeError, RecursionError, TypeError):
            return None

    def records(self) -> Iterator[Record]:
        """Read the records, in the order of their paths."""
        yield from (Record.from_json(line.decode()) for line in islice(read_lines(self.path), self.guides))


def _verified_end(path: Path, key: str) -> bytes:
    """Give the last line of JSON, after the digest was found to be right; ValueError where it is not."""
    digest, shared, line = hashlib.sha256(key.encode()), b"", b""
    for following in read_lines(path):
        digest.update(line)
        shared, line = line, following
    if line.decode("ascii") != digest.hexdigest():
        raise ValueError("the digest does not fit")
    return shared


class CacheWriter:
    """Writes a new cache line by line."""

    def __init__(self, writer: Writer, key: str) -> None:
        self._writer = writer
        self._digest = hashlib.sha256(key.encode())
        self._guides = 0

    def add(self, record: Record) -> None:
        """Write the next record, if it may be used again; they come in the order of their paths."""
        if not record.repeatable:
            return
        self._line(record.to_json())
        self._guides += 1

    def finish(self, shared: Mapping[str, Stamp]) -> None:
        """Write the number of records, the stamps of the shared files, and the digest."""
        stamps = {path: [stamp.size, stamp.sha256] for path, stamp in shared.items()}
        self._line(json.dumps([self._guides, stamps]))
        self._writer.write(self._digest.hexdigest())

    def _line(self, text: str) -> None:
        self._digest.update(f"{text}\n".encode())
        self._writer.write(f"{text}\n")
