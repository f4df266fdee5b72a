"""A side that stands on the disk: a file, a folder of guides, or what `guidec build` wrote."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from guidec.build.manifest import MANIFEST
from guidec.build.scan import scan
from guidec.changes.sides.side import DATA_SUFFIX, SOURCE_SUFFIXES, Side
from guidec.config import load_settings
from guidec.diagnostics.rules.files import OUTPUT_FOLDER
from guidec.file_names import shown_path
from guidec.files import Files

DATA_FOLDER = "json"
"""Where `guidec build` puts typed guides."""


def file_side(name: str) -> Side:
    """Give the side that is one file; ValueError if it can be no guide."""
    path = Path(os.path.abspath(name))  # noqa: PTH100 - a symbolic link is a guide of its own
    if path.suffix == DATA_SUFFIX:
        side = Side(name, Files(path.parent), name.removesuffix(path.name), is_one=True)
        side.add_data([path.name])
        return side
    if path.suffix not in SOURCE_SUFFIXES:
        raise ValueError(name)
    settings = load_settings(path.parent)
    root = Path(os.path.abspath(settings.content))  # noqa: PTH100
    root = root if path.is_relative_to(root) else path.parent
    below = path.relative_to(root).as_posix()
    prefix = name.removesuffix(below) if name.endswith(below) else f"{shown_path(root)}/"
    files = Files(root, settings.docs_root, settings.limits.file_size)
    side = Side(name, files, prefix, is_one=True)
    side.add_sources([below], settings)
    return side


def folder_side(name: str) -> Side:
    """Give the side that is a folder: the content root, or an output folder, or one of JSON."""
    folder = Path(name)
    prefix = "" if name == "." else f"{name.rstrip('/')}/"
    if (folder / MANIFEST).is_file() and (folder / DATA_FOLDER).is_dir():
        return folder_side(f"{prefix}{DATA_FOLDER}")
    settings = replace(load_settings(folder), content=folder)
    found = scan(folder, settings.out, settings.exclude)
    files = Files(folder, settings.docs_root, settings.limits.file_size)
    side = Side(name, files, prefix)
    side.report(one for one in found.diagnostics if one.rule is not OUTPUT_FOLDER)
    if found.guides:
        side.add_sources(found.guides, settings)
    else:
        side.add_data(sorted(path.relative_to(folder).as_posix() for path in folder.rglob(f"*{DATA_SUFFIX}")))
    return side
