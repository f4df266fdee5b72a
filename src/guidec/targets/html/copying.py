"""What on a page gets a copy button: redirect URLs, and the values to type into the provider's form."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from guidec.guide.models import Guide

# The lookbehind lets a match start only at the start of a run of letters: time stays linear.
URL_LIKE = re.compile(r"(?<![\w+.-])[A-Za-z][\w+.-]*:/[^\s<>\"'`|,;]+")
MOST_NAMED = 100
"""How many settings of one place are looked for in the words of each text there, which otherwise takes the square."""
TRAILING = ".!?:)]}*_”’»"


class Copy(NamedTuple):
    """A copy button."""

    value: str
    """Exactly what it copies."""
    what: str
    """What that is, for the button's name: "Redirect URL"."""

    def __html__(self) -> str:
        """Give the place of the button, which the page's script makes."""
        return f'<span class="copy" data-copy="{escape(self.value)}" data-what="{escape(self.what)}"></span>'


class Copyables:
    """Finds what has a copy button in the texts of one guide, and remembers which redirect URLs it found."""

    def __init__(self, guide: Guide) -> None:
        self._urls = {
            entry.url: Copy(entry.url, entry.label or "redirect URL") for entry in guide.redirect_urls
        }
        self._values: dict[str | None, dict[str, Copy]] = {}
        self._named: dict[str | None, list[Copy]] = {}
        for setting in guide.settings:
            if setting.value:
                place = setting.step or setting.section
                copy = Copy(setting.value, setting.label)
                self._values.setdefault(place, {}).setdefault(copy.value, copy)
                self._named.setdefault(place, []).append(copy)
        self._found: set[str] = set()

    def within(self, text: str, place: str | None) -> Sequence[tuple[int, Copy]]:
        """Give what has a button in a run of text or code, each with the offset at which it ends."""
        values = self._values.get(place)
        if values and (copy := values.get(text.strip())):
            return [(len(text), self._take(copy))]
        return list(self._urls_within(text)) if self._urls and ":/" in text else ()

    def _urls_within(self, text: str) -> Iterator[tuple[int, Copy]]:
        for match in URL_LIKE.finditer(text):
            url = match[0] if match[0] in self._urls else match[0].rstrip(TRAILING)
            if url in self._urls:
                yield match.start() + len(url), self._take(self._urls[url])

    def mentioned(self, words: list[str], place: str | None, found: list[Copy]) -> list[Copy]:
        """Give the settings whose label and value a text names, though no part of it is just the value."""
        settings = self._named.get(place, ())[:MOST_NAMED]
        text = "".join(words) if settings else ""
        return [
            self._take(setting)
            for setting in settings
            if setting.what in text
            and setting.value in text
            and all(copy.value != setting.value for copy in found)
        ]

    def not_found(self) -> list[Copy]:
        """Give the redirect URLs that no text so far has shown."""
        return [copy for url, copy in self._urls.items() if url not in self._found]

    def _take(self, copy: Copy) -> Copy:
        self._found.add(copy.value)
        return copy
