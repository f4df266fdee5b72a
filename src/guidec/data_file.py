"""JSON and YAML files -> values that know their places, and values -> models.

What does not fit a model is a diagnostic that names the value by its JSON Pointer (RFC 6901) and stands at its place.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from guidec import yaml_nodes
from guidec.diagnostics import Diagnostic
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules.data import DATA_MODEL, DATA_SYNTAX
from guidec.yaml_values import ValueReader, WrongValueError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue
    from pydantic_core import ErrorDetails

    from guidec.source import Position, Source
    from guidec.yaml_values import Path

M = TypeVar("M", bound=BaseModel)
MAX_VALUES = 100_000
"""Values of a YAML file; ten thousand steps have fewer."""
MAX_DEPTH = 200
"""Levels of values in each other; other readers of JSON give up there."""
MOST_ERRORS = 20
"""Differences from a model that are reported; the rest often follows from them."""
SPACE = re.compile(r"[ \t\r\n]*")
HALF = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
"""How a surrogate is written, alone or in a pair."""
EXPECTED = re.compile(r"(?:Input|Value) should (?:be |have )?|Input ")


class Data(Protocol):
    """The value of a file."""

    @property
    def value(self) -> JsonValue:
        """What it says."""

    def place(self, path: Path, *, key: bool = False) -> Position:
        """Give the place of the value at the end of a path, or of the key in front of it."""


def read_data(source: Source) -> Data | Diagnostic:
    """Read a file as JSON if its name says so, else as YAML."""
    return _read_json(source) if source.path.lower().endswith(".json") else _read_yaml(source)


def fit(data: Data, model: type[M]) -> M | tuple[Diagnostic, ...]:
    """Make a model of a value, or say what does not fit."""
    try:
        return model.model_validate(data.value)
    except ValidationError as error:
        return tuple(
            _difference(found, data, model) for found in error.errors(include_url=False)[:MOST_ERRORS]
        )


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


# What does not fit


def _difference(error: ErrorDetails, data: Data, model: type[BaseModel]) -> Diagnostic:
    path = _path(error["loc"], data.value, error["type"])
    pointer = printable("".join(f"/{_escaped(str(part))}" for part in path), 200)
    if error["type"] == "extra_forbidden":
        name = str(path[-1])
        keys = _keys(model, error["loc"][:-1])
        near = get_close_matches(name[:100], keys, n=1)
        expected = f"`{near[0]}`" if near else f"one of {_listed(keys)}"
        message = f"Unexpected key at `{pointer}`, expected {expected}"
        place = data.place(path, key=True)
        return Diagnostic.at(DATA_MODEL, message, place, suggestion=near[0] if near else None)
    if error["type"] == "missing":
        place = data.place(path[:-1])
        place = place.source.span(place.start_offset, place.start_offset + 1)
        return Diagnostic.at(DATA_MODEL, f"Unexpected absence of `{pointer}`, expected a value", place)
    expected = "a mapping" if error["type"].startswith("model_") else EXPECTED.sub("", error["msg"], count=1)
    message = f"Unexpected {_kind(error['input'])} at `{pointer}`, expected {printable(expected, 200)}"
    return Diagnostic.at(DATA_MODEL, message, data.place(path))


def _path(location: tuple[int | str, ...], value: JsonValue, error: str) -> Path:
    """Give the path to what is wrong: pydantic also names the member of a union that it tried."""
    path: list[str | int] = []
    for number, part in enumerate(location):
        is_there = (
            part in value if isinstance(value, dict) else isinstance(value, list) and isinstance(part, int)
        )
        if is_there:
            value = value[part]  # type: ignore[index]
        elif not (error == "missing" and number == len(location) - 1):
            continue
        path.append(part)
    return tuple(path)


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _keys(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """Give the keys that a mapping may have, by the schema of the model."""
    schema = model.model_json_schema()
    options = [schema]
    for part in location:
        options = [inner for option in _options(options, schema) for inner in _inside(option, part)]
    return [key for option in _options(options, schema) for key in option.get("properties", {})]


def _options(schemas: list[dict[str, Any]], root: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give schemas with references and choices followed."""
    for schema in schemas:
        target = schema.get("$ref")
        found = root["$defs"][target.rpartition("/")[2]] if target else schema
        choices = [*found.get("anyOf", []), *found.get("oneOf", [])]
        yield from _options(choices, root) if choices else (found,)


def _inside(schema: dict[str, Any], part: int | str) -> Iterator[dict[str, Any]]:
    """Give the schemas of a member; a part that is no member names one of several choices."""
    properties = schema.get("properties", {})
    if isinstance(part, int):
        yield from [schema["items"]] if "items" in schema else []
    elif part in properties:
        yield properties[part]
    elif properties.get("type", {}).get("const", part) == part:
        yield schema


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _kind(value: object) -> str:
    names = {
        bool: "boolean",
        int: "number",
        float: "number",
        list: "list",
        dict: "mapping",
        type(None): "null",
    }
    return names.get(type(value), f"text `{printable(str(value), 60)}`")
