"""A line of text as HTML: pieces, and the copy buttons behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup

from guidec.targets.html.copying import Copy

if TYPE_CHECKING:
    from collections.abc import Iterable

CLOSING = re.compile(r"(?:[.,;:!?)\]’”»]|&#3[49];)+(?=\s|<|$)")


class Part(NamedTuple):
    """A piece of phrasing content and the copy buttons behind it."""

    html: str
    """Whole elements and escaped text."""
    copies: tuple[Copy, ...] = ()


class Line(tuple[Part, ...]):
    """A text, cut behind each value that has a copy button; in a template it is its HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        """Give the HTML, with a space before each button."""
        return "".join([with_copies(html, copies) for html, copies in self])

    @property
    def words(self) -> str:
        """The text without any markup."""
        return "".join([Markup(part.html).striptags() for part in self])  # noqa: S704 - it is HTML already


def with_copies(html: str, copies: tuple[Copy, ...]) -> str:
    """Give HTML with a space and a button behind it for each thing to copy."""
    return " ".join([html, *map(Copy.__html__, copies)]) if copies else html


def joined(pieces: Iterable[str]) -> Markup:
    """Join pieces of HTML; `Markup.join` would look at each again, in ten times the time."""
    return Markup("".join(pieces))  # noqa: S704 - they are HTML already


def punctuated(parts: list[Part]) -> list[Part]:
    """Move the punctuation behind a value before its button."""
    closed: list[Part] = []
    for part in parts:
        if closed and (mark := CLOSING.match(part.html)):
            closed[-1] = Part(closed[-1].html + mark[0], closed[-1].copies)
            part = Part(part.html[mark.end() :], part.copies)
        if part.html or part.copies:
            closed.append(part)
    return closed
