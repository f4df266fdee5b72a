"""Tells which guides need not be compiled again."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from guidec.diagnostics.diagnostic import Diagnostic
from guidec.lookups import MANY, Lookups

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from guidec.build.cache import Cache
    from guidec.build.output import OutputFolder, Stamp
    from guidec.build.record import Record
    from guidec.files import Files


class Freshness:
    """Compares what a cache says with what stands on the disk."""

    def __init__(self, cache: Cache, files: Files, folder: OutputFolder) -> None:
        self._cache = cache
        self._files = files
        self._folder = folder
        self._out = str(folder.root)
        self._written = cache.path.stat().st_mtime_ns
        self._snippets: dict[str, str | None] = {}
        self._lookups = Lookups(files)

    def guides(self, paths: Collection[str]) -> set[str]:
        """Give those of `paths` whose inputs and outputs all are what they were."""
        return {
            record.path for record in self._cache.records() if record.path in paths and self._is_fresh(record)
        }

    def intact(self, outputs: Mapping[str, Stamp]) -> bool:
        """Tell whether the outputs are as they were written."""
        return all(self._is_intact(path, stamp) for path, stamp in outputs.items())

    def _is_fresh(self, record: Record) -> bool:
        if self._lookups.are_many:
            self._lookups = Lookups(self._files)
        same = all(
            self._hash(path, own=path == record.path) == sha256 for path, sha256 in record.inputs.items()
        )
        asked = same and all(
            self._lookups.answer(question) == answer for question, answer in record.answers.items()
        )
        return asked and self.intact(record.outputs)

    def _hash(self, path: str, *, own: bool) -> str | None:
        if own:
            return self._read(path)
        if path not in self._snippets:  # many guides include the same few files
            if len(self._snippets) >= MANY:
                self._snippets.clear()
            self._snippets[path] = self._read(path)
        return self._snippets[path]

    def _read(self, path: str) -> str | None:
        data = self._files.read_bytes(path)
        return None if isinstance(data, Diagnostic) else hashlib.sha256(data).hexdigest()

    def _is_intact(self, path: str, stamp: Stamp) -> bool:
        try:
            status = os.lstat(f"{self._out}/{path}")
        except OSError:
            return False
        # A file of the same size that is older than the cache is the one that the cache tells about, as in make:
        # reading all outputs again would cost more than all the rest of a build where nothing changed.
        if status.st_size == stamp.size and status.st_mtime_ns < self._written:
            return True
        return self._folder.stamp(path) == stamp
