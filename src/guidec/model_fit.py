"""Values that know their places -> models.

What does not fit a model is a diagnostic that names the value by its JSON Pointer (RFC 6901) and stands at its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.closest import closest
from guidec.diagnostics.printable import printable
from guidec.diagnostics.rules.data import DATA_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import JsonValue
    from pydantic_core import ErrorDetails

    from guidec.data_file import Data
    from guidec.yaml_values import Path

M = TypeVar("M", bound=BaseModel)
MOST_ERRORS = 20
"""Differences from a model that are reported; the rest often follows from them."""
EXPECTED = re.compile(r"(?:Input|Value) should (?:be |have )?|Input ")


def fit(data: Data, model: type[M]) -> M | tuple[Diagnostic, ...]:
    """Make a model of a value, or say what does not fit."""
    try:
        return model.model_validate(data.value)
    except ValidationError as error:
        return tuple(
            _difference(found, data, model) for found in error.errors(include_url=False)[:MOST_ERRORS]
        )


def _difference(error: ErrorDetails, data: Data, model: type[BaseModel]) -> Diagnostic:
    path = _path_of(error["loc"], data.value, error["type"])
    pointer = printable("".join(f"/{_escaped(str(part))}" for part in path), 200)
    if error["type"] == "extra_forbidden":
        name = str(path[-1])
        keys = _keys(model, error["loc"][:-1])
        near = closest(name, keys)
        expected = f"`{near}`" if near else f"one of {_listed(keys)}"
        message = f"Unexpected key at `{pointer}`, expected {expected}"
        place = data.place(path, key=True)
        return Diagnostic.at(DATA_MODEL, message, place, suggestion=near)
    if error["type"] == "missing":
        place = data.place(path[:-1])
        place = place.source.span(place.start_offset, place.start_offset + 1)
        return Diagnostic.at(DATA_MODEL, f"Unexpected absence of `{pointer}`, expected a value", place)
    expected = "a mapping" if error["type"].startswith("model_") else EXPECTED.sub("", error["msg"], count=1)
    message = f"Unexpected {_kind(error['input'])} at `{pointer}`, expected {printable(expected, 200)}"
    return Diagnostic.at(DATA_MODEL, message, data.place(path))


def _path_of(location: tuple[int | str, ...], value: JsonValue, error: str) -> Path:
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
