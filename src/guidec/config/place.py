"""Where a key stands in a TOML file: the parser itself gives values without places."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.source import Position, Source

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([^\[\]\r\n]+?)[ \t]*\]")
_KEY = re.compile(r"""[ \t]*(["']?)([^"'=\r\n]+?)\1[ \t]*=""")

_VALUE = re.compile(r"""["']?[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s,#"'\[\]{}]+)""")


def find_key(source: Source, table: tuple[str, ...], key: str) -> Position:
    """Give the place of `key` in the table with the dotted name `table`.

    The tables of an array are counted from 0: `("overrides", "0")`. Where the place cannot be told, as inside an inline
    table, the place of the table; else the start of the file.
    """
    current: tuple[str, ...] = ()
    arrays: Counter[tuple[str, ...]] = Counter()
    for start in source.line_starts:
        if header := _HEADER.match(source.text, start):
            current = _numbered(_parts(header[2]), arrays, opens=header[1] == "[[")
            if current == (*table, key):
                return source.span(*header.span(2))
        elif (assigned := _KEY.match(source.text, start)) and (*current, *_parts(assigned[2])) == (
            *table,
            key,
        ):
            return source.span(*assigned.span(2))
    return find_key(source, table[:-1], table[-1]) if table else source.span(0, 0)


def find_value(source: Source, table: tuple[str, ...], key: str, text: str | None = None) -> Position:
    """Give the place of the value of `key`, or of the string `text` in it; that of the key where it cannot be told."""
    place = find_key(source, table, key)
    if place.text != key:
        return place
    line_end = source.line_end(place.start.line)
    if text is not None:
        for quoted in (f'"{text}"', f"'{text}'"):
            if (start := source.text.find(quoted, place.end_offset, line_end)) >= 0:
                return source.span(start, start + len(quoted))
    value = _VALUE.match(source.text, place.end_offset, line_end) if text is None else None
    return source.span(*value.span(1)) if value else place


def _numbered(name: tuple[str, ...], arrays: Counter[tuple[str, ...]], *, opens: bool) -> tuple[str, ...]:
    """Put the number of the table into the name of an array of tables, or of what stands below it."""
    arrays[name] += opens
    for length in range(len(name), 0, -1):
        if count := arrays[name[:length]]:
            return (*name[:length], str(count - 1), *name[length:])
    return name


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip(" \t\"'") for part in dotted.split("."))
