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
    from collections.abc import Iterable, Iterator

    from guidec.build.job import Job

_DEPENDENCIES = ("beautifulsoup4", "jinja2", "markdown_it_py", "pydantic", "ruamel")


def cache_key(job: Job) -> str:
    """Give a digest of guidec itself, its templates, the libraries it works with, the job, and what targets read.

    Same key and same inputs means same outputs, also while guidec's own code is being changed.
    """
    digest = hashlib.sha256(repr(job.decisive()).encode())
    digest.update(repr((sys.version_info[:2], sorted(_installed()))).encode())
    package, templates = Path(__file__).resolve().parent.parent, template_folder()
    folders = [
        (package, package.rglob("*.py")),
        (package, package.glob("targets/schema/*")),
        (templates, templates.rglob("*")),
        *_read_by_targets(job),
    ]
    for folder, files in folders:
        for file in filter(Path.is_file, sorted(files)):
            name = Path(os.path.relpath(file, folder)).as_posix()
            digest.update(f"\0{name}\0".encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _read_by_targets(job: Job) -> Iterator[tuple[Path, Iterable[Path]]]:
    """Give the files that the project's own targets and merging read, each with the folder that it is named below."""
    settings = job.settings
    for own in settings.own_targets:
        yield settings.folder, own.files(settings.folder)
    if settings.connector_files and job.merges:
        root = settings.connector_files
        folder = root if root.is_dir() else root.parent
        yield folder, [folder / name for name in connector_files(root)]


def _installed() -> Iterator[str]:
    """Give the names of the folders that installers keep for libraries; each holds the version."""
    for folder in sys.path:
        with suppress(OSError):
            yield from (path.name for path in Path(folder).iterdir() if _is_dependency(path.name.lower()))


def _is_dependency(name: str) -> bool:
    return name.endswith(".dist-info") and name.startswith(_DEPENDENCIES)
