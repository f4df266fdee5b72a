"""What the reader enters, listed in one sentence: "then enter your Hostname, Client ID, and Client Secret"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from guidec.guide.indexes.fields import is_label, may_name_credential, names_credential

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTER = re.compile(r"\b(?:enter|fill in|input|provide|supply)(?: in)? (?:your|the following) ", re.IGNORECASE)
END = re.compile(
    r"[.;:!?](?!\w)|\((?!optional\))|\b(?:as|below|by|during|for|from|here|in|into|on|so|that|then|to|when|where|which|with)\b",
    re.IGNORECASE,
)
"""Stands behind a list."""
BETWEEN = re.compile(
    r"(?:\s*\(optional\))?(?:\s*,?\s*\b(?:and|or)\b|\s*[,&])(?:\s+(?:your|the|an?)\b)?\s*", re.IGNORECASE
)
"""Joins two names of a list."""
LOGIN = re.compile(r"\b(?:log|sign)(?:ged)?[ -]?(?:in|on)\b", re.IGNORECASE)
SHORT = frozenset({"ID", "Key"})
"""Names of credentials that say so only where one enters them."""
FEW = 4
"""Words of a name."""
LONGEST = 300
"""Characters of a list."""
VERB = 10
"""Characters of the longest verb, with some room."""


def entered(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Give the names in lists of fields of which one at least is a credential's, and where each starts."""
    # What is read begins behind the verb.
    for verb in ENTER.finditer(text, max(start - VERB, 0), max(start, end)):
        names = list(_names(text, verb.end(), min(end, verb.end() + LONGEST)))
        if verb.end() <= start or len(names) == 1 or LOGIN.search(text, verb.end(), end):
            continue
        if any(name in SHORT or names_credential(name) for name, _ in names):
            yield from ((name, at) for name, at in names if _is_field(name))


def _names(text: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    stop = END.search(text, start, end)
    end = stop.start() if stop else end
    joints = [(joint.start(), joint.end()) for joint in BETWEEN.finditer(text, start, end)]
    for (_, begin), (until, _) in pairwise([(start, start), *joints, (end, end)]):
        if name := text[begin:until].partition(" (")[0].strip():
            yield name, begin


def _is_field(name: str) -> bool:
    short = is_label(name) and len(name.split()) <= FEW
    return short and (name[0].isupper() or may_name_credential(name))
