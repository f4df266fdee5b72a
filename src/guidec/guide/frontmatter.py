"""Frontmatter: one YAML mapping of plain values, read without building any object.

Read by YAML 1.2's core schema, so `no` and `2024-01-01` stay strings. Every value counts against a limit before it is
built, those that aliases repeat included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules import frontmatter as rules
from guidec.guide import hidden
from guidec.guide.plain_frontmatter import read_plain
from guidec.source import LINE_ENDING

if TYPE_CHECKING:
    from pydantic import JsonValue

    from guidec.mdx.nodes import Yaml
    from guidec.source import Position, Source

MAX_DEPTH = 64
"""How deep values may be nested."""
MOST_OPEN = 200
"""Brackets that may be open at once; what the YAML library does grows with their square, up to some thousand."""
RULES = MappingProxyType(
    {
        "mapping": rules.FRONTMATTER_MAPPING,
        "limit": rules.FRONTMATTER_LIMIT,
        "tag": rules.FRONTMATTER_TAG,
        "duplicate key": rules.FRONTMATTER_DUPLICATE_KEY,
    }
)
"""By what the reader of values cannot take."""


BRACKET = re.compile(r"[\[\]{}]")


@dataclass(slots=True)
class Frontmatter:
    """What a guide's frontmatter says."""

    values: dict[str, JsonValue] = field(default_factory=dict)
    places: dict[str, Position] = field(default_factory=dict)
    """Where the value of each top-level key stands."""
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_frontmatter(node: Yaml, max_values: int = 10_000) -> Frontmatter:
    """Read the YAML of a frontmatter node; what cannot be read is reported and leaves no values."""
    assert node.position is not None
    source = node.position.source
    fence = LINE_ENDING.search(source.text, node.position.start_offset)
    base = fence.end() if fence else node.position.end_offset
    plain = read_plain(node.value)
    if plain and 2 * len(plain) < max_values:
        places = {key: source.span(base + entry.start, base + entry.end) for key, entry in plain.items()}
        return Frontmatter({key: entry.text for key, entry in plain.items()}, places)
    return _read_yaml(node.value, source, base, max_values)


def _read_yaml(text: str, source: Source, base: int, max_values: int) -> Frontmatter:
    """Read any YAML, which stands at the offset `base` of the source."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    from guidec.yaml_values import ValueReader, WrongValueError

    read = Frontmatter()
    if _opens_too_much(text):
        return Frontmatter(diagnostics=[_too_deep(source.span(base, base), max_values)])
    try:
        composed = YAML(typ="safe", pure=True).compose(text)
        if composed is not None:
            reader = ValueReader("the frontmatter", max_values, MAX_DEPTH)
            read.values = reader.mapping(composed)
            for path, (start, end) in reader.places.items():
                if len(path) == 1:
                    read.places[str(path[0])] = source.span(base + start, base + end)
            whole = source.span(base, base + len(text))
            read.diagnostics += hidden.escaped(hidden.strings(read.values), whole)
    except WrongValueError as wrong:
        place = source.span(base + wrong.index, base + wrong.index)
        read.diagnostics.append(Diagnostic.at(RULES[wrong.what], wrong.reason, place))
    except RecursionError:
        read.diagnostics.append(_too_deep(source.span(base, base), max_values))
    except (YAMLError, ValueError) as error:
        mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
        index = base + (mark.index if mark else 0)
        problem = getattr(error, "problem", None) or "value"
        reason = f"Unexpected YAML ({_plain(str(problem))}), expected `key: value` lines"
        read.diagnostics.append(Diagnostic.at(rules.FRONTMATTER_YAML, reason, source.span(index, index)))
    return read


def _opens_too_much(text: str) -> bool:
    """Tell whether so many brackets are open at once that they must be nested too deeply, or stand for nothing."""
    if text.count("[") + text.count("{") <= MOST_OPEN:
        return False
    level = 0
    for bracket in BRACKET.finditer(text):
        level = level + 1 if bracket.group() in "[{" else max(level - 1, 0)
        if level > MOST_OPEN:
            return True
    return False


def _too_deep(place: Position, max_values: int) -> Diagnostic:
    limits = f"at most {max_values} values, {MAX_DEPTH} levels deep"
    reason = f"Unexpected nesting of the frontmatter, expected {limits}"
    return Diagnostic.at(rules.FRONTMATTER_LIMIT, reason, place)


def _plain(problem: str) -> str:
    """Give what the YAML library calls a problem, in words."""
    return " ".join(re.sub(r"[<>'(),]+", " ", problem).split())[:120]
