"""Prints diagnostics for people, and not without end."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TextIO

from guidec.diagnostics.text import to_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from guidec.cli.site import Site
    from guidec.diagnostics.diagnostic import Diagnostic

MAX_SHOWN = 2000
"""Diagnostics of one run that are printed; nobody reads more, and a log has an end."""


class Printer:
    """Prints diagnostics as text, with the lines that they are about."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._colour = _wants_colour(stream)
        self._seen = 0

    def show(self, diagnostics: Iterable[Diagnostic], site: Site | None) -> None:
        """Print diagnostics of one content root; of files that belong to none, without the lines of source."""
        for diagnostic in diagnostics:
            self._seen += 1
            if self._seen > MAX_SHOWN:
                continue
            if site:
                text = to_text(site.shown(diagnostic), site.source_of, colour=self._colour)
            else:
                text = to_text(diagnostic, lambda _: None, colour=self._colour)
            print(text, file=self._stream)

    def finish(self) -> None:
        """Say what was not printed."""
        if self._seen > MAX_SHOWN:
            print(f"... and {self._seen - MAX_SHOWN} more", file=self._stream)


def _wants_colour(stream: TextIO) -> bool:
    """Tell whether to colour text on `stream`: on a terminal that can, unless NO_COLOR is set (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
