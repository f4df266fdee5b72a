"""Destinations and titles, as in `[text](destination "title")` and in definitions. Pure functions."""

from __future__ import annotations

import re
from typing import NamedTuple

WHITE_SPACE = re.compile(r"[ \t\r\n]*")
_ENCLOSED = re.compile(r"<((?:[^<>\\\r\n]++|\\[<>\\]?)*+)>")
_RAW = re.compile(r"(?:[^\x00-\x20\x7f()\\]++|\\[()\\]?)++")
_MOST_PARENTHESES = 32
TITLE_MARKERS = ('"', "'", "(")
_TITLE_ENDS = {'"': '"', "'": "'", "(": ")"}
_TITLES = {
    marker: re.compile(rf"(?:[^{re.escape(end)}\\]++|\\[\\{re.escape(end)}]?)*+{re.escape(end)}")
    for marker, end in _TITLE_ENDS.items()
}
_LINE_START = re.compile(r"(\r\n?|\n)[ \t]+")


class Destination(NamedTuple):
    """Where a link leads, as written: the text from `start` up to `end`, and the offset behind any `>`."""

    start: int
    end: int
    after: int


def scan_destination(text: str, offset: int, most_parentheses: int = _MOST_PARENTHESES) -> Destination | None:
    """Scan the destination at `offset`, where neither white space nor the closing parenthesis stands.

        > | [a](<b c>) [d](e)
                ^^^^^

    None where there is none. A definition has no bound on nested parentheses, a resource has.
    """
    if text.startswith("<", offset):
        enclosed = _ENCLOSED.match(text, offset)
        return Destination(*enclosed.span(1), enclosed.end()) if enclosed else None
    end, depth = offset, 0
    while end < len(text):
        if plain := _RAW.match(text, end):
            end = plain.end()
            continue
        if text[end] == "(" and depth < most_parentheses:
            depth += 1
        elif text[end] == ")" and depth:
            depth -= 1
        else:
            break
        end += 1
    stopped_at = text[end : end + 1]
    if depth or end == offset or stopped_at not in ("", ")", " ", "\t", "\r", "\n"):
        return None
    return Destination(offset, end, end)


def scan_title(text: str, offset: int) -> int | None:
    """Give the offset behind the title at `offset`, None where none starts or it does not end."""
    pattern = _TITLES.get(text[offset : offset + 1])
    title = pattern.match(text, offset + 1) if pattern else None
    return title.end() if title else None


def title_value(text: str, start: int, end: int) -> str:
    """Give the title between its markers, without the indent of its lines, not decoded yet."""
    return _LINE_START.sub(r"\1", text[start + 1 : end - 1])


def skip_white_space(text: str, offset: int) -> int:
    """Give the offset behind any spaces, tabs and line endings."""
    return WHITE_SPACE.match(text, offset).end()  # type: ignore[union-attr]  # always matches
