"""The known name that somebody probably mistyped: a slip or two away, where `diagnostics.closest` asks for likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 40
"""Names with more characters are no slips of the keyboard."""
CHARACTERS_PER_SLIP = 4


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that is nearest to `name`: other case, or one slip for every four characters, at most two.

    A slip is a character too much, missing or changed, or two that changed places. Some character must be as written.
    """
    if len(name) > LONGEST:
        return None
    slips = min(max(len(name) // CHARACTERS_PER_SLIP, 1), 2)
    written = name.casefold()
    near = [
        (distance, one)
        for one in known
        if _may_be_near(written, one.casefold(), slips)
        and (distance := edit_distance(written, one.casefold())) <= min(slips, len(name) - 1)
    ]
    return min(near, default=(0, None), key=lambda pair: pair[0])[1]


def _may_be_near(one: str, other: str, slips: int) -> bool:
    """Tell, at little cost, whether two names can be so near at all."""
    return abs(len(one) - len(other)) <= slips and len({*one} ^ {*other}) <= 2 * slips


def edit_distance(one: str, other: str) -> int:
    """Count the slips between two names (optimal string alignment)."""
    older: list[int] = []
    last: list[int] = [*range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            slips = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                slips = min(slips, older[j - 2] + 1)
            row.append(slips)
        older, last = last, row
    return last[-1]
