"""Slugs: the ids of sections and steps."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 60
"""Characters of a title that go into its slug."""


def slug(text: str, fallback: str = "guide") -> str:
    """Give `text` as lower-case ASCII words joined by hyphens.

    Text without any ASCII letter or digit gives `fallback` and a short hash, which depends on nothing but the text.
    """
    ascii_text = unicodedata.normalize("NFKD", text[: LONGEST * 4]).encode("ascii", "ignore").decode()
    words = "-".join(re.findall(r"[a-z0-9]+", ascii_text.lower().replace("'", "")))
    if words:
        return words[:LONGEST].rstrip("-")
    if not text.strip():
        return fallback
    return f"{fallback}-{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:8]}"


class Slugs:
    """Hands out slugs that are unique in one guide; the second of two equal ones gets a number."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}

    def take(self, wanted: str) -> str:
        """Give `wanted`, or the first of `wanted-2`, `wanted-3`, ... that is free."""
        given = wanted
        number = self._last.get(wanted, 1)
        while given in self._taken:
            number += 1
            given = f"{wanted}-{number}"
        self._last[wanted] = number
        self._taken.add(given)
        return given
