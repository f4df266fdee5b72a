"""What a command works on: the settings of a project, and how its paths are shown."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from guidec import file_names
from guidec.cli.exit import UsageError
from guidec.config import ConfigurationError, Settings, load_settings
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.text import to_text
from guidec.files import Files, decode
from guidec.source import Source


@dataclass(frozen=True)
class Site:
    """A content root, and what to write before the paths of its files so that people find them."""

    settings: Settings
    prefix: str = ""
    named: tuple[str, str] | None = None
    """A file below the content root, and how it was named where that is not the prefix and its path."""
    _last_source: dict[str, Source | None] = field(default_factory=dict, compare=False)
    """The text that was asked for last: most diagnostics of a guide come one after the other."""

    @cached_property
    def files(self) -> Files:
        """The files that may be read."""
        return Files(self.settings.content, self.settings.docs_root, self.settings.limits.file_size)

    def shown(self, diagnostic: Diagnostic) -> Diagnostic:
        """Give a diagnostic with its paths as people write them."""
        notes = tuple(replace(note, path=self._shown(note.path)) for note in diagnostic.notes)
        return replace(diagnostic, path=self._shown(diagnostic.path), notes=notes)

    def source_of(self, shown: str) -> Source | None:
        """Give the text behind a path that was shown; None where it cannot be read."""
        if shown not in self._last_source:
            path = os.path.relpath(shown, self.prefix or ".")
            if self.named and shown == self.named[1]:
                path = self.named[0]
            data = self.files.read_bytes(path)
            source = data if isinstance(data, Diagnostic) else decode(data, path)
            self._last_source.clear()
            self._last_source[shown] = source if isinstance(source, Source) else None
        return self._last_source[shown]

    def about(self) -> str:
        """Say what is worked on, and by which configuration."""
        file = self.settings.file
        configuration = f"configured in {shown_path(file)}" if file else "without configuration"
        return f"{shown_path(self.settings.content)} ({configuration})"

    def _shown(self, path: str) -> str:
        if self.named and path == self.named[0]:
            return self.named[1]
        if path.startswith("/"):
            return shown_path(Path(path))
        return os.path.normpath(self.prefix + path).replace(os.sep, "/") if self.prefix else path


def shown_path(path: Path) -> str:
    """Give any path as a person in the current folder would write it, with forward slashes."""
    return file_names.shown_path(Path(os.path.abspath(path)))  # noqa: PTH100 - resolve() would follow links


def root_path(settings: Settings, root: Path) -> str:
    """Give the path of a content root from the current folder if it is below, else from that of the project."""
    shown = shown_path(root)
    absolute = Path(os.path.abspath(root))  # noqa: PTH100
    folder = Path(os.path.abspath(settings.folder)) if settings.folder else None  # noqa: PTH100
    is_elsewhere = Path(shown).is_absolute() and folder and absolute.is_relative_to(folder)
    return absolute.relative_to(folder).as_posix() if folder and is_elsewhere else shown


def configured_site() -> Site:
    """Give the content root that the configuration nearest to the current folder names."""
    settings = settings_near(Path())
    return _folder_site(settings, root_path(settings, settings.content))


def folder_site(folder: str) -> Site:
    """Give the content root at `folder`, as it was named on the command line."""
    return _folder_site(replace(settings_near(Path(folder)), content=Path(folder)), folder)


def file_site(file: str) -> tuple[Site, str]:
    """Give the content root that `file` belongs to, and the file's path below it."""
    path = Path(os.path.abspath(file))  # noqa: PTH100 - a symbolic link is a guide of its own
    settings = settings_near(path.parent)
    root = Path(os.path.abspath(settings.content))  # noqa: PTH100
    if not path.is_relative_to(root):
        root = path.parent
    below = path.relative_to(root).as_posix()
    if file.endswith(below):
        return Site(replace(settings, content=root), file.removesuffix(below)), below
    named = below, os.path.normpath(file).replace(os.sep, "/")
    return Site(replace(settings, content=root), f"{root_path(settings, root)}/", named), below


def settings_near(folder: Path) -> Settings:
    """Read the configuration nearest to `folder`; a broken one is wrong usage."""
    try:
        return load_settings(folder)
    except ConfigurationError as error:
        source = error.source
        found = [to_text(diagnostic, lambda _: source) for diagnostic in error.diagnostics]
        raise UsageError("\n".join(found)) from error


def _folder_site(settings: Settings, shown: str) -> Site:
    if not settings.content.is_dir():
        raise UsageError(f"guidec: error: Unexpected content folder `{shown}`, expected a folder that exists")
    return Site(settings, "" if shown == "." else f"{shown.rstrip('/')}/")
