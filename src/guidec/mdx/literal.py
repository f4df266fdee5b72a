"""JavaScript literals as values, without running anything.

What is understood: strings, numbers, booleans, null, arrays, objects, template literals whose holes are known names,
and known names with members (`props.title`). Everything else is no literal, and stays source text.
"""

from __future__ import annotations

import math
import re
from collections import ChainMap
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.javascript.parser import Parser
from guidec.mdx.javascript.strings import unescape
from guidec.mdx.javascript.tokens import TEMPLATE, Tokens
from guidec.mdx.problem import ScanError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from guidec.mdx.javascript.modules import Import, Module

Value: TypeAlias = "bool | int | float | str | list[Value] | dict[str, Value] | None"

MOST_SIZE = 1_000_000
"""How many characters and elements a value may hold, known names counted each time that they are used."""
MOST_TIMES = 16
"""How many times its own length a module may hold through names."""
MOST_SAFE_INTEGER = 2**53
MOST_DIGITS = 250
"""Of a number that is not decimal; any longer one is infinite or nearly so."""
_WORDS: Mapping[str, Value] = {"true": True, "false": False, "null": None, "undefined": None}
_LINE_ENDING = re.compile(r"\r\n?")
_EXPONENT_ZEROS = re.compile(r"(?<=e[-+])0+")


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that an expression is known to have; a wrapper, because the value may be null."""

    value: Value
    brought: int = field(default=0, compare=False)
    """How many characters and elements known names brought into it."""


class _NoLiteralError(Exception):
    """Ends the reading of an expression that is no literal."""


def evaluate(source: str, names: Mapping[str, Value] | None = None) -> Literal | None:
    """Give the value of an expression, or None where it is no literal; `names` are the names with known values."""
    try:
        reader = _Reader(source, names or {})
        value = reader.value()
    except (ScanError, _NoLiteralError, RecursionError):
        return None
    return Literal(value, reader.size) if reader.tokens.kind == "end" else None


def exported_names(esm: str, names: Mapping[str, Value] | None = None) -> dict[str, Value]:
    """Give the names that `export const name = literal` binds; later ones may use earlier ones and `names`.

    What they bring in through other names is bounded by the length of `esm`.
    """
    values: dict[str, Value] = {}
    known = ChainMap(values, dict(names or {}))
    left = MOST_TIMES * len(esm)
    for constant in _module(esm).constants:
        literal = evaluate(esm[constant.start : constant.end], known)
        left -= literal.brought if literal is not None else 0
        if literal is not None and left >= 0:
            values[constant.name] = literal.value
    return values


def imports(esm: str) -> tuple[Import, ...]:
    """Give the names that the import declarations in a text bind, in order; offsets count from its start."""
    return tuple(_module(esm).imports)


def _module(esm: str) -> Module:
    """Read declarations, as far as they are valid."""
    from guidec.mdx.javascript.modules import Module, module

    found = Module()
    with suppress(ScanError, RecursionError):
        module(Parser(esm, 0, rules.ESM), found)
    return found


class _Reader:
    """Reads literals from left to right, token by token."""

    def __init__(self, source: str, names: Mapping[str, Value]) -> None:
        self.tokens = Tokens(source, 0, rules.EXPRESSION)
        self.tokens.next()
        self.names = names
        self.size = 0

    def value(self) -> Value:
        match self.tokens.kind:
            case "string":
                return self.string()
            case "number":
                return self.number()
            case "word":
                return self.known()
        match self.tokens.value:
            case "[":
                return self.array()
            case "{":
                return self.object()
            case "`":
                return self.template()
            case "-":
                self.tokens.next()
                return -self.number()
        raise _NoLiteralError

    def string(self) -> str:
        value = unescape(self.tokens.value[1:-1])
        self.tokens.next()
        return value

    def number(self) -> int | float:
        digits = self.tokens.value.replace("_", "").lower()
        if self.tokens.kind != "number" or digits.endswith("n"):
            raise _NoLiteralError
        self.tokens.next()
        if digits[:2] in ("0x", "0o", "0b"):
            return _plain(float(int(digits, 0)) if len(digits) <= MOST_DIGITS else math.inf)
        return _plain(float(digits))

    def known(self) -> Value:
        """Read a known word or name, and the members behind it."""
        t = self.tokens
        if t.value not in self.names and t.value not in _WORDS:
            raise _NoLiteralError
        value = self.names[t.value] if t.value in self.names else _WORDS[t.value]
        t.next()
        while t.take("."):
            if not isinstance(value, dict) or t.kind != "word" or t.value not in value:
                raise _NoLiteralError
            value = value[t.value]
            t.next()
        self.count(value)
        return value

    def array(self) -> list[Value]:
        t = self.tokens
        items: list[Value] = []
        t.open("[")
        while t.value != "]":
            items.append(self.value())
            if not t.take(","):
                break
        t.close("]")
        return items

    def object(self) -> dict[str, Value]:
        t = self.tokens
        members: dict[str, Value] = {}
        t.open("{")
        while t.value != "}":
            is_word = t.kind == "word"
            if is_word and t.peek() in (",", "}"):
                name, value = t.value, self.known()
            else:
                name = self.key()
                t.expect(":")
                value = self.value()
            if name == "__proto__":
                raise _NoLiteralError
            members[name] = value
            if not t.take(","):
                break
        t.close("}")
        return members

    def key(self) -> str:
        t = self.tokens
        if t.kind == "string":
            return self.string()
        if t.kind == "number":
            return _shown(self.number())
        name = t.value
        if t.kind != "word":
            raise _NoLiteralError
        t.next()
        return name

    def template(self) -> str:
        t = self.tokens
        parts: list[str] = []
        start = t.end
        while True:
            end = TEMPLATE.match(t.text, start).end()  # type: ignore[union-attr]  # always matches
            t.check_escapes(start, end)
            parts.append(unescape(_LINE_ENDING.sub("\n", t.text[start:end])))
            if not t.text.startswith("${", end):
                break
            t.enter_bracket()
            t.resume(end + 2)
            parts.append(_shown(self.value()))
            t.leave_bracket()
            if t.value != "}":
                raise _NoLiteralError
            start = t.end
        if not t.text.startswith("`", end):
            raise _NoLiteralError
        t.resume(end + 1)
        return "".join(parts)

    def count(self, value: Value) -> None:
        """Count what a known name brings in."""
        rest = [value]
        while rest:
            item = rest.pop()
            self.size += 1 + (len(item) if isinstance(item, (str, list, dict)) else 0)
            if self.size > MOST_SIZE:
                raise _NoLiteralError
            if isinstance(item, (list, dict)):
                rest += item.values() if isinstance(item, dict) else item


def _plain(number: float) -> int | float:
    """Give a number as JSON writes it: no integer has a fraction, and there is no infinity."""
    if math.isinf(number):
        raise _NoLiteralError
    return int(number) if number.is_integer() and abs(number) <= MOST_SAFE_INTEGER else number


def _shown(value: Value) -> str:
    """Give a value as a template literal shows it."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case list() | dict():
            raise _NoLiteralError
        case float():
            return _EXPONENT_ZEROS.sub("", repr(value))
    return str(value)
