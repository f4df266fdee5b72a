"""Finds the guides below a content root.

A guide is a file that ends in `.mdx`, `.md` or `.html`. Names that start with a dot, `node_modules`, the output folder,
those of other builds and whatever the configuration excludes are left out. The order is that of the paths, on every
machine.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from guidec.build.manifest import MANIFEST, is_manifest
from guidec.build.output import STATE_FOLDER
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.files import (
    OUTPUT_FOLDER,
    OUTSIDE_CONTENT_ROOT,
    SYMLINKED_FOLDER,
    UNREADABLE_FILE,
)
from guidec.file_names import GUIDE_SUFFIXES, wrong_name
from guidec.source import SURROGATE

if TYPE_CHECKING:
    from collections.abc import Iterable

LEFT_OUT = "node_modules"


@dataclass(slots=True)
class Scan:
    """What stands below a content root."""

    guides: list[str] = field(default_factory=list)
    """Paths relative to the root, with forward slashes, sorted by code point."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def scan(root: Path, out: Path | None = None, exclude: tuple[str, ...] = ()) -> Scan:
    """Find the guides below `root`, leaving out the folder `out` and paths that match a pattern in `exclude`."""
    found = Scan()
    real_root, real_out = os.path.realpath(root), os.path.realpath(out) if out else None
    folders = [""]
    while folders:
        folder = folders.pop()
        inside = entries(root, folder, found)
        if folder and holds_outputs(inside):
            found.diagnostics.append(_output_folder(folder))
            continue
        for entry in inside:
            path = folder + entry.name
            if is_left_out(entry.name, path, exclude):
                continue
            wrong = wrong_name(path)
            if wrong and (path.endswith(GUIDE_SUFFIXES) or SURROGATE.search(entry.name)):
                found.diagnostics.append(wrong)
            elif entry.is_dir(follow_symlinks=False):
                if os.path.join(real_root, path) != real_out:  # noqa: PTH118 - no folder above it is a link
                    folders.append(f"{path}/")
            elif _leads_to_folder(entry):
                found.diagnostics.append(_symlinked_folder(root, entry.path, path))
            elif path.endswith(GUIDE_SUFFIXES):
                found.guides.append(path)
    found.guides.sort()
    found.diagnostics.sort(key=lambda diagnostic: diagnostic.path)
    return found


def entries(root: Path, folder: str, found: Scan) -> list[os.DirEntry[str]]:
    """Give what stands in a folder below `root`; report a folder that cannot be read."""
    try:
        with os.scandir(root / folder) as inside:
            return list(inside)
    except OSError as error:
        message = f"Unexpected failure to read the folder ({error.strerror}), expected a readable folder"
        found.diagnostics.append(Diagnostic.in_file(UNREADABLE_FILE, message, folder.rstrip("/") or "."))
        return []


def holds_outputs(inside: Iterable[os.DirEntry[str]]) -> bool:
    """Tell by what stands in a folder whether a build wrote to it: a manifest of guidec's, or its cache."""
    return any(
        (entry.name == MANIFEST and is_manifest(entry.path))
        or (entry.name == STATE_FOLDER and entry.is_dir(follow_symlinks=False))
        for entry in inside
    )


def _output_folder(folder: str) -> Diagnostic:
    message = "Unexpected outputs of another build, expected guides: the folder is left out"
    return Diagnostic.in_file(OUTPUT_FOLDER, message, folder.rstrip("/"))


def _leads_to_folder(link: os.DirEntry[str]) -> bool:
    """Tell whether a link leads to a folder; one in a loop leads nowhere, and reading it says so."""
    try:
        return link.is_dir()
    except OSError:
        return False


def is_left_out(name: str, path: str, exclude: tuple[str, ...]) -> bool:
    """Tell whether a file or folder of this name and path is left out with all that is in it."""
    return name.startswith(".") or name == LEFT_OUT or any(fnmatchcase(path, pattern) for pattern in exclude)


def _symlinked_folder(root: Path, link: str, path: str) -> Diagnostic:
    if Path(os.path.realpath(link)).is_relative_to(os.path.realpath(root)):
        return Diagnostic.in_file(
            SYMLINKED_FOLDER, "Unexpected symbolic link to a folder, expected the folder", path
        )
    message = "Unexpected symbolic link out of the content root, expected a folder inside it"
    return Diagnostic.in_file(OUTSIDE_CONTENT_ROOT, message, path)
