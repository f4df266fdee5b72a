"""Which thing of one list is which of another, and which of them changed their order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from typing import TYPE_CHECKING, Generic, TypeVar

from guidec.changes.similarity import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from guidec.changes.similarity import Words

Thing = TypeVar("Thing")


class Matching(Generic[Thing]):
    """Two lists, and the pairs found in them so far."""

    def __init__(self, old: Iterable[Thing], new: Iterable[Thing]) -> None:
        self.gone = list(old)
        """What has no partner on the new side yet, in order."""
        self.added = list(new)
        """What has no partner on the old side yet, in order."""
        self.pairs: list[tuple[Thing, Thing]] = []

    def by(self, key: Callable[[Thing], Hashable]) -> None:
        """Pair what has the same key, the first with the first; None pairs nothing."""
        waiting: defaultdict[Hashable, deque[int]] = defaultdict(deque)
        for j, thing in enumerate(self.added):
            waiting[key(thing)].append(j)
        waiting.pop(None, None)
        queues = ((i, waiting.get(key(thing))) for i, thing in enumerate(self.gone))
        self._keep([(i, queue.popleft()) for i, queue in queues if queue])

    def by_words(self, words: Callable[[Thing], Words], threshold: float) -> None:
        """Pair what is most alike by its words."""
        self._keep(alike(list(map(words, self.gone)), list(map(words, self.added)), threshold))

    def _keep(self, found: list[tuple[int, int]]) -> None:
        self.pairs += [(self.gone[i], self.added[j]) for i, j in found]
        old, new = {i for i, _ in found}, {j for _, j in found}
        self.gone = [thing for i, thing in enumerate(self.gone) if i not in old]
        self.added = [thing for j, thing in enumerate(self.added) if j not in new]


def out_of_order(ranks: Sequence[int]) -> list[int]:
    """Give the indexes of as few ranks as possible without which the others ascend; ranks are all different."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, rank in enumerate(ranks):
        place = bisect_left(ends, rank)
        before.append(last[place - 1] if place else None)
        ends[place : place + 1] = [rank]
        last[place : place + 1] = [index]
    kept: set[int] = set()
    current = last[-1] if last else None
    while current is not None:
        kept.add(current)
        current = before[current]
    return [index for index in range(len(ranks)) if index not in kept]
