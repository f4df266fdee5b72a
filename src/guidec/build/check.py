"""Takes guides through all checks without rendering or writing anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from guidec.build.collisions import INDEX_TARGET, find_collisions, find_index_guide
from guidec.build.overrides import idle_overrides
from guidec.build.parts import Parts
from guidec.build.scan import scan
from guidec.diagnostics.order import reported
from guidec.files import Files
from guidec.loader import Loader
from guidec.pipeline import run_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidec.config import Settings
    from guidec.diagnostics import Diagnostic
    from guidec.targets.target import Target


Advance = Callable[[int, int], None]
"""Is told after each guide how many are done, and of how many."""


def check_root(
    settings: Settings, targets: Sequence[Target] = (), advance: Advance | None = None
) -> Iterator[Diagnostic]:
    """Check all guides below the content root, and what stands beside them; `targets` may find more."""
    found = scan(settings.content, settings.out, settings.exclude)
    about_files = [*idle_overrides(settings), *found.diagnostics, *find_collisions(found.guides).values()]
    if INDEX_TARGET in (settings.targets or (INDEX_TARGET,)) and (taken := find_index_guide(found.guides)):
        about_files.append(taken)
    yield from reported(about_files, settings.severities_of, keep_errors=False)
    yield from check_guides(found.guides, settings, targets, advance)


def check_guides(
    paths: Sequence[str], settings: Settings, targets: Sequence[Target] = (), advance: Advance | None = None
) -> Iterator[Diagnostic]:
    """Check the guides at `paths`, relative to the content root; `targets` may find more."""
    loader = Loader(Files(settings.content, settings.docs_root, settings.limits.file_size))
    parts = Parts()
    for done, path in enumerate(paths, 1):
        found = run_file(path, settings, loader, targets).diagnostics
        yield from parts.sift(path, loader.inputs, found)
        if advance:
            advance(done, len(paths))
    yield from parts.rest()
