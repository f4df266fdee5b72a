"""Values as lines of YAML, in the style in which guidec writes connectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guidec.targets.quoting import block, quoted, word

Value = str | bool | None | Sequence["Value"] | Mapping[str, "Value"]
"""What a guide gives; of a mapping, None is what it has not."""


def entry_lines(name: str, value: Value, column: int) -> list[str]:
    """Write the entry of a block mapping whose keys stand at `column`."""
    first, *rest = value_lines(value, column)
    return [f"{' ' * column}{word(name)}:{first}", *rest]


def value_lines(value: Value, column: int) -> list[str]:
    """Write what follows the colon of a key at `column`: the rest of its line, and the lines below."""
    if isinstance(value, Mapping) and value:
        return ["", *mapping_lines(value, column + 2)]
    if isinstance(value, Sequence) and not isinstance(value, str) and value:
        return ["", *(line for item in value for line in item_lines(item, column + 2))]
    if isinstance(value, str):
        return f" {block(value, column + 2)}".split("\n")
    return [f" {inline(value)}"]


def mapping_lines(value: Mapping[str, Value], column: int) -> list[str]:
    """Write the entries of a block mapping."""
    known = [(name, part) for name, part in value.items() if part is not None]
    return [line for name, part in known for line in entry_lines(name, part, column)]


def item_lines(value: Value, column: int) -> list[str]:
    """Write an item of a block sequence whose dashes stand at `column`."""
    margin = " " * column
    if isinstance(value, Mapping) and value:
        first, *rest = mapping_lines(value, column + 2)
        return [f"{margin}- {first.lstrip(' ')}", *rest]
    return [f"{margin}- {inline(value)}"]


def inline(value: Value) -> str:
    """Write a value on one line, in flow style."""
    match value:
        case str():
            return quoted(value)
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
        case Mapping():
            known = [f"{word(name)}: {inline(part)}" for name, part in value.items() if part is not None]
            return f"{{{', '.join(known)}}}"
        case _:
            return f"[{', '.join(map(inline, value))}]"
