"""Counts what a program does: the same on every machine, unlike time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType


def calls_of(work: Callable[[], object]) -> int:
    """Count the calls of functions, built-in ones included, while `work` runs."""
    count = 0

    def trace(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(trace)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def growth(work: Callable[[int], object], size: int) -> float:
    """Say how many times more is done for four times the size: four where work grows linearly, sixteen quadratically."""
    work(1)  # what is loaded or compiled once does not count
    return calls_of(lambda: work(4 * size)) / calls_of(lambda: work(size))
