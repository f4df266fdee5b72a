"""What a build has put into the output folder while no manifest tells about it yet.

A build that is killed leaves its journal behind, and the next one removes what it names: a file that no manifest tells
about would never be removed. A file is named before it is there, and is guidec's own only with the SHA-256 that the
journal gives.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from guidec.build.processes import is_gone
from guidec.regular import open_at_once, read_lines, write_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

_NAME = "written-{}.jsonl"


class Journal:
    """The journals in a state folder; this build's own is that of the process that started it."""

    def __init__(self, folder: Path, process: int) -> None:
        self._folder = folder
        self._own = folder / _NAME.format(process)

    def note(self, outputs: Mapping[str, str]) -> None:
        """Write down outputs with their SHA-256; those of all workers come into the same file, a line each."""
        lines = "".join(f"{json.dumps(entry)}\n" for entry in outputs.items())
        with open(self._own, "ab", buffering=0, opener=open_at_once) as file:
            write_all(file, lines.encode())

    def abandoned(self) -> Iterator[tuple[str, str]]:
        """Give what builds wrote down that are no longer under way, this process's last one among them."""
        for file in self._abandoned():
            with suppress(OSError, ValueError, RecursionError, TypeError):
                for line in read_lines(file):
                    path, sha256 = json.loads(line)
                    yield str(path), str(sha256)

    def clear(self) -> None:
        """Forget all that, for a manifest tells about it now, or it is gone."""
        for file in self._abandoned():
            with suppress(OSError):
                file.unlink()

    def _abandoned(self) -> list[Path]:
        files = self._folder.glob(_NAME.format("*"))
        return [file for file in files if file == self._own or is_gone(file.stem.partition("-")[2])]
