"""Where the items of a JSON list stand that an attribute holds: JSON itself is read without places."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from guidec.source import Position

PIECE = re.compile(r"&(?:#[xX]?[0-9A-Fa-f]{1,8}|[0-9A-Za-z]{1,31});|.", re.DOTALL)
"""A character, as it is or as a character reference."""
BETWEEN = re.compile(r"[\s,]*")
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


@dataclass(frozen=True, slots=True)
class JsonPlaces:
    """The places of a list's items, as far as they can be told."""

    whole: Position
    """The attribute; the element where the attribute cannot be found in the text."""
    text: str = ""
    """The JSON, its character references decoded."""
    offsets: Sequence[int] = ()
    """Where each character of `text` stands in the source, and where the last one ends."""
    items: Sequence[tuple[int, int]] = ()
    """The stretch of each item in `text`."""

    def character(self, offset: int) -> Position:
        """Give the place of a character of the JSON, or of all."""
        return (
            self._span(offset, min(offset + 1, len(self.text))) if offset < len(self.offsets) else self.whole
        )

    def item(self, number: int) -> Position:
        """Give the place of an item, or of all."""
        return self._span(*self.items[number]) if number < len(self.items) else self.whole

    def strings(self, number: int, key: str) -> dict[str, Position]:
        """Give the places of the strings behind `key` in an item, without their quotation marks."""
        start, end = self.items[number] if number < len(self.items) else (0, 0)
        places: dict[str, Position] = {}
        behind = False
        for found in STRING.finditer(self.text, start, end):
            if behind:
                place = self._span(found.start() + 1, found.end() - 1)
                places.setdefault(json.loads(found[0], strict=False), place)
            behind = behind or found[0] == f'"{key}"'
        return places

    def _span(self, start: int, end: int) -> Position:
        return self.whole.source.span(self.offsets[start], self.offsets[end])


def json_places(element: Position, attribute: str) -> JsonPlaces:
    """Find the items of the list in the attribute of this name, anywhere in the text of an element."""
    form = re.compile(rf"""{re.escape(attribute)}\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')""")
    found = form.search(element.source.text, element.start_offset, element.end_offset)
    if found is None:
        return JsonPlaces(element)
    start, end = found.span("double" if found["double"] is not None else "single")
    pieces = [*PIECE.finditer(element.source.text, start, end)]
    decoded = [html.unescape(piece[0]) if len(piece[0]) > 1 else piece[0] for piece in pieces]
    offsets = [piece.start() for piece, text in zip(pieces, decoded, strict=True) for _ in text]
    text = "".join(decoded)
    return JsonPlaces(element.source.span(*found.span()), text, [*offsets, end], _items(text))


def _items(text: str) -> list[tuple[int, int]]:
    """Give the stretches of the items of a list; none where the text is no list."""
    items: list[tuple[int, int]] = []
    decoder = json.JSONDecoder()
    at = len(text) - len(text.lstrip())
    if not text.startswith("[", at):
        return items
    try:
        at = _behind(text, at + 1)
        while not text.startswith("]", at):
            start, (_, at) = at, decoder.raw_decode(text, at)
            items.append((start, at))
            at = _behind(text, at)
    except (ValueError, RecursionError):
        pass  # what is wrong is reported by whoever reads the values
    return items


def _behind(text: str, at: int) -> int:
    found = BETWEEN.match(text, at)
    return found.end() if found else at
