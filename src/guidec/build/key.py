"""The key of a cache: whatever besides the guides decides what a build writes."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.connector_files import connector_files
from guidec.targets.templates import template_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.build.job import Job

_DEPENDENCIES = ("beautifulsoup4", "jinja2", "markdown_it_py", "pydantic", "ruamel")


def cache_key(job: Job) -> str:
    """Give a digest of guidec itself, its templates, the libraries it works with, the job, and what targets read.

    Same key and same inputs means same outputs, also while guidec's own code is being changed.
    """
    digest = hashlib.sha256(repr(job.decisive()).encode())
    digest.update(repr((sys.version_info[:2], sorted(_installed()))).encode())
    package, templates = Path(__file__).resolve().parent.parent, template_folder()
    for name, file in (*_below(str(package)), *_below(str(templates)), *_read_by_targets(job)):
        digest.update(f"\0{name}\0".encode())
        with open(file, "rb", buffering=0) as opened:  # noqa: PTH123
            digest.update(opened.read())
    return digest.hexdigest()


def _below(folder: str, above: str = "") -> Iterator[tuple[str, str]]:
    """Give name and path of all files below a folder, in order; a `Path` for each would take three times as long."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            if entry.is_file():
                yield above + entry.name, entry.path
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _below(entry.path, f"{above}{entry.name}/")


def _read_by_targets(job: Job) -> Iterator[tuple[str, str]]:
    """Give name and path of the files that the project's own targets and merging read."""
    settings = job.settings
    for own in settings.own_targets:
        for file in sorted(own.files(settings.folder)):
            yield Path(os.path.relpath(file, settings.folder)).as_posix(), str(file)
    if settings.connector_files and job.merges:
        root = settings.connector_files
        folder = root if root.is_dir() else root.parent
        yield from ((name, str(folder / name)) for name in connector_files(root) if (folder / name).is_file())


def _installed() -> Iterator[str]:
    """Give the names of the folders that installers keep for libraries; each holds the version."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (name for name in os.listdir(folder) if _is_dependency(name.lower()))  # noqa: PTH208


def _is_dependency(name: str) -> bool:
    return name.endswith(".dist-info") and name.startswith(_DEPENDENCIES)
