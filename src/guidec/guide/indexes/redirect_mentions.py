"""What a guide says of a redirect URL where it does not give it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.guide.indexes.redirect_labels import all_of, last_of, sentence_around
from guidec.guide.indexes.url_words import CUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guidec.guide.passages import Passage

COPIED = re.compile(
    r"\b(?:cop(?:y|ied)|find|generated|noted?|pasted?|provided|retrieved?|saved?)\b", re.IGNORECASE
)
"""Tells that something stands on a page already."""
ENTERED = re.compile(r"\b(?:add|enter|include|input|provide|put|register|set|use)\b", re.IGNORECASE)
SHOWN_THERE = re.compile(r"[\s\"'“”*]*(?:displayed|from|listed|provided|shown)\b", re.IGNORECASE)
"""Stands behind what a page of the product has: "the redirect URL shown there"."""
CUE_WORDS = frozenset("back callback redirect redirection reply return".split())
"""In words for a redirect URL stands one of these."""


def speaks_of_redirect_url(passages: Iterable[Passage]) -> bool:
    """Tell whether a guide says anything of a redirect URL, apart from that there is none."""
    return any(last_of(CUE, text) for text in _speaking(passages))


def copies_redirect_url(passages: Iterable[Passage]) -> bool:
    """Tell whether a guide says to take the redirect URL from a page of the product: "Copy the **Callback URL**"."""
    return any(_is_copied(text, cue) for text in _speaking(passages) for cue in all_of(CUE, text))


def _is_copied(text: str, cue: re.Match[str]) -> bool:
    start, end = sentence_around(text, cue.start(), cue.end())
    if COPIED.search(text, start, end):
        return True
    return (
        SHOWN_THERE.match(text, cue.end()) is not None
        and ENTERED.search(text, start, cue.start()) is not None
    )


def _speaking(passages: Iterable[Passage]) -> Iterator[str]:
    return (passage.text for passage in passages if not CUE_WORDS.isdisjoint(passage.words))
