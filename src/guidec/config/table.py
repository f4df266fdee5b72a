"""Reads one TOML table: typed values out, and a diagnostic for whatever does not fit."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from guidec.config.place import find_key, find_value
from guidec.diagnostics.diagnostic import Diagnostic
from guidec.diagnostics.rules.configuration import INVALID_CONFIGURATION, UNKNOWN_SETTING

if TYPE_CHECKING:
    from collections.abc import Collection

    from guidec.diagnostics.rule import Rule
    from guidec.source import Source

SITE = re.compile(r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]+(/[^\s?#]*)?")
"""The address of a site; without flags, since the JSON Schema of the configuration has this pattern, too."""
MAX_LISTED = 10
"""Choices that a message names."""


class Table:
    """A TOML table whose known keys are those that are asked for."""

    def __init__(
        self, values: dict[str, Any], path: tuple[str, ...], source: Source, found: list[Diagnostic]
    ) -> None:
        self.values = values
        self.path = path
        self.source = source
        self.found = found
        self._asked: list[str] = []

    def value(self, key: str) -> Any:
        """Give a raw value, or None where the key is absent."""
        self._asked.append(key)
        return self.values.get(key)

    def text(self, key: str, choices: Collection[str] = ()) -> str | None:
        """Give a string, one of `choices` if there are any."""
        value = self.value(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value:
            self._expected(key, value, "a string")
            return None
        return value if self._is_choice(key, value, choices) else None

    def site(self, key: str) -> str | None:
        """Give the address of a site, over http or https, without a slash at its end."""
        value = self.text(key)
        if value is not None and not SITE.fullmatch(value):
            expected = "the address of a site, such as `https://docs.example.com`"
            message = f"Unexpected `{value[:60]}` in `{key}`, expected {expected}"
            place = find_value(self.source, self.path, key)
            self.found.append(Diagnostic.at(INVALID_CONFIGURATION, message, place))
            return None
        return value.rstrip("/") if value else None

    def texts(
        self, key: str, choices: Collection[str] = (), *, required: bool = False
    ) -> tuple[str, ...] | None:
        """Give an array of strings."""
        value = self.value(key)
        if value is None:
            if required:
                self._missing(key)
            return None
        if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
            self._expected(key, value, "an array of strings")
            return None
        return tuple(item for item in value if self._is_choice(key, item, choices))

    def natural(self, key: str, default: int) -> int:
        """Give a whole number of at least 1."""
        value = self.value(key)
        if value is None:
            return default
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            self._expected(key, value, "a whole number of at least 1")
            return default
        return value

    def flag(self, key: str) -> bool:
        """Give a boolean, False where the key is absent."""
        value = self.value(key)
        if value is not None and not isinstance(value, bool):
            self._expected(key, value, "true or false")
        return value is True

    def table(self, key: str) -> Table:
        """Give the table below a key, an empty one where it is absent."""
        value = self.value(key)
        if value is not None and not isinstance(value, dict):
            self._expected(key, value, "a table")
        return Table(value if isinstance(value, dict) else {}, (*self.path, key), self.source, self.found)

    def tables(self, key: str) -> list[Table]:
        """Give the tables of an array of tables, none where it is absent."""
        value = self.value(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self._expected(key, value, "an array of tables")
            return []
        return [
            Table(item, (*self.path, key, str(number)), self.source, self.found)
            for number, item in enumerate(value)
        ]

    def finish(self) -> None:
        """Report the keys that nothing asked for."""
        for key in self.values:
            if key not in self._asked:
                self.unknown(UNKNOWN_SETTING, f"Unexpected setting `{key}`", key, key, self._asked)

    def wrong(self, rule: Rule, message: str, key: str | None = None) -> None:
        """Report `message` at the place of a key, or of the whole table."""
        path, name = (self.path, key) if key else (self.path[:-1], self.path[-1])
        self.found.append(Diagnostic.at(rule, message, find_key(self.source, path, name)))

    def unknown(self, rule: Rule, what: str, key: str, name: str, choices: Collection[str]) -> None:
        """Report a `name` that is none of `choices`, with the nearest one."""
        from guidec.diagnostics.closest import closest  # configurations are right, most of the time

        nearest = closest(name, choices)
        expected = f"`{nearest}`" if nearest else f"one of {_listed(choices)}"
        place = (
            find_key(self.source, self.path, key)
            if name == key
            else find_value(self.source, self.path, key, name)
        )
        quote = place.text[:1] if place.text != name and place.text[1:-1] == name else ""
        is_name = place.text == f"{quote}{name}{quote}"
        suggestion = f"{quote}{nearest}{quote}" if nearest and is_name else None
        self.found.append(Diagnostic.at(rule, f"{what}, expected {expected}", place, suggestion=suggestion))

    def _is_choice(self, key: str, value: str, choices: Collection[str]) -> bool:
        if choices and value not in choices:
            self.unknown(INVALID_CONFIGURATION, f"Unexpected `{value}` in `{key}`", key, value, choices)
            return False
        return True

    def _missing(self, key: str) -> None:
        message = f"Unexpected table without `{key}`, expected an array of strings"
        place = find_key(self.source, self.path[:-1], self.path[-1])
        self.found.append(Diagnostic.at(INVALID_CONFIGURATION, message, place))

    def _expected(self, key: str, value: object, expected: str) -> None:
        message = f"Unexpected {_kind(value)} for `{key}`, expected {expected}"
        place = find_value(self.source, self.path, key)
        self.found.append(Diagnostic.at(INVALID_CONFIGURATION, message, place))


def _listed(choices: Collection[str]) -> str:
    listed = [f"`{choice}`" for choice in islice(choices, MAX_LISTED)]
    return ", ".join([*listed, "…"] if len(choices) > MAX_LISTED else listed)


def _kind(value: object) -> str:
    """Name the TOML type of a value."""
    names = {str: "string", bool: "boolean", int: "number", float: "number", list: "array", dict: "table"}
    if value in ("", 0):
        return f"value {value!r}"
    return names.get(type(value), "date or time")
