"""The table of targets: adding one is a module that ends in `TARGET`, and its row here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.targets.target import Target

MODULES = MappingProxyType(
    {
        "json": "json_data",
        "html": "html",
        "config": "config",
        "connector": "connector",
        "mdx": "mdx_source",
        "jsonld": "jsonld",
    }
)


class _Targets(Mapping[str, "Target"]):
    """Imports a target when it is asked for, so that a build of one does not wait for the others."""

    def __getitem__(self, name: str) -> Target:
        target: Target = import_module(f"{__name__}.{MODULES[name]}").TARGET
        return target

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


TARGETS: Mapping[str, Target] = _Targets()
"""Every target by the name that `--target` takes."""
