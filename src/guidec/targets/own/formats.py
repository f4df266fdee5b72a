"""The formats that an output is read back as, each with its reader."""

from __future__ import annotations

import json
import tomllib
from html.parser import HTMLParser
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

from guidec.env_file import read_env
from guidec.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
OPTIONAL_END = frozenset(
    "body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr".split()
)


def read_back(name: str, text: str) -> object:
    """Read an output in the format `name`; ValueError says what is wrong with it and where."""
    return READERS[name](text)


def read_yaml(text: str) -> object:
    """Read one YAML document; dates are read as text, as in JSON."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return json.loads(json.dumps(YAML(typ="safe", pure=True).load(text), default=str))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise ValueError(f"line {mark.line + 1}, column {mark.column + 1}: {error.problem}") from error
    except YAMLError as error:
        raise ValueError(str(error)) from error


def read_json(text: str) -> object:
    """Read JSON as RFC 8259 has it: no NaN, no Infinity."""
    value: object = json.loads(text, parse_constant=_no_constant)
    return value


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def read_env_file(text: str) -> object:
    """Read an environment file as a mapping of names to values."""
    values, problems = read_env(Source(text))
    for problem in problems:
        raise ValueError(f"line {problem.start.line}: {problem.message}")
    return values


def read_html(text: str) -> object:
    """Read HTML and make sure that every element that must be closed is, in order."""
    reader = _Elements()
    reader.feed(text)
    reader.close()
    reader.leave(0)
    return text


class _Elements(HTMLParser):
    """Keeps the open elements."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as HTMLParser has it
        if tag not in VOID:
            self.open.append((tag, self.getpos()[0]))

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Leave `<path />` alone: inside SVG it is closed, and elsewhere the end tag is missing all the same."""

    def handle_endtag(self, tag: str) -> None:
        depth = next((n for n in range(len(self.open), 0, -1) if self.open[n - 1][0] == tag), 0)
        if depth:
            self.leave(depth)
            self.open.pop()
        elif tag not in VOID:
            raise ValueError(f"line {self.getpos()[0]}: </{tag}> closes nothing")

    def leave(self, depth: int) -> None:
        """Close the elements deeper than `depth`, which must not need an end tag."""
        for name, line in self.open[depth:]:
            if name not in OPTIONAL_END:
                raise ValueError(f"line {line}: <{name}> is not closed")
        del self.open[depth:]


READERS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "yaml": read_yaml,
        "json": read_json,
        "toml": tomllib.loads,
        "env": read_env_file,
        "html": read_html,
        "text": str,
    }
)
"""A row for each of `config.names.FORMATS`."""
