"""Where a key stands in a TOML file: the parser itself gives values without places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guidec.source import Position, Source

_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([^\[\]\r\n]+?)[ \t]*\]")
_KEY = re.compile(r"""[ \t]*(["']?)([^"'=\r\n]+?)\1[ \t]*=""")


def find_key(source: Source, table: tuple[str, ...], key: str) -> Position:
    """Give the place of `key` in the table with the dotted name `table`.

    Where it cannot be told, as inside an inline table, the place of the table; else the start of the file.
    """
    current: tuple[str, ...] = ()
    for start in source.line_starts:
        if header := _HEADER.match(source.text, start):
            current = _parts(header[1])
            if current == (*table, key):
                return source.span(*header.span(1))
        elif (assigned := _KEY.match(source.text, start)) and (*current, *_parts(assigned[2])) == (
            *table,
            key,
        ):
            return source.span(*assigned.span(2))
    return find_key(source, table[:-1], table[-1]) if table else source.span(0, 0)


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip(" \t\"'") for part in dotted.split("."))
