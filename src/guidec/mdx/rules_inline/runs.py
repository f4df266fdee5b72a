"""Runs of `*`, `_` and `~`, and how they pair up to emphasis, strong and delete.

Rules only note runs; they are paired when the label or the text that holds them ends (CommonMark 0.31, "An algorithm
for parsing nested emphasis and links"). Where emphasis and strikethrough cross, the kind that is paired first wins.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STRIKETHROUGH = "~"

_Bottoms = dict[tuple[str, bool, int], int]


@dataclass(slots=True, eq=False)
class Run:
    """One run of a marker; paired markers leave it on the left (closing) and on the right (opening)."""

    marker: str
    start: int
    size: int
    """How many markers are not paired yet."""
    opens: bool
    closes: bool
    closed: list[int] = field(default_factory=list)
    """How many markers each pair took that this run closes, from left to right."""
    opened: list[int] = field(default_factory=list)
    """How many markers each pair took that this run opens, from right to left."""


def pair_runs(runs: Sequence[Run], first_marker: str) -> None:
    """Pair the runs of one text; the kind that `first_marker` belongs to goes first."""
    strikethrough = [run for run in runs if run.marker == STRIKETHROUGH]
    if not strikethrough:
        _pair_emphasis(runs)
    elif len(strikethrough) == len(runs):
        _pair_strikethrough(strikethrough)
    elif first_marker == STRIKETHROUGH:
        _pair_strikethrough(strikethrough)
        for region in _regions(runs, strikethrough):
            _pair_emphasis(region)
    else:
        emphasis = [run for run in runs if run.marker != STRIKETHROUGH]
        _pair_emphasis(emphasis)
        for region in _regions(runs, emphasis):
            _pair_strikethrough(region)


def _regions(runs: Iterable[Run], paired: Iterable[Run]) -> Iterator[list[Run]]:
    """Give the unpaired kind of runs, those together that stand directly in the same pair."""
    done = set(map(id, paired))
    regions: list[list[Run]] = [[]]
    for run in runs:
        if id(run) not in done:
            regions[-1].append(run)
            continue
        for _ in run.closed:
            yield regions.pop()
        regions.extend([] for _ in run.opened)
    yield from regions


def _pair_strikethrough(runs: Iterable[Run]) -> None:
    openers: dict[int, list[tuple[int, Run]]] = {1: [], 2: []}
    for place, run in enumerate(runs):
        same_size = openers[run.size]
        if run.closes and same_size:
            opened_at, opener = same_size.pop()
            _pair(opener, run, run.size)
            for waiting in openers.values():
                while waiting and waiting[-1][0] > opened_at:
                    waiting.pop()
        elif run.opens:
            same_size.append((place, run))


def _pair_emphasis(runs: Iterable[Run]) -> None:
    openers: list[Run] = []
    bottoms: _Bottoms = {}
    for closer in runs:
        while closer.closes and closer.size:
            index = _find_opener(openers, closer, bottoms)
            if index is None:
                break
            opener = openers[index]
            del openers[index + 1 :]
            _pair(opener, closer, 2 if opener.size > 1 and closer.size > 1 else 1)
            if not opener.size:
                openers.pop()
            for key in bottoms:
                bottoms[key] = min(bottoms[key], index)
        if closer.opens and closer.size:
            openers.append(closer)


def _find_opener(openers: Sequence[Run], closer: Run, bottoms: _Bottoms) -> int | None:
    """Give the index of the nearest run that `closer` can close.

    A search that failed is not repeated for the same kind of closer: `bottoms` says where to stop.
    """
    key = (closer.marker, closer.opens, closer.size % 3)
    for index in range(len(openers) - 1, bottoms.get(key, 0) - 1, -1):
        if _fits(openers[index], closer):
            return index
    bottoms[key] = len(openers)
    return None


def _fits(opener: Run, closer: Run) -> bool:
    """Whether markers and sizes fit: rules 9 and 10 of CommonMark 0.31, section 6.2, on what is left of both runs."""
    if opener.marker != closer.marker:
        return False
    if not (opener.closes or closer.opens) or not closer.size % 3:
        return True
    return (opener.size + closer.size) % 3 != 0


def _pair(opener: Run, closer: Run, size: int) -> None:
    opener.size -= size
    closer.size -= size
    opener.opened.append(size)
    closer.closed.append(size)
