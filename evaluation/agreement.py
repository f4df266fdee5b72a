"""How much of a record guidec found, and how much of what it found is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from record import FIELDS, digest, normalised

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from facts import Fact
    from record import Entry, Record

DIGESTED = {"title", "text", "hint"}
"""Keys of which a record holds digests."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many entries a record has, how many guidec found, and how many of these are the same."""

    recorded: int = 0
    found: int = 0
    agreed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.recorded + other.recorded, self.found + other.found, self.agreed + other.agreed)

    @property
    def precision(self) -> float:
        """Which part of what was found is right; 1 where nothing was found."""
        return self.agreed / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Which part of what there is was found; 1 where there is nothing."""
        return self.agreed / self.recorded if self.recorded else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.recorded + self.found
        return 2 * self.agreed / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field of one guide."""

    tally: Tally
    missed: tuple[Entry, ...]
    """Recorded, and not found."""
    surplus: tuple[Fact, ...]
    """Found, and not recorded."""


def compare(record: Record, found: Mapping[str, Sequence[Fact]]) -> dict[str, Comparison]:
    """Compare each field that the record has."""
    recorded = {field: getattr(record, field) for field in FIELDS}
    return {
        field: compare_field(entries, found[field])
        for field, entries in recorded.items()
        if entries is not None
    }


def compare_field(entries: Sequence[Entry], found: Sequence[Fact]) -> Comparison:
    """Pair entries with facts, each with one that it agrees with, as many as can be."""
    partners: dict[int, int] = {}
    candidates = [[at for at, fact in enumerate(found) if agrees(entry, fact)] for entry in entries]
    for entry in range(len(entries)):
        _pair(entry, candidates, partners, set())
    missed = set(range(len(entries))) - set(partners.values())
    return Comparison(
        Tally(len(entries), len(found), len(partners)),
        tuple(entries[at] for at in sorted(missed)),
        tuple(fact for at, fact in enumerate(found) if at not in partners),
    )


def _pair(entry: int, candidates: list[list[int]], partners: dict[int, int], tried: set[int]) -> bool:
    """Find a fact for the entry, if need be by finding another one for an earlier entry (Kuhn's algorithm)."""
    for fact in candidates[entry]:
        if fact in tried:
            continue
        tried.add(fact)
        if fact not in partners or _pair(partners[fact], candidates, partners, tried):
            partners[fact] = entry
            return True
    return False


def agrees(entry: Entry, fact: Fact) -> bool:
    """Tell whether everything that the entry says holds for the fact."""
    said = {key: getattr(entry, key) for key in entry.model_fields_set - {"line"}}
    return all(_same(key, wanted, fact[key]) for key, wanted in said.items())


def _same(key: str, wanted: object, found: object) -> bool:
    if isinstance(wanted, str) and isinstance(found, str):
        if key in DIGESTED:
            return _has_digest(found, wanted)
        if key == "label":
            return _words(found) == _words(wanted)
        return normalised(found) == normalised(wanted)
    return wanted == found


def _has_digest(text: str, wanted: str) -> bool:
    start, _, length = wanted.partition("/")
    return digest(normalised(text)[: int(length)] if length else text) == start


def _words(label: str) -> str:
    """Give a label as its key is made: letter case and punctuation do not count."""
    return "_".join("".join(letter if letter.isalnum() else " " for letter in label.lower()).split())
