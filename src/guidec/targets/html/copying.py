"""What on a page gets a copy button: redirect URLs, and the values to type into the provider's form."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidec.guide.models import Guide, Setting

# The lookbehind lets a match start only at the start of a run of letters: time stays linear.
URL_LIKE = re.compile(r"(?<![\w+.-])[A-Za-z][\w+.-]*:/[^\s<>\"'`|,;]+")
TRAILING = ".!?:)]}*_”’»"


@dataclass(frozen=True, slots=True)
class Copy:
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
        self._settings: dict[str | None, list[Setting]] = defaultdict(list)
        for setting in guide.settings:
            if setting.value:
                self._settings[setting.step or setting.section].append(setting)
        self._found: set[str] = set()

    def settings(self, place: str | None) -> list[Setting]:
        """Give the settings with a value that the step or section `place` asks for."""
        return self._settings.get(place, [])

    def within(self, text: str, place: str | None) -> Iterator[tuple[int, Copy]]:
        """Give what has a button in a run of text or code, each with the offset at which it ends."""
        for setting in self.settings(place):
            if setting.value == text.strip():
                yield len(text), self._take(setting.value, setting.label)
                return
        if self._urls and ":/" in text:
            for match in URL_LIKE.finditer(text):
                url = match[0] if match[0] in self._urls else match[0].rstrip(TRAILING)
                if url in self._urls:
                    yield match.start() + len(url), self._take(url, self._urls[url].what)

    def mentioned(self, words: list[str], place: str | None, found: list[Copy]) -> list[Copy]:
        """Give the settings whose label and value a text names, though no part of it is just the value."""
        settings = self.settings(place)
        text = "".join(words) if settings else ""
        return [
            self._take(setting.value, setting.label)
            for setting in settings
            if setting.value
            and setting.label in text
            and setting.value in text
            and all(copy.value != setting.value for copy in found)
        ]

    def not_found(self) -> list[Copy]:
        """Give the redirect URLs that no text so far has shown."""
        return [copy for url, copy in self._urls.items() if url not in self._found]

    def _take(self, value: str, what: str) -> Copy:
        self._found.add(value)
        return Copy(value, what)
