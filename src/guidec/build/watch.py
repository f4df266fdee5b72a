"""Waits until something changes that a build reads: looks at every file a few times a second.

Asking each operating system to tell about changes takes a library of its own; looking costs a few milliseconds for a
thousand files, works on network folders and in containers, and never misses a change.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from guidec.build.scan import LEFT_OUT, holds_outputs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from guidec.config import Settings

INTERVAL = 0.2
"""Seconds between two looks at least."""
SHARE = 10
"""Looking takes at most one part of so many of the time, however many files there are."""
CONFIGURATIONS = ("guidec.toml", "pyproject.toml")

Snapshot = dict[str, tuple[int, int]]
"""Time of the last change and size of each file, by path."""


def snapshot(settings: Settings) -> Snapshot:
    """Look at all files that a build with these settings reads."""
    folders = {settings.content, settings.docs_root or settings.content}
    seen = dict(entry for folder in folders for entry in _below(folder, settings.out))
    files = [settings.folder / name for name in CONFIGURATIONS]
    files += (file for own in settings.own_targets for file in own.files(settings.folder))
    if settings.connector_files:
        seen |= dict(_below(settings.connector_files, settings.out))
        files.append(settings.connector_files)
    for file in files:
        try:
            status = file.stat()
        except OSError:
            continue
        seen[str(file)] = status.st_mtime_ns, status.st_size
    return seen


def wait_for_change(settings: Settings, before: Snapshot) -> list[str]:
    """Wait until files differ from what they were `before`, and rest again; give their paths."""
    earlier = before
    while True:
        started = time.monotonic()
        now = snapshot(settings)
        if now != before and now == earlier:  # a save is often several writes
            return sorted({path for path, _ in now.items() ^ before.items()})
        earlier = now
        time.sleep(max(INTERVAL, (time.monotonic() - started) * SHARE))


def _below(folder: Path, out: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    real_out = os.path.realpath(out)
    pending = [str(folder)]
    while pending:
        try:
            entries = [*os.scandir(current := pending.pop())]
        except OSError:
            continue
        if current != str(folder) and holds_outputs(entries):
            continue
        for entry in entries:
            if entry.name.startswith(".") or entry.name == LEFT_OUT:
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    if os.path.realpath(entry.path) != real_out:
                        pending.append(entry.path)
                elif entry.is_file():
                    status = entry.stat()
                    yield entry.path, (status.st_mtime_ns, status.st_size)
            except OSError:
                continue
