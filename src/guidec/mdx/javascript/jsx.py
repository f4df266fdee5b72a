"""JSX among JavaScript (facebook.github.io/jsx). Children are read in a loop, so elements may nest deeply."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions
from guidec.mdx.javascript.characters import SPACE, jsx_name_end
from guidec.mdx.javascript.parser import VALUE
from guidec.mdx.javascript.tokens import COMMENT, MOST_SHOWN
from guidec.mdx.problem import show

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Operand, Parser

_TRIVIA = re.compile(rf"(?:[{SPACE}]++|{COMMENT})*+")
_TEXT = re.compile(r"[^<>{}]*+")


def element(p: Parser) -> Operand:
    """Read an element from its opening tag to its closing tag."""
    p.enter_bracket()
    reader = _Reader(p)
    reader.element()
    p.leave_bracket()
    p.resume(reader.offset)
    if p.value == "<":
        p.unexpected("one element around adjacent ones")
    return VALUE


class _Reader:
    """A cursor over characters, which gives way to the parser's tokens within braces."""

    def __init__(self, p: Parser) -> None:
        self.p = p
        self.offset = p.start

    def element(self) -> None:
        open_names: list[str] = []
        while True:
            self.expect("<")
            if self.take("/"):
                self.closing_tag(open_names.pop() if open_names else None)
            else:
                name = self.opening_tag()
                if name is not None:
                    open_names.append(name)
            if not open_names:
                return
            self.children()

    def opening_tag(self) -> str | None:
        """Read a tag behind `<`; give its name where the element goes on."""
        name = "" if self.peek() == ">" else self.tag_name()
        while name and self.peek() not in ("/", ">"):
            self.attribute()
        if self.take("/"):
            self.end_tag()
            return None
        self.end_tag()
        return name

    def closing_tag(self, opened: str | None) -> None:
        """Read a tag behind `</`."""
        start = self.offset
        name = "" if self.peek() == ">" else self.tag_name()
        if name != opened:
            expected = "an opening tag" if opened is None else f"`</{opened[:MOST_SHOWN]}>`"
            self.p.refuse(
                f"Unexpected closing tag `</{name[:MOST_SHOWN]}>`, expected {expected}", start, len(name)
            )
        self.end_tag()

    def end_tag(self) -> None:
        """Step over `>`, not over the white space behind it."""
        if self.peek() != ">":
            self.unexpected("`>`")
        self.offset += 1

    def children(self) -> None:
        """Read text and expressions up to the next tag."""
        while True:
            self.offset = _TEXT.match(self.p.text, self.offset).end()  # type: ignore[union-attr]  # always matches
            if self.peek() == "<":
                return
            if self.peek() != "{":
                self.unexpected("text, an expression or a tag")
            self.expression(empty=True)

    def tag_name(self) -> str:
        name = self.name()
        if self.take(":"):
            return f"{name}:{self.name()}"
        while self.take("."):
            name = f"{name}.{self.name()}"
        return name

    def attribute(self) -> None:
        if self.peek() == "{":
            self.spread()
            return
        self.name()
        if self.take(":"):
            self.name()
        if not self.take("="):
            return
        found = self.peek()
        if found == "{":
            self.expression(empty=False)
        elif found == "<":
            self.p.enter_bracket()
            self.element()
            self.p.leave_bracket()
        elif found in ('"', "'"):
            end = self.p.text.find(found, self.offset + 1)
            if end < 0:
                self.p.unclosed("attribute value", f"a closing quote `{found}`")
            self.offset = end + 1
        else:
            self.unexpected("a quoted value or an expression in braces")
        self.skip()

    def name(self) -> str:
        """Read a name and the white space behind it."""
        start = self.offset
        self.offset = end = jsx_name_end(self.p.text, start)
        if end == start:
            self.unexpected("a name")
        self.skip()
        return self.p.text[start:end]

    def expression(self, *, empty: bool) -> None:
        """Read an expression in braces; with `empty` there may be none."""
        p = self.p
        p.enter_bracket()
        p.resume(self.offset + 1)
        if not (empty and p.value == "}"):
            expressions.expression(p)
        self.leave()

    def spread(self) -> None:
        p = self.p
        p.enter_bracket()
        p.resume(self.offset + 1)
        p.expect("...")
        expressions.assignment(p)
        self.leave()
        self.skip()

    def leave(self) -> None:
        """Stand behind the closing brace that the parser is at."""
        if self.p.value != "}" or self.p.kind != "punctuator":
            self.p.unexpected("`}`")
        self.p.leave_bracket()
        self.offset = self.p.end

    def peek(self) -> str:
        return self.p.text[self.offset : self.offset + 1]

    def skip(self) -> None:
        self.offset = _TRIVIA.match(self.p.text, self.offset).end()  # type: ignore[union-attr]  # always matches

    def take(self, mark: str) -> bool:
        """Step over `mark`, if it stands here, and the white space behind it."""
        if self.peek() != mark:
            return False
        self.offset += 1
        self.skip()
        return True

    def expect(self, mark: str) -> None:
        if not self.take(mark):
            self.unexpected(f"`{mark}`")

    def unexpected(self, expected: str) -> None:
        found = self.peek()
        if not found:
            self.p.unclosed("JSX", expected)
        self.p.refuse(f"Unexpected {show(found)} in JSX, expected {expected}", self.offset, 1)
