"""Targets as people name them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.cli.exit import UsageError
from guidec.targets import installed_names

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidec.targets import Targets


def known_targets(named: Collection[str], targets: Targets) -> tuple[str, ...]:
    """Give the names in the order of the table, those of installed packages last; an unknown one is wrong usage."""
    order = [*targets, *(installed_names() if set(named) - set(targets) else ())]
    for name in named:
        if name not in order:
            raise UsageError(f"guidec: error: Unexpected target `{name}`, expected one of {', '.join(order)}")
    return tuple(name for name in order if name in named)
