"""JavaScript literals as values, without running anything.

What is understood: strings, numbers, booleans, null, arrays, objects, template literals whose holes are known names, and
known names with members (`props.title`). Everything else is no literal, and stays source text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

Value: TypeAlias = "None | bool | int | float | str | list[Value] | dict[str, Value]"

MAX_DEPTH = 64
"""How deep arrays and objects may be nested."""
SPACE = re.compile(r"(?:\s|//[^\n\r]*|/\*.*?\*/)*", re.DOTALL)
NAME = re.compile(r"[A-Za-z_$][\w$]*")
NUMBER = re.compile(r"0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
STRING = re.compile(r"\"((?:[^\"\\\r\n]|\\(?:\r\n|.))*)\"|'((?:[^'\\\r\n]|\\(?:\r\n|.))*)'", re.DOTALL)
TEMPLATE_TEXT = re.compile(r"(?:[^`\\$]|\\(?:\r\n|.)|\$(?!\{))*", re.DOTALL)
ESCAPE = re.compile(r"\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r\n|.))", re.DOTALL)
ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}
WORDS: Mapping[str, Value] = {"true": True, "false": False, "null": None, "undefined": None}
EXPORT = re.compile(r"(?m)^export\s+(?:const|let|var)\s+(?=[A-Za-z_$])")
IMPORT = re.compile(
    r"(?m)^import\s*(?:(?P<names>[^;'\"`()]*?)\s*\bfrom\s*)?(?P<quote>[\"'])(?P<source>(?:[^\"'\\\r\n]|\\.)*)(?P=quote)"
)
IMPORTED = re.compile(r"\*\s*as\s+(?P<all>[\w$]+)|\{(?P<named>[^{}]*)\}|(?P<default>[\w$]+)")


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that an expression is known to have; a wrapper, because the value may be null."""

    value: Value


@dataclass(frozen=True, slots=True)
class Import:
    """One name that an import declaration binds."""

    source: str
    """The module or file that it names."""
    local: str
    imported: str
    """The export's name: `default` and `*` for a default and a namespace import."""
    start: int
    """Where the declaration starts, counted from the start of the text."""
    end: int
    """Where it ends."""


class _NoLiteralError(Exception):
    """Ends the reading of an expression that is no literal."""


def evaluate(source: str, names: Mapping[str, Value] | None = None) -> Literal | None:
    """Give the value of an expression, or None where it is no literal; `names` are the names with known values."""
    reader = _Reader(source, names or {})
    try:
        value = reader.value()
    except _NoLiteralError:
        return None
    return Literal(value) if reader.at_end() else None


def exported_names(esm: str) -> dict[str, Value]:
    """Give the names that `export const name = literal` binds; later ones may use earlier ones."""
    values: dict[str, Value] = {}
    for statement in EXPORT.finditer(esm):
        reader = _Reader(esm, values, statement.end())
        try:
            while True:
                name = reader.match(NAME)
                reader.expect("=")
                value = reader.value()
                if not reader.at_statement_end():
                    break
                values[name] = value
                reader.expect(",")
        except _NoLiteralError:
            continue
    return values


def imports(esm: str) -> tuple[Import, ...]:
    """Give the names that the import declarations in a text bind, in order."""
    return tuple(
        Import(statement["source"], local, imported, *statement.span())
        for statement in IMPORT.finditer(esm)
        for local, imported in _bindings(statement["names"] or "")
    )


def _bindings(names: str) -> list[tuple[str, str]]:
    bindings: list[tuple[str, str]] = []
    for found in IMPORTED.finditer(names):
        if found["all"]:
            bindings.append((found["all"], "*"))
        elif found["default"]:
            bindings.append((found["default"], "default"))
        else:
            for name in filter(None, map(str.strip, found["named"].split(","))):
                imported, _, local = name.partition(" as ")
                bindings.append((local.strip() or imported.strip(), imported.strip()))
    return bindings


class _Reader:
    """Reads literals from `text`, from left to right."""

    def __init__(self, text: str, names: Mapping[str, Value], at: int = 0) -> None:
        self.text = text
        self.names = names
        self.at = at
        self.depth = 0

    def skip(self) -> str:
        """Skip white space and comments; give the character behind, "" at the end."""
        space = SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.text[self.at : self.at + 1]

    def at_end(self) -> bool:
        return self.skip() == ""

    def at_statement_end(self) -> bool:
        """Tell whether a statement may end here: at its mark, at a comma, or at the end of a line."""
        behind = self.at
        return self.skip() in ("", ";", ",") or "\n" in self.text[behind : self.at].replace("\r", "\n")

    def expect(self, mark: str) -> None:
        if self.skip() != mark:
            raise _NoLiteralError
        self.at += 1

    def match(self, pattern: re.Pattern[str]) -> str:
        self.skip()
        found = pattern.match(self.text, self.at)
        if found is None:
            raise _NoLiteralError
        self.at = found.end()
        return found.group()

    def value(self) -> Value:
        match self.skip():
            case '"' | "'":
                return _unescape(self.match(STRING)[1:-1])
            case "`":
                return self.template()
            case "[":
                return self.nested(self.array)
            case "{":
                return self.nested(self.object)
            case "-":
                self.at += 1
                return -_number(self.match(NUMBER))
            case character if character.isdigit() or character == ".":
                return _number(self.match(NUMBER))
        return self.member(self.match(NAME))

    def nested(self, read: Callable[[], Value]) -> Value:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise _NoLiteralError
        self.at += 1
        value = read()
        self.at += 1
        self.depth -= 1
        return value

    def array(self) -> list[Value]:
        items: list[Value] = []
        while self.skip() != "]":
            items.append(self.value())
            if self.skip() != "]":
                self.expect(",")
        return items

    def object(self) -> dict[str, Value]:
        members: dict[str, Value] = {}
        while self.skip() != "}":
            key = self.key()
            if self.skip() == ":":
                self.at += 1
                members[key] = self.value()
            else:
                members[key] = self.member(key)
            if self.skip() != "}":
                self.expect(",")
        return members

    def key(self) -> str:
        character = self.skip()
        if character in ('"', "'"):
            return _unescape(self.match(STRING)[1:-1])
        if character.isdigit():
            return str(_number(self.match(NUMBER)))
        return self.match(NAME)

    def member(self, name: str) -> Value:
        """Read a known word or name, and the members behind it."""
        if name in self.names:
            value = self.names[name]
        elif name in WORDS:
            value = WORDS[name]
        else:
            raise _NoLiteralError
        while self.skip() == ".":
            self.at += 1
            key = self.match(NAME)
            if not isinstance(value, dict) or key not in value:
                raise _NoLiteralError
            value = value[key]
        return value

    def template(self) -> str:
        self.at += 1
        parts: list[str] = []
        while True:
            text = TEMPLATE_TEXT.match(self.text, self.at)
            self.at = text.end() if text else self.at
            parts.append(_unescape(text.group() if text else ""))
            if self.text[self.at : self.at + 1] == "`":
                self.at += 1
                return "".join(parts)
            if not self.text.startswith("${", self.at):
                raise _NoLiteralError
            self.at += 2
            parts.append(_shown(self.value()))
            self.expect("}")


def _shown(value: Value) -> str:
    """Give a value as a template literal shows it."""
    if isinstance(value, (list, dict)):
        raise _NoLiteralError
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _number(text: str) -> int | float:
    if text[:2].lower() in ("0x", "0o", "0b"):
        return int(text, 0)
    number = float(text)
    return int(number) if number.is_integer() and abs(number) < 2**53 else number


def _unescape(text: str) -> str:
    if "\\" not in text:
        return text

    def character(escape: re.Match[str]) -> str:
        code = escape[1] or escape[2] or escape[3]
        if code:
            number = int(code[:8], 16)
            return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\N{REPLACEMENT CHARACTER}"
        mark: str = escape[4]
        return "" if mark in ("\n", "\r", "\r\n") else ESCAPED.get(mark, mark)

    return ESCAPE.sub(character, text)
