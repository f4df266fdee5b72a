"""A side that stands in a revision of git, with the configuration and the snippets of that revision."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from guidec.build.manifest import MANIFEST, begins_manifest
from guidec.build.scan import is_left_out
from guidec.changes.sides.folder import DATA_FOLDER
from guidec.changes.sides.git_files import GitFiles
from guidec.changes.sides.side import DATA_SUFFIX, SOURCE_SUFFIXES, Side
from guidec.config import ConfigurationError, Settings
from guidec.config.load import OWN_FILE, SHARED_FILE, settings_in
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.configuration import INVALID_CONFIGURATION
from guidec.diagnostics.rules.revisions import NOT_IN_REVISION
from guidec.file_names import GUIDE_SUFFIXES
from guidec.files import MAX_SIZE, decode
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from guidec.changes.sides.git import Entry, Repository


class Revision:
    """One tree of a repository."""

    def __init__(self, repository: Repository, name: str, tree: str) -> None:
        self.name = name
        """As the user calls it."""
        self.fallback: Settings | None = None
        """What holds where this revision has no configuration: it is from before guidec, or after."""
        self._repository = repository
        self._files: Mapping[str, Entry] = repository.files(tree)

    def content(self) -> Side:
        """Give the side that is the content root, as the configuration at this revision has it."""
        settings = self._settings(self._repository.prefix)
        return self._folder(self.name, self._relative(settings.content), settings)

    def side(self, name: str, path: str) -> Side:
        """Give the side that is a file or folder at `path` from the top; ValueError if the file can be no guide."""
        path = posixpath.normpath(path) if path else ""
        path = "" if path == "." else path
        if path in self._files:
            return self._file(name, path)
        if path and (self._has(f"{path}/{MANIFEST}") and self._has(f"{path}/{DATA_FOLDER}/")):
            path = f"{path}/{DATA_FOLDER}"
        return self._folder(name, path, replace(self._settings(path), content=self._repository.top / path))

    def _file(self, name: str, path: str) -> Side:
        folder = posixpath.dirname(path)
        settings = self._settings(folder)
        root = self._relative(settings.content)
        if path.endswith(DATA_SUFFIX) or (root and not path.startswith(f"{root}/")):
            root = folder
        side = self._empty(name, root, settings, is_one=True)
        below = path.removeprefix(f"{root}/") if root else path
        if path.endswith(DATA_SUFFIX):
            side.add_data([below])
        elif path.endswith(SOURCE_SUFFIXES):
            side.add_sources([below], settings)
        else:
            raise ValueError(path)
        return side

    def _folder(self, name: str, root: str, settings: Settings) -> Side:
        side = self._empty(name, root, settings)
        if root and not self._has(f"{root}/"):
            message = f"Unexpected absence at `{self.name}`, expected a file or folder that git knows there"
            side.problems.append(Diagnostic.in_file(NOT_IN_REVISION, message, f"{self.name}:{root}"))
            side.is_missing = True
            return side
        out = posixpath.relpath(self._relative(settings.out) or ".", root or ".")
        below = self._below(root)
        outs = {out, *self._output_folders(root, below)}
        paths = [path for path in below if not _is_left_out(path, outs, settings.exclude)]
        guides = [path for path in paths if path.endswith(GUIDE_SUFFIXES)]
        if guides:
            side.add_sources(guides, settings)
        else:
            side.add_data(path for path in paths if path.endswith(DATA_SUFFIX))
        return side

    def _empty(self, name: str, root: str, settings: Settings, *, is_one: bool = False) -> Side:
        docs_root = self._relative(settings.docs_root) if settings.docs_root else None
        files = GitFiles(self._repository, self._files, root, docs_root, settings.limits.file_size)
        prefix = f"{self.name}:{root}/" if root else f"{self.name}:"
        return Side(name, files, prefix, is_one=is_one)

    def _below(self, root: str) -> list[str]:
        start = f"{root}/" if root else ""
        return sorted(
            path.removeprefix(start)
            for path, entry in self._files.items()
            if path.startswith(start) and (entry.is_file or entry.is_link)
        )

    def _output_folders(self, root: str, paths: list[str]) -> Iterator[str]:
        """Give the folders below `root` that hold what a build wrote, by their manifests."""
        for path in paths:
            folder, _, name = path.rpartition("/")
            entry = self._files[posixpath.join(root, path)]
            if folder and name == MANIFEST and entry.is_file:
                data = self._repository.read(entry, MAX_SIZE)
                if isinstance(data, bytes) and begins_manifest(data):
                    yield folder

    def _has(self, start: str) -> bool:
        return any(path.startswith(start) for path in self._files)

    def own_settings(self, folder: str) -> Settings | None:
        """Read the configuration nearest to a folder at this revision, None where there is none."""
        current = PurePosixPath(folder)
        for above in (current, *current.parents):
            for name in (OWN_FILE, SHARED_FILE):
                path = posixpath.normpath(above / name)
                settings = self._settings_in(path) if path in self._files else None
                if settings:
                    return settings
        return None

    def _settings(self, folder: str) -> Settings:
        """Read the configuration nearest to a folder at this revision, else give the fallback or the defaults."""
        return (
            self.own_settings(folder)
            or self.fallback
            or replace(
                Settings(),
                content=self._repository.top / folder / "content",
                out=self._repository.top / folder / "build",
            )
        )

    def _settings_in(self, path: str) -> Settings | None:
        data = self._repository.read(self._files[path], MAX_SIZE)
        source = decode(data if isinstance(data, bytes) else b"", f"{self.name}:{path}")
        if isinstance(source, Diagnostic):
            raise ConfigurationError([replace(source, rule=INVALID_CONFIGURATION)], Source("", source.path))
        return settings_in(source, self._repository.top / posixpath.dirname(path))

    def _relative(self, path: Path) -> str:
        """Give a path that the configuration names, from the top of the repository."""
        relative = posixpath.relpath(path.as_posix(), self._repository.top.as_posix())
        if relative == ".." or relative.startswith("../"):
            raise ValueError(path)
        return "" if relative == "." else relative


def _is_left_out(path: str, outs: set[str], exclude: tuple[str, ...]) -> bool:
    """Tell whether a file is no guide, as a scan of the disk tells: it, or a folder around it, is left out."""
    parts = path.split("/")
    folders = ["/".join(parts[: count + 1]) for count in range(len(parts))]
    return not outs.isdisjoint(folders) or any(
        is_left_out(name, folder, exclude) for name, folder in zip(parts, folders, strict=True)
    )
