"""Reads back the YAML that guidec writes.

Every rendered file is parsed again before it is written. A whole YAML parser takes longer for that than
everything else a build does, so this one knows only what the templates use: block mappings and sequences,
double-quoted scalars, literal blocks, plain words, `[]`, `{}`, and comments on lines of their own. Anything
else is an error: it is stricter than a YAML parser, never laxer, and the tests hold it against two of those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pydantic_core import from_json

if TYPE_CHECKING:
    from pydantic import JsonValue

KEY = re.compile(r'([A-Za-z][A-Za-z0-9_]*|"(?:[^"\\]|\\.)*"):(?: (.+))?')
PLAIN = re.compile(r"[A-Za-z$][A-Za-z0-9_.$]*")
CONSTANTS: dict[str, JsonValue] = {"true": True, "false": False}


class YamlSubsetError(ValueError):
    """The text is not of the YAML that guidec writes."""


def load(text: str) -> JsonValue:
    """Read one document; raises `YamlSubsetError`, which names the line."""
    reader = _Reader(text)
    try:
        value = reader.node(0)
    except (IndexError, ValueError) as error:
        raise YamlSubsetError(f"line {reader.number}: {error}") from error
    if not reader.at_end:
        raise YamlSubsetError(f"line {reader.number}: text after the document")
    return value


class _Reader:
    """Goes through the lines once; `indent` and `rest` are the current line's."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.number = 0
        self.indent = -1
        self.rest = ""
        self.advance()

    @property
    def at_end(self) -> bool:
        return self.indent < 0

    def advance(self) -> None:
        """Go to the next line that is neither empty nor a comment."""
        for number in range(self.number, len(self.lines)):
            line = self.lines[number]
            self.rest = line.lstrip(" ")
            if self.rest and not self.rest.startswith("#"):
                self.indent = len(line) - len(self.rest)
                self.number = number + 1
                return
        self.number, self.indent, self.rest = len(self.lines), -1, ""

    def node(self, indent: int) -> JsonValue:
        """Read the mapping, sequence or scalar that starts on the current line."""
        if self.indent != indent:
            raise ValueError(f"{self.indent} columns of indentation in place of {indent}")
        if self.rest.startswith("- "):
            return self.sequence(indent)
        if match := KEY.fullmatch(self.rest):
            return self.mapping(match, indent)
        return self.scalar(self.rest, indent)

    def sequence(self, indent: int) -> JsonValue:
        items: list[JsonValue] = []
        while self.indent == indent and self.rest.startswith("- "):
            self.indent, self.rest = indent + 2, self.rest[2:]
            items.append(self.node(indent + 2))
        return items

    def mapping(self, match: re.Match[str] | None, indent: int) -> JsonValue:
        entries: dict[str, JsonValue] = {}
        while match:
            key, value = match.groups()
            name = from_json(key) if key.startswith('"') else key
            if name in entries:
                raise ValueError(f"the key {name} twice")
            entries[name] = self.scalar(value, indent) if value else self.child(indent)
            match = KEY.fullmatch(self.rest) if self.indent == indent else None
        return entries

    def child(self, indent: int) -> JsonValue:
        """Read the value of a key from the lines below it."""
        self.advance()
        if self.indent <= indent:
            raise ValueError("a key without a value")
        return self.node(self.indent)

    def scalar(self, text: str, indent: int) -> JsonValue:
        if text == "|-":
            return self.block(indent)
        value: JsonValue
        if text.startswith('"'):
            value = from_json(text)
        elif text in ("[]", "{}"):
            value = [] if text == "[]" else {}
        elif PLAIN.fullmatch(text):
            value = CONSTANTS.get(text, text)
        else:
            raise ValueError("a value that is no word and not quoted")
        self.advance()
        return value

    def block(self, indent: int) -> str:
        """Read the lines of a literal block below the current line."""
        first = self.lines[self.number]
        margin = " " * (len(first) - len(first.lstrip(" ")))
        if len(margin) <= indent:
            raise ValueError("a literal block without content")
        end = self.number
        while end < len(self.lines) and (not self.lines[end] or self.lines[end].startswith(margin)):
            end += 1
        text = "\n".join(line.removeprefix(margin) for line in self.lines[self.number : end])
        self.number = end
        self.advance()
        return text.rstrip("\n")
