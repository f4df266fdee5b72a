"""One side of a comparison: guides by their ids, each read when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from guidec.build.collisions import find_collisions, guide_id
from guidec.changes.report import Version
from guidec.data_file import read_data
from guidec.diagnostics import Diagnostic, Severity
from guidec.file_names import DRAFT_SUFFIXES, GUIDE_SUFFIXES
from guidec.files import decode
from guidec.guide.models import Guide
from guidec.loader import Loader
from guidec.model_fit import fit
from guidec.pipeline import run_file
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from guidec.config import Settings
    from guidec.files import Readable

DATA_SUFFIX = ".json"
SOURCE_SUFFIXES = (*GUIDE_SUFFIXES, *(suffix for suffix in DRAFT_SUFFIXES if suffix != DATA_SUFFIX))
"""How one guide that is named may end; in a folder, drafts are not looked for, as a build does not."""


@dataclass(slots=True)
class Side:
    """The guides that one argument names."""

    name: str
    """As it was named."""
    files: Readable
    """Where they are read from."""
    prefix: str = ""
    """What to write before the paths of files."""
    is_one: bool = False
    """Whether it is one guide, which is compared with one other whatever both are called."""
    is_missing: bool = False
    """Whether there is nothing of that name; a problem says so."""
    guides: dict[str, Callable[[], Version | None]] = field(default_factory=dict)
    """By id; None for a guide that cannot be read, for which a problem says why."""
    problems: list[Diagnostic] = field(default_factory=list)
    """What keeps guides from being compared, found so far."""

    def report(self, found: Iterable[Diagnostic]) -> None:
        """Add problems whose paths are relative to the content root."""
        for one in found:
            notes = tuple(replace(note, path=self.shown(note.path)) for note in one.notes)
            self.problems.append(replace(one, path=self.shown(one.path), notes=notes))

    def shown(self, path: str) -> str:
        """Give a path below the content root as people write it."""
        return f"{self.prefix}{path}"

    def source_of(self, shown: str) -> Source | None:
        """Give the text behind a path that was shown; None where it cannot be read."""
        path = shown.removeprefix(self.prefix)
        data = self.files.read_bytes(path)
        source = data if isinstance(data, Diagnostic) else decode(data, path)
        return source if isinstance(source, Source) else None

    def add_sources(self, paths: Iterable[str], settings: Settings) -> None:
        """Add guides that are to be compiled; two that would have one id are left out."""
        paths = list(paths)
        collisions = find_collisions(paths)
        self.report(collisions.values())
        loader = Loader(self.files)
        for path in paths:
            if path not in collisions:
                self.guides[guide_id(path)] = partial(self._compile, path, settings, loader)

    def add_data(self, paths: Iterable[str]) -> None:
        """Add guides that are JSON already, under the paths that `guidec build` gives them."""
        for path in paths:
            self.guides[guide_id(path)] = partial(self._read, path)

    def _compile(self, path: str, settings: Settings, loader: Loader) -> Version | None:
        outcome = run_file(path, settings, loader)
        if outcome.guide is None:
            self.report(one for one in outcome.diagnostics if one.severity is Severity.ERROR)
            return None
        return Version(outcome.guide, self.shown)

    def _read(self, path: str) -> Version | None:
        content = self.files.read_bytes(path)
        source = content if isinstance(content, Diagnostic) else decode(content, path)
        data = source if isinstance(source, Diagnostic) else read_data(source)
        guide = (data,) if isinstance(data, Diagnostic) else fit(data, Guide)
        if isinstance(guide, Guide):
            return Version(guide)
        self.report(guide)
        return None
