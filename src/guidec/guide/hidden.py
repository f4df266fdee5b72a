"""Characters that nobody sees: controls, bidirectional marks, zero-width ones; also those that an escape stands for.

A control character never leaves the guide: U+FFFD stands for it in the data. The others stay, and all are reported.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from dataclasses import fields, replace
from html.entities import html5
from itertools import islice
from typing import TYPE_CHECKING, Any

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.guide import CONTROL_CHARACTER, INVISIBLE_CHARACTER
from guidec.mdx import nodes
from guidec.source import CONTROL, REPLACEMENT, without_controls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import JsonValue

    from guidec.diagnostics import Rule
    from guidec.source import Position, Source

INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\u206a-\u206f\u3164"
    r"\ufff9-\ufffb\U000e0000-\U000e007f\ufeff](?<!\A\ufeff)"
)
"""Without the joiners U+200C and U+200D, which scripts and emoji need.

A pattern that starts with a class is searched ten times as fast as one of several.
"""
HIDDEN = re.compile(f"{CONTROL.pattern[:-1]}{INVISIBLE.pattern[1:]}")
HIDDEN_OR_LOST = re.compile(f"{REPLACEMENT}|{HIDDEN.pattern}")
ODD = re.compile(f"{REPLACEMENT}|{INVISIBLE.pattern}")
NAMES = "|".join(sorted(name for name, text in html5.items() if name.endswith(";") and HIDDEN.search(text)))
ESCAPE = re.compile(
    r"&(?:#[xX](?P<html>[0-9a-fA-F]{1,8})|#(?P<decimal>[0-9]{1,8})|(?P<name>[A-Za-z]{1,31}));"  # HTML, Markdown
    r"|\\(?:u\{(?P<long>[0-9a-fA-F]{1,8})\}|u(?P<four>[0-9a-fA-F]{4})|x(?P<two>[0-9a-fA-F]{2})"
    r"|U(?P<eight>[0-9a-fA-F]{8})|(?P<letter>[0abevfNP]))"  # JavaScript, JSON, YAML
)
REFERENCE = re.compile(f"&(?:#|{NAMES})")
BACKSLASH = re.compile(r"\\[uUx0abevfNP]")
TEXTS = frozenset("value url title alt lang meta label identifier name spelling attributes".split())
"""The fields of nodes that hold text of the guide."""
LETTERS = {"0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "N": "\x85", "P": "\u2029"}
MOST = 20
"""How many places of one kind are reported in one file."""


def may_hide(text: str) -> bool:
    """Tell whether a text holds what it must hold to hide anything in what is made of it."""
    return any(pattern.search(text) for pattern in (HIDDEN, REFERENCE, BACKSLASH))


def raw(source: Source) -> Iterator[Diagnostic]:
    """Report what a file hides as it stands there."""
    if not HIDDEN.search(source.text):
        return
    for rule, pattern in ((CONTROL_CHARACTER, CONTROL), (INVISIBLE_CHARACTER, INVISIBLE)):
        for match in islice(pattern.finditer(source.text), MOST):
            yield _found(rule, f"character {_name(match[0])}", source.span(*match.span()))


def escaped(values: Iterable[str], place: Position) -> Iterator[Diagnostic]:
    """Report what escapes hide in values that were read at a place; U+FFFD stands for control characters in them."""
    odd = {character for value in values for character in ODD.findall(value)}
    odd -= set(without_controls(place.text)) if odd else set()
    named = set()
    for match in ESCAPE.finditer(place.text) if odd else ():
        character = _decoded(match)
        shown = without_controls(character)
        if shown in odd:
            named.add(shown)
            at = place.source.span(place.start_offset + match.start(), place.start_offset + match.end())
            rule = CONTROL_CHARACTER if shown == REPLACEMENT else INVISIBLE_CHARACTER
            yield _found(rule, f"escape `{match[0][:40]}` for {_name(character)}", at)
    for character in sorted(odd - named):  # a name stands there, and its value elsewhere
        rule = CONTROL_CHARACTER if character == REPLACEMENT else INVISIBLE_CHARACTER
        yield _found(rule, f"value with {_name(character)}", place)


def _found(rule: Rule, what: str, place: Position) -> Diagnostic:
    return Diagnostic.at(rule, f"Unexpected {what}, expected visible text", place)


def _name(character: str) -> str:
    return f"U+{ord(character):04X} ({unicodedata.name(character, 'control character')})"


def _decoded(escape: re.Match[str]) -> str:
    """Give the character that an escape stands for; U+FFFD where there is none."""
    kind, said = escape.lastgroup, escape[escape.lastgroup or 0]
    if kind == "name":
        return html5.get(f"{said};", "")
    if kind == "letter":
        return LETTERS[said]
    code = int(said, 10 if kind == "decimal" else 16)
    return chr(code) if code <= sys.maxunicode else REPLACEMENT


def strings(value: JsonValue) -> Iterator[str]:
    """Give all strings in a value, keys included."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list):
            stack += one
        elif isinstance(one, dict):
            stack += [*one, *one.values()]


def value_without_controls(value: JsonValue) -> JsonValue:
    """Give a value with U+FFFD for each control character in its strings, keys included."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, list):
        return [value_without_controls(item) for item in value]
    if isinstance(value, dict):
        return {without_controls(key): value_without_controls(item) for key, item in value.items()}
    return value


class Nodes:
    """Reads expanded nodes: gives them without control characters, and reports what escapes hide."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._fields: dict[type[nodes.Node], tuple[str, ...]] = {}

    def cleaned(self, content: Iterable[nodes.Node]) -> tuple[nodes.Node, ...]:
        """Give nodes without control characters."""
        return tuple(map(self._node, content))

    def _node(self, node: nodes.Node) -> nodes.Node:
        changed: dict[str, Any] = {}
        for name in self._texts(type(node)):
            value: JsonValue = getattr(node, name)
            said = [text for text in strings(value) if HIDDEN_OR_LOST.search(text)] if value else []
            if said:
                changed[name] = value_without_controls(value)
                self._report([without_controls(text) for text in said], node.position)
        if isinstance(node, nodes.Parent):
            children = self.cleaned(node.children)
            if any(new is not old for new, old in zip(children, node.children, strict=True)):
                changed["children"] = children
        return replace(node, **changed) if changed else node

    def _report(self, values: list[str], place: Position | None) -> None:
        if place is not None and len(self.diagnostics) < MOST:
            self.diagnostics += islice(escaped(values, place), MOST)

    def _texts(self, kind: type[nodes.Node]) -> tuple[str, ...]:
        """Give the names of the fields that hold text."""
        if kind not in self._fields:
            self._fields[kind] = tuple(field.name for field in fields(kind) if field.name in TEXTS)
        return self._fields[kind]
