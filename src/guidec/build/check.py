"""Takes guides through all checks without rendering or writing anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.build.collisions import INDEX_TARGET, find_collisions, find_index_guide
from guidec.build.scan import scan
from guidec.diagnostics.order import reported
from guidec.files import Files
from guidec.loader import Loader
from guidec.pipeline import run_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from guidec.config import Settings
    from guidec.diagnostics import Diagnostic
    from guidec.targets.target import Target


def check_root(settings: Settings, targets: Sequence[Target] = ()) -> Iterator[Diagnostic]:
    """Check all guides below the content root, and what stands beside them; `targets` may find more."""
    found = scan(settings.content, settings.out, settings.exclude)
    about_files = [*found.diagnostics, *find_collisions(found.guides).values()]
    if INDEX_TARGET in (settings.targets or (INDEX_TARGET,)) and (taken := find_index_guide(found.guides)):
        about_files.append(taken)
    yield from reported(about_files, settings.severities_of, keep_errors=False)
    yield from check_guides(found.guides, settings, targets)


def check_guides(
    paths: Iterable[str], settings: Settings, targets: Sequence[Target] = ()
) -> Iterator[Diagnostic]:
    """Check the guides at `paths`, relative to the content root; `targets` may find more."""
    loader = Loader(Files(settings.content, settings.docs_root, settings.limits.file_size))
    for path in paths:
        yield from run_file(path, settings, loader, targets).diagnostics
