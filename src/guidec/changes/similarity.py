"""How much two texts have in common, and which of two lists belong together by that, in bounded time."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import islice, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Words = frozenset[str]
"""The words of a text; one that is repeated has its number behind it, so that sets of them count repetitions."""

MAX_WORDS = 256
"""Words of one text that are compared; what follows seldom decides which texts belong together."""
MAX_PAIRS = 1600
"""Up to so many pairs are all compared; beyond, only those that share a rare word or stand at the same place."""
RARE = 16
"""A word is rare that occurs in so few texts of both sides that it makes no more pairs than these."""

_WORD = re.compile(r"\w+")


def words_of(text: str) -> Words:
    """Give the words of a text, without regard to case."""
    seen: Counter[str] = Counter()
    found: list[str] = []
    for match in islice(_WORD.finditer(text), MAX_WORDS):
        word = match.group().casefold()
        number = seen[word] = seen[word] + 1
        found.append(word if number == 1 else f"{word} {number}")
    return frozenset(found)


def without_numbers(words: Words) -> set[str]:
    """Give the words themselves, each once."""
    return {word.partition(" ")[0] for word in words}


def likeness(one: Words, other: Words) -> float:
    """Give the share of words that two texts have in common: 0 to 1 (Sørensen-Dice)."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def alike(old: Sequence[Words], new: Sequence[Words], threshold: float) -> list[tuple[int, int]]:
    """Pair texts by their indexes, the most alike first, none below `threshold`.

    It does not matter which side is called old: the same pairs come out.
    """
    scored: list[tuple[float, int, int, int]] = []
    for i, j in _candidates(old, new):
        smaller, total = min(len(old[i]), len(new[j])), len(old[i]) + len(new[j])
        if 2 * smaller >= threshold * total and (score := likeness(old[i], new[j])) >= threshold and score:
            scored.append((-score, abs(i - j), i + j, i))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, both, i in sorted(scored):
        if i not in pairs and both - i not in taken:
            pairs[i] = both - i
            taken.add(both - i)
    return sorted(pairs.items())


def _candidates(old: Sequence[Words], new: Sequence[Words]) -> Iterable[tuple[int, int]]:
    if len(old) * len(new) <= MAX_PAIRS:
        return product(range(len(old)), range(len(new)))
    pairs = {(i, i) for i in range(min(len(old), len(new)))}
    old_by_word, new_by_word = _by_word(old), _by_word(new)
    for word in old_by_word.keys() & new_by_word.keys():
        if len(old_by_word[word]) * len(new_by_word[word]) <= RARE:
            pairs.update(product(old_by_word[word], new_by_word[word]))
    return pairs


def _by_word(texts: Sequence[Words]) -> dict[str, list[int]]:
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(texts):
        for word in words:
            by_word[word].append(index)
    return by_word
