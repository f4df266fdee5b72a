"""One JSX tag: its name and its attributes. Knows nothing of Markdown.

    tag        = "<" ["/"] [name] {attribute | spread} ["/"] ">"
    name       = identifier ({"." identifier} | [":" identifier])
    attribute  = identifier [":" identifier] ["=" (string | "{" expression "}")]
    spread     = "{" "..." expression "}"

White space may stand between any two parts, except directly behind `<`, where a space, a tab or a line ending means
that no tag was meant. Identifiers may hold `-`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NoReturn

from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.character_reference import decode_attribute
from guidec.mdx.expression import Expression, ExpressionKind, scan_expression
from guidec.mdx.javascript.characters import OTHER_SPACE, SPACE_AND_TAB, WHITE_SPACE, jsx_name_end
from guidec.mdx.problem import Problem, ScanError, show

if TYPE_CHECKING:
    from collections.abc import Callable

    from guidec.diagnostics import Rule

_INDENT = re.compile(rf"(\r\n?|\n)[{SPACE_AND_TAB}{OTHER_SPACE}]+")
_NAME = r"[A-Za-z$_][-\w$]*+"
_MEMBER = rf"{_NAME}(?:\.{_NAME})*+"
_ATTRIBUTE = re.compile(rf'({_NAME})(?:="([^"&\r\n]*+)")?+', re.ASCII)
_USUAL = re.compile(
    rf"<(?:/({_MEMBER})|({_MEMBER})((?:[ \t\r\n]++{_ATTRIBUTE.pattern})*+)[ \t\r\n]*+(/?))>", re.ASCII
)
_NAME_START = "a letter, `$` or `_`"
_ATTRIBUTE_OR_END = f"{_NAME_START} to start an attribute, or the end of the tag"
_COMMENT_NOTE = " (note: comments in tags are not supported in MDX)"
_LINK_NOTE = " (note: to write a link in MDX, use `[text](url)`)"


@dataclass(slots=True)
class Attribute:
    """`name`, `name="value"` or `name={expression}`."""

    start: int
    end: int
    name: str
    value: str | Expression | None
    """A string is decoded; None is a boolean attribute."""


@dataclass(frozen=True, slots=True)
class Spread:
    """`{...value}`."""

    start: int
    end: int
    value: str
    """What stands between the braces, dots included."""


@dataclass(slots=True)
class Tag:
    """A tag from `<` up to and with `>`."""

    start: int
    end: int
    name: str | None
    """Without white space: `a`, `a.b.c` or `a:b`; None for a fragment."""
    closing: bool
    self_closing: bool
    attributes: tuple[Attribute | Spread, ...]


def scan_tag(text: str, start: int, column_of: Callable[[int], int] | None = None) -> Tag | Problem | None:
    """Scan the JSX tag that starts at `start`, where `<` stands.

        > | <Card title="Okta" />
            ^

    None where no tag was meant. For `column_of` see `scan_expression`.
    """
    if usual := _USUAL.match(text, start):
        return _usual_tag(usual)
    if text[start + 1 : start + 2] in (" ", "\t", "\r", "\n") and start + 1 < len(text):
        return None
    scanner = _TagScanner(text, start, column_of)
    try:
        return scanner.tag()
    except ScanError as error:
        return replace(error.problem, tag=scanner.name)


def _usual_tag(found: re.Match[str]) -> Tag:
    """Give a tag that is written as most are, which the scanner would read in four times the time."""
    start, end = found.span()
    closing, name, attributes, *_, slash = found.groups()
    if closing:
        return Tag(start, end, closing, True, False, ())
    if not attributes:
        return Tag(start, end, name, False, slash == "/", ())
    parts = _ATTRIBUTE.finditer(found.string, *found.span(3))
    read = tuple(Attribute(part.start(), part.end(), part[1], part[2]) for part in parts)
    return Tag(start, end, name, False, slash == "/", read)


class _TagScanner:
    """A cursor over one tag; each method reads one part of the grammar, and raises `ScanError` where it cannot."""

    def __init__(self, text: str, start: int, column_of: Callable[[int], int] | None) -> None:
        self.text = text
        self.start = start
        self.offset = start + 1
        self.column_of = column_of
        self.name: str | None = None

    def tag(self) -> Tag:
        self.skip_space()
        closing = self.take("/")
        self.name = None if self.peek() == ">" else self.tag_name()
        attributes: list[Attribute | Spread] = []
        self_closing = False
        while not self_closing and self.peek() != ">":
            if closing and self.peek():
                self.refuse_in_closing_tag()
            self_closing = self.take("/")
            if not self_closing:
                attributes.append(self.spread() if self.peek() == "{" else self.attribute())
        if not self.take(">"):
            note = _COMMENT_NOTE if self.peek() in ("*", "/") else ""
            self.unexpected("after the slash", "`>` to end the tag" + note)
        return Tag(self.start, self.offset, self.name, closing, self_closing, tuple(attributes))

    def tag_name(self) -> str:
        name = self.identifier("before name", _NAME_START)
        if self.peek() == "@":
            self.unexpected("in name", _ATTRIBUTE_OR_END + _LINK_NOTE, rules.AUTOLINK)
        if self.take(":"):
            return f"{name}:{self.identifier('before local name', _NAME_START)}"
        while self.take("."):
            name = f"{name}.{self.identifier('before member name', _NAME_START)}"
        return name

    def attribute(self) -> Attribute:
        start = self.offset
        name = self.identifier("before attribute", _ATTRIBUTE_OR_END)
        end = self.name_end
        if self.take(":"):
            name = f"{name}:{self.identifier('before local attribute name', _NAME_START)}"
            end = self.name_end
        if not self.take("="):
            return Attribute(start, end, name, None)
        value, end = self.value()
        self.skip_space()
        return Attribute(start, end, name, value)

    def value(self) -> tuple[str | Expression, int]:
        opening = self.peek()
        if opening == "{":
            expression = self.expression(ExpressionKind.ATTRIBUTE_VALUE)
            return expression, expression.end
        if opening not in ('"', "'") or not opening:
            note = " (note: to pass an element, use `{<element />}`)" if opening == "<" else ""
            self.unexpected(
                "before attribute value", "`\"`, `'` or `{` to start it" + note, rules.ATTRIBUTE_VALUE
            )
        start = self.offset + 1
        end = self.text.find(opening, start)
        if end < 0:
            self.offset = len(self.text)
            self.unexpected("in attribute value", f"a closing quote `{opening}`", rules.ATTRIBUTE_VALUE)
        self.offset = end + 1
        return decode_attribute(_INDENT.sub(r"\1", self.text[start:end])), self.offset

    def spread(self) -> Spread:
        expression = self.expression(ExpressionKind.SPREAD)
        self.skip_space()
        return Spread(expression.start, expression.end, expression.value)

    def expression(self, kind: ExpressionKind) -> Expression:
        found = scan_expression(self.text, self.offset, kind, self.column_of)
        if isinstance(found, Problem):
            raise ScanError(found)
        self.offset = found.end
        return found

    def identifier(self, where: str, expected: str) -> str:
        """Read an identifier and the white space behind it."""
        start = self.offset
        self.name_end = jsx_name_end(self.text, start)
        if self.name_end == start:
            self.refuse_name(where, expected)
        self.offset = self.name_end
        self.skip_space()
        return self.text[start : self.name_end]

    def skip_space(self) -> None:
        self.offset = WHITE_SPACE.match(self.text, self.offset).end()  # type: ignore[union-attr]  # always matches

    def peek(self) -> str:
        """Give the next character, or the empty string at the end of the text."""
        return self.text[self.offset : self.offset + 1]

    def take(self, character: str) -> bool:
        """Step over `character` and the white space behind it, if it comes next."""
        if self.peek() != character:
            return False
        self.offset += 1
        if character != ">":
            self.skip_space()
        return True

    def refuse_name(self, where: str, expected: str) -> NoReturn:
        """Report that no name starts here, with a note for what authors often mean."""
        found = self.peek()
        if found == "!" and where == "before name":
            note = " (note: to write a comment in MDX, use `{/* text */}`)"
            self.unexpected(where, expected + note, rules.HTML_COMMENT)
        if where == "before local name" and found and found in "/+0123456789":
            self.unexpected(where, expected + _LINK_NOTE, rules.AUTOLINK)
        if where == "before name":
            comment = found in ("*", "/") and found
            expected += _COMMENT_NOTE if comment else " (note: to write `<` itself, use `\\<`)"
        self.unexpected(where, expected)

    def refuse_in_closing_tag(self) -> NoReturn:
        what = "self-closing slash `/`" if self.peek() == "/" else "attribute"
        reason = f"Unexpected {what} in closing tag, expected the end of the tag"
        raise ScanError(Problem(rules.CLOSING_TAG_CONTENT, reason, self.offset, self.offset + 1))

    def unexpected(self, where: str, expected: str, rule: Rule = rules.JSX_TAG) -> NoReturn:
        found = self.peek()
        reason = f"Unexpected {show(found) if found else 'end of file'} {where}, expected {expected}"
        raise ScanError(Problem(rule, reason, self.offset, self.offset + len(found), at_end=not found))
