"""Finds the line on which something stands, so that people find it again whose words a record does not hold."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any

_BETWEEN_WORDS = re.compile(r"\]\([^()\s]*\)|</?[a-z][^<>\n]*>")
"""Destinations of links and small tags, which stand between words that a reader sees side by side."""
_FRONTMATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ENOUGH = (60, 30, 16, 10, 6)
"""How many letters of a text are looked for; where a text is broken up, fewer are found than it has."""


class LineFinder:
    """Looks into one guide, as it is written and as it is read."""

    def __init__(self, source: str) -> None:
        source = _FRONTMATTER.sub(lambda found: "\n" * found[0].count("\n"), source)
        self._written = _Letters(source)
        self._read = _Letters(_BETWEEN_WORDS.sub("", source))
        self._last: dict[str, int] = {}

    def find(self, field: str, said: dict[str, Any]) -> int | None:
        """Give the line, preferably one after what was found last for the field; None where it is not in this file."""
        url = said.get("url")
        letters = self._written if url else self._read
        wanted = _letters(url or said.get("title") or said.get("text") or said["label"])
        for length in [None] if url else _ENOUGH:
            at = letters.find(wanted[:length], self._last.get(field, 0))
            if at is not None:
                self._last[field] = at + 1
                return letters.line(at)
        return None


class _Letters:
    """The letters and digits of a text, which know their lines."""

    def __init__(self, text: str) -> None:
        lines = [_letters(line) for line in text.splitlines()]
        self._all = "".join(lines)
        self._starts = [0, *accumulate(map(len, lines))]

    def find(self, wanted: str, start: int) -> int | None:
        at = self._all.find(wanted, start)
        if at < 0:
            at = self._all.find(wanted)
        return at if at >= 0 else None

    def line(self, at: int) -> int:
        return bisect_right(self._starts, at)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))
