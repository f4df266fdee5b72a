"""The outputs of the last build, as its manifest names them: which guides had them, and which nobody gives any more."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain
from typing import TYPE_CHECKING

from guidec.build.collisions import guide_id
from guidec.build.manifest import read_outputs
from guidec.build.packed import Packed
from guidec.file_names import GUIDE_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence

    from guidec.build.output import OutputFolder


class LastBuild:
    """Reads the manifest of the last build beside the records of this one.

    Both are in the order of the guides' paths, so that only those outputs are held that differ.
    """

    def __init__(self, folder: OutputFolder, guides: Sequence[str], fresh: Collection[str]) -> None:
        """Read the manifest in `folder` for a build of `guides`, in order; the `fresh` keep their outputs."""
        self._folder = folder
        self._guides = guides
        self._fresh = fresh
        self._entries = self._read(gone=False)
        self._next = next(self._entries, None)
        self._dropped: dict[str, str] = {}
        """Outputs that the guide which had them does not give again, with their SHA-256; another may."""
        self._given = Packed()

    def close(self) -> None:
        """Close the manifest, where a build ends before it was read to its end."""
        self._entries.close()

    def gone(self) -> Iterator[tuple[str, str]]:
        """Give the outputs, with their SHA-256, of guides that are gone, and whose id no other guide has now."""
        for _, outputs in self._read(gone=True):
            yield from outputs.items()

    def outputs_of(self, guide: str) -> Mapping[str, str]:
        """Give the outputs that `guide` had, with their SHA-256; guides are asked for in their order."""
        while self._next and self._next[0] < guide:
            self._dropped |= self._advance()
        return self._advance() if self._next and self._next[0] == guide else {}

    def note(self, before: Mapping[str, str], now: Iterable[str]) -> None:
        """Take note that a guide that had the outputs `before` has these `now`."""
        now = list(now)
        self._dropped |= {path: sha256 for path, sha256 in before.items() if path not in now}
        self._given.extend(now)

    def leftovers(self, shared: Iterable[str]) -> dict[str, str]:
        """Give the outputs, with their SHA-256, that no guide gave again and that are not `shared`."""
        while self._next:
            self._dropped |= self._advance()
        if self._dropped:
            for path in chain(self._given, shared):
                self._dropped.pop(path, None)
        return self._dropped

    def _advance(self) -> Mapping[str, str]:
        assert self._next
        (_, outputs), self._next = self._next, next(self._entries, None)
        return outputs

    def _read(self, *, gone: bool) -> Generator[tuple[str, Mapping[str, str]], None, None]:
        for path, outputs in read_outputs(self._folder):
            if path not in self._fresh and self._is_gone(path) == gone:
                yield path, outputs

    def _is_gone(self, path: str) -> bool:
        return bool(path) and not any(self._has_guide(guide_id(path) + suffix) for suffix in GUIDE_SUFFIXES)

    def _has_guide(self, path: str) -> bool:
        place = bisect_left(self._guides, path)
        return self._guides[place : place + 1] == [path]
