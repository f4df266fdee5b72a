"""JSON and YAML files -> values that know their places."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

from guidec import yaml_nodes
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.data import DATA_SYNTAX
from guidec.yaml_values import ValueReader, WrongValueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue

    from guidec.source import Position, Source
    from guidec.yaml_values import Path

MAX_VALUES = 100_000
"""Values of a YAML file; ten thousand steps have fewer."""
MAX_DEPTH = 200
"""Levels of values in each other; other readers of JSON give up there."""
SPACE = re.compile(r"[ \t\r\n]*")
HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""How a surrogate is written, alone or in a pair."""


class Data(Protocol):
    """The value of a file, and where each of its parts stands."""

    @property
    def value(self) -> JsonValue:
        """What it says."""

    def place(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of the value at the end of a path, or of the key in front of it."""


def read_data(source: Source) -> Data | Diagnostic:
    """Read a file as JSON if its name says so, else as YAML."""
    return _read_json(source) if source.path.lower().endswith(".json") else _read_yaml(source)


# Two ways to write data


@dataclass(frozen=True, slots=True)
class _YamlData:
    source: Source
    value: JsonValue
    reader: ValueReader

    def place(self, path: Path, *, key: bool = False) -> Position:
        places = self.reader.keys if key and path in self.reader.keys else self.reader.places
        return self.source.span(*places.get(path, (0, 0)))


def _read_yaml(source: Source) -> Data | Diagnostic:
    what = "a guide as data"
    root = yaml_nodes.compose(source, DATA_SYNTAX, what, size=len(source.text), depth=MAX_DEPTH)
    if isinstance(root, Diagnostic):
        return root
    reader = ValueReader(what, MAX_VALUES, MAX_DEPTH)
    try:
        return _YamlData(source, reader.mapping(root), reader)
    except WrongValueError as wrong:
        return Diagnostic.at(DATA_SYNTAX, wrong.reason, source.span(wrong.index, wrong.index + 1))


@dataclass(frozen=True, slots=True)
class _JsonData:
    source: Source
    value: JsonValue
    start: int

    def place(self, path: Path, *, key: bool = False) -> Position:
        scan = json.JSONDecoder(strict=False).raw_decode
        text = self.source.text
        start, end = _skip_space(text, self.start), len(text)
        for name in path:
            found = next((spans for spans in _members(text, start, scan) if spans[0] == name), None)
            if found is None:
                break
            start, end = found[1] if key and name is path[-1] else found[2]
        return self.source.span(start, end)


def _read_json(source: Source) -> Data | Diagnostic:
    start = 1 if source.text.startswith("\ufeff") else 0
    try:
        value = json.loads(source.text[start:], parse_constant=_no_number)
        too_deep = _is_deeper(value, MAX_DEPTH)
    except json.JSONDecodeError as error:
        place = source.span(start + error.pos, start + error.pos + 1)
        return Diagnostic.at(DATA_SYNTAX, "Unexpected text, expected a typed guide as JSON", place)
    except (ValueError, RecursionError):
        too_deep, value = True, None
    if too_deep:
        message = f"Unexpected number or nesting, expected JSON of at most {MAX_DEPTH} levels"
        return Diagnostic.at(DATA_SYNTAX, message, source.span(0, 1))
    half = HALF.search(source.text)
    if half and not _is_text(value):
        message = "Unexpected half of a surrogate pair, expected a whole character"
        return Diagnostic.at(DATA_SYNTAX, message, source.span(*half.span()))
    return _JsonData(source, value, start)


def _is_text(value: JsonValue) -> bool:
    """Tell whether all strings of a value can be written as UTF-8."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _is_deeper(value: JsonValue, depth: int) -> bool:
    level = [value]
    while level and depth >= 0:
        level = [item for one in level for item in _items(one)]
        depth -= 1
    return bool(level)


def _items(value: JsonValue) -> list[JsonValue]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _skip_space(text: str, at: int) -> int:
    match = SPACE.match(text, at)
    assert match is not None
    return match.end()


def _members(
    text: str, start: int, scan: Any
) -> Iterator[tuple[str | int, tuple[int, int], tuple[int, int]]]:
    """Give name, place of the key and place of the value of each member of an object or array of valid JSON."""
    at = _skip_space(text, start + 1)
    number = 0
    while text[start] in "{[" and text[at] not in "}]":
        name: str | int = number
        key = at, at
        if text[start] == "{":
            name, end = scan(text, at)
            key = at + 1, end - 1
            at = _skip_space(text, _skip_space(text, end) + 1)
        _, end = scan(text, at)
        yield name, key, (at, end)
        at = _skip_space(text, end)
        at = _skip_space(text, at + 1) if text[at] == "," else at
        number += 1
