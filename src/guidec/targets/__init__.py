"""The table of targets: adding one is a module that ends in `TARGET`, and its row here.

A project adds its own in its configuration, and an installed package with an entry point of the group `guidec.targets`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

    from guidec.config.settings import OwnTarget
    from guidec.targets.target import Target

MODULES = MappingProxyType(
    {
        "json": "json_data",
        "html": "html",
        "config": "config",
        "connector": "connector",
        "mdx": "mdx",
        "jsonld": "jsonld",
    }
)
ENTRY_POINTS = "guidec.targets"


class Targets(Mapping[str, "Target"]):
    """Every target by the name that `--target` takes; it is imported when it is asked for.

    Those of installed packages are found by name and not listed: what a machine happens to have installed must not
    change what a build writes.
    """

    def __init__(self, own: Sequence[OwnTarget] = (), folder: Path = Path()) -> None:
        """Make the table for a project whose configuration is in `folder`."""
        self._own = {target.name: target for target in own}
        self._folder = folder

    def __getitem__(self, name: str) -> Target:
        if name in MODULES:
            target: Target = import_module(f"{__name__}.{MODULES[name]}").TARGET
            return target
        if name in self._own:
            from guidec.targets.own import target_of

            return target_of(self._own[name], self._folder)
        return _installed(name)

    def __iter__(self) -> Iterator[str]:
        yield from MODULES
        yield from self._own

    def __len__(self) -> int:
        return len(MODULES) + len(self._own)


TARGETS: Mapping[str, Target] = Targets()
"""The targets of every project."""


def installed_names() -> list[str]:
    """Give the names of the targets that installed packages bring."""
    return sorted({point.name for point in installed()})


def installed() -> EntryPoints:
    """Give the entry points of installed targets."""
    from importlib.metadata import entry_points

    return entry_points(group=ENTRY_POINTS)


def _installed(name: str) -> Target:
    for point in installed().select(name=name):
        target: Target = point.load()
        return target
    raise KeyError(name)
