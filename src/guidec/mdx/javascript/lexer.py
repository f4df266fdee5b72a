"""Finds where a stretch of JavaScript ends: a lexer that knows brackets, strings, templates, comments, regular
expressions and JSX (ECMA-262, chapter 12; facebook.github.io/jsx).

What `/` and `<` mean depends on what came before: where an operand is expected, they start a regular expression and a
JSX element, elsewhere they are operators. Brackets and the states inside templates and JSX are kept on one stack, so
nesting needs no recursion, and every character is looked at once.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NoReturn

from guidec.diagnostics import Rule
from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.javascript.characters import OTHER_SPACE, SPACE, continues_identifier, starts_identifier
from guidec.mdx.problem import Problem, ScanError, show

MOST_LEVELS = 200


class Inside(Enum):
    """What is open: a bracket, or a state in which other rules hold than in plain code."""

    PAREN = "("
    STATEMENT_PAREN = "( "
    """Of `if`, `for`, `while`, `with`: a statement follows."""
    SQUARE = "["
    OBJECT = "{"
    BLOCK = "{ "
    SUBSTITUTION = "${"
    JSX_EXPRESSION = "{  "
    TEMPLATE = "`"
    JSX_OPENING = "<"
    JSX_CLOSING = "</"
    JSX_CHILDREN = "<>"


class Stop(Enum):
    """Why the lexer paused."""

    CLOSING_BRACE = auto()
    BLANK_LINE = auto()
    END = auto()


_HEX = r"[0-9a-fA-F]"
_DIGITS = r"[0-9](?:_?[0-9])*"
_EXPONENT = rf"(?:[eE][-+]?{_DIGITS})?"
_INTEGER = r"(?:0|[1-9](?:_?[0-9])*)"
_NUMBER = (
    rf"(?:0[xX]{_HEX}(?:_?{_HEX})*n?|0[oO][0-7](?:_?[0-7])*n?|0[bB][01](?:_?[01])*n?|{_INTEGER}n"
    rf"|{_INTEGER}(?:\.(?:{_DIGITS})?)?{_EXPONENT}|\.{_DIGITS}{_EXPONENT})"
)
_ESCAPE = rf"\\u(?:{_HEX}{{4}}|\{{{_HEX}+\}})"
_WORD = rf"(?:[^\x00-#%-/:-@\[-^`{{-\x7f{OTHER_SPACE}]|{_ESCAPE})+"
_CODE = re.compile(
    rf"""
      (?P<space>[{SPACE}]+)
    | (?P<comment>//[^\r\n\u2028\u2029]*|/\*[\s\S]*?\*/)
    | (?P<number>{_NUMBER}(?![\w$\\]))
    | (?P<word>(?![0-9])\#?{_WORD})
    | (?P<string>"[^"\\\r\n]*(?:\\(?:\r\n|[\s\S])[^"\\\r\n]*)*"|'[^'\\\r\n]*(?:\\(?:\r\n|[\s\S])[^'\\\r\n]*)*')
    | (?P<open>[(\[{{`])
    | (?P<close>[)\]}}])
    | (?P<punctuator>=>|\+\+|--|\?\.(?![0-9])|\.\.\.|/=?|[-+*%&|^!~<>=?:;,.])
    """,
    re.VERBOSE,
)
_REGEX = re.compile(
    r"/(?![*/])(?:[^\\/\[\r\n\u2028\u2029]|\\[^\r\n\u2028\u2029]|\[(?:[^\]\\\r\n\u2028\u2029]|\\[^\r\n\u2028\u2029])*\])+/"
    rf"(?:{_WORD})?"
)
_TEMPLATE = re.compile(r"[^`\\$]*(?:(?:\\[\s\S]|\$(?!\{))[^`\\$]*)*")
_JSX_TEXT = re.compile(r"[^<>{}]*")
_JSX_CLOSING = re.compile(rf"<(?:[{SPACE}]|//[^\r\n\u2028\u2029]*|/\*[\s\S]*?\*/)*/")
_JSX_TOKEN = re.compile(
    rf"""
      (?P<space>[{SPACE}]+|//[^\r\n\u2028\u2029]*|/\*[\s\S]*?\*/)
    | (?P<word>[^\x00-#%-,./:-@\[-^`{{-\x7f{OTHER_SPACE}]+)
    | (?P<string>"[^"]*"|'[^']*')
    | (?P<mark>[<>/:=.{{])
    """,
    re.VERBOSE,
)
_LINE_END = re.compile(r"(?=[\r\n])|\Z")
_UP_TO_BLANK_LINE = re.compile(rf"[{SPACE}]*?(?=(?:\r\n?|\n)[ \t]*(?:[\r\n]|\Z))")

_BEFORE_OPERAND = frozenset(
    "await case default delete do else extends in instanceof new of return throw typeof void yield".split()
)
_BEFORE_BLOCK = frozenset(("else", "do", "try", "finally", "=>", ";", ")"))
_BEFORE_STATEMENT_PAREN = frozenset(("if", "for", "while", "with"))
_PAIRS = {")": (Inside.PAREN, Inside.STATEMENT_PAREN), "]": (Inside.SQUARE,)}
_BRACES = (Inside.OBJECT, Inside.BLOCK, Inside.SUBSTITUTION, Inside.JSX_EXPRESSION)


class Lexer:
    """A cursor over JavaScript that starts at `start`, in a module (`expression=False`) or behind the `{` of MDX."""

    def __init__(self, text: str, start: int, *, expression: bool) -> None:
        self.text = text
        self.offset = start
        self.open: list[tuple[Inside, int]] = []
        self.operand = True
        """Whether an operand is expected next."""
        self.previous = "(" if expression else ";"
        """The token before: a word, a punctuator, or "" for another literal."""
        self.expression = expression
        self.rule: Rule = rules.EXPRESSION if expression else rules.ESM

    def run(self) -> Stop:
        """Go on to the brace that closes the expression, to a blank line outside of all brackets, or to the end.

        The cursor then stands before the brace or the blank line. Raises `ScanError`.
        """
        while self.offset < len(self.text):
            inside = self.open[-1][0] if self.open else None
            if inside is Inside.TEMPLATE:
                self.template()
            elif inside is Inside.JSX_CHILDREN:
                self.jsx_children()
            elif inside is Inside.JSX_OPENING or inside is Inside.JSX_CLOSING:
                self.jsx_tag(inside)
            elif stop := self.code():
                return stop
        return Stop.END

    def code(self) -> Stop | None:
        """Read one token of plain code."""
        if (
            self.operand
            and self.text.startswith("/", self.offset)
            and (regex := _REGEX.match(self.text, self.offset))
        ):
            return self.operand_ends(regex.end())
        match = _CODE.match(self.text, self.offset)
        if match is None:
            self.refuse_character()
        kind, token, end = match.lastgroup, match.group(), match.end()
        if kind == "space":
            return self.space(end)
        if kind == "word":
            self.word(token)
        elif kind == "open":
            self.bracket_opens(token)
        elif kind == "close":
            if token == "}" and not self.open and self.expression:
                return Stop.CLOSING_BRACE
            self.bracket_closes(token)
        elif kind == "punctuator":
            self.punctuator(token)
        elif kind != "comment":
            return self.operand_ends(end)
        self.offset = end
        return None

    def operand_ends(self, end: int) -> None:
        self.operand, self.previous, self.offset = False, "", end

    def space(self, end: int) -> Stop | None:
        """Step over white space; in a module, stop before a blank line where a declaration may be complete."""
        complete = not self.operand or self.previous in ("}", ";")
        if complete and not self.open and not self.expression:
            blank = _UP_TO_BLANK_LINE.match(self.text, self.offset)
            if blank:
                self.offset = blank.end()
                return Stop.BLANK_LINE
        self.offset = end
        return None

    def word(self, word: str) -> None:
        if not word.isascii():
            self.check_word(word)
        is_property = self.previous in (".", "?.")
        is_of = word == "of" and self.operand
        self.operand = word in _BEFORE_OPERAND and not is_property and not is_of
        self.previous = "" if is_property else word

    def check_word(self, word: str) -> None:
        for index, character in enumerate(word):
            if character > "\x7f" and not (continues_identifier if index else starts_identifier)(character):
                self.offset += index
                self.refuse_character()

    def punctuator(self, token: str) -> None:
        if token == "<" and self.operand and self.text[self.offset + 1 : self.offset + 2] != "!":
            self.enter(Inside.JSX_OPENING, self.offset)
        elif token not in ("++", "--"):
            self.operand = token not in (".", "?.")
        self.previous = token

    def bracket_opens(self, token: str) -> None:
        self.enter(self.kind_of_bracket(token), self.offset)
        self.operand, self.previous = True, token

    def kind_of_bracket(self, token: str) -> Inside:
        if token == "(":
            return Inside.STATEMENT_PAREN if self.previous in _BEFORE_STATEMENT_PAREN else Inside.PAREN
        if token == "[":
            return Inside.SQUARE
        if token == "`":
            return Inside.TEMPLATE
        return Inside.BLOCK if self.is_block() else Inside.OBJECT

    def is_block(self) -> bool:
        """Tell whether a `{` here opens a block or body, not an object."""
        if not self.operand or self.previous in _BEFORE_BLOCK:
            return True
        return self.previous in ("{", "}", ":") and (not self.open or self.open[-1][0] is Inside.BLOCK)

    def bracket_closes(self, token: str) -> None:
        kind, start = self.open[-1] if self.open else (None, self.offset)
        if kind not in _PAIRS.get(token, _BRACES):
            expected = (
                f"one that closes `{kind.value.strip()}`" if kind else "none, because no bracket is open"
            )
            self.refuse(f"Unexpected bracket `{token}` in JavaScript, expected {expected}", self.offset, 1)
        self.open.pop()
        self.operand, self.previous = kind in (Inside.BLOCK, Inside.STATEMENT_PAREN), token

    def enter(self, kind: Inside, start: int) -> None:
        if len(self.open) == MOST_LEVELS:
            self.refuse(f"Unexpected nesting in JavaScript, expected at most {MOST_LEVELS} levels", start, 1)
        self.open.append((kind, start))

    def template(self) -> None:
        """Read the characters of a template up to its end or to a substitution."""
        self.offset = _TEMPLATE.match(self.text, self.offset).end()  # type: ignore[union-attr]  # always matches
        if self.text.startswith("${", self.offset):
            self.enter(Inside.SUBSTITUTION, self.offset)
            self.operand, self.previous = True, "("
            self.offset += 2
        elif self.text.startswith("`", self.offset):
            self.open.pop()
            self.operand_ends(self.offset + 1)
        else:
            self.offset = len(self.text)

    def jsx_children(self) -> None:
        """Read the text of an element up to a tag or an expression."""
        self.offset = _JSX_TEXT.match(self.text, self.offset).end()  # type: ignore[union-attr]  # always matches
        if closing := _JSX_CLOSING.match(self.text, self.offset):
            self.open[-1] = (Inside.JSX_CLOSING, self.offset)
            self.offset, self.previous = closing.end(), "</"
            return
        found = self.text[self.offset : self.offset + 1]
        if found in (">", "}"):
            self.refuse_character()
        self.jsx_mark(found)

    def jsx_tag(self, kind: Inside) -> None:
        """Read one token of a tag."""
        match = _JSX_TOKEN.match(self.text, self.offset)
        if match is None:
            self.refuse_character()
        token = match.group()
        if match.lastgroup == "mark":
            self.jsx_mark(token, kind)
            return
        if match.lastgroup == "word":
            self.check_word(token)
        if match.lastgroup != "space":
            self.previous = ""
        self.offset = match.end()

    def jsx_mark(self, mark: str, kind: Inside = Inside.JSX_CHILDREN) -> None:
        """Read punctuation among children or in a tag."""
        if mark == "{":
            self.enter(Inside.JSX_EXPRESSION, self.offset)
            self.operand, self.previous = True, "("
        elif mark == "<":
            self.enter(Inside.JSX_OPENING, self.offset)
            self.previous = mark
        elif mark == ">" and kind is Inside.JSX_OPENING and self.previous != "/":
            self.open[-1] = (Inside.JSX_CHILDREN, self.open[-1][1])
        elif mark == ">":
            self.open.pop()
            self.operand, self.previous = False, ""
        else:
            self.previous = mark
        self.offset += len(mark)

    def unclosed(self) -> Problem:
        """Say what the end of the text leaves open."""
        if not self.open:
            reason = "Unexpected end of file in expression, expected a closing brace `}`"
        else:
            kind, start = self.open[-1]
            opening = self.text[start : start + len(kind.value.strip())]
            reason = f"Unexpected end of file in JavaScript, expected the end of what `{opening}` opens"
        rule = rules.UNCLOSED_EXPRESSION if self.expression else self.rule
        return Problem(rule, reason, len(self.text), len(self.text), at_end=True)

    def refuse_character(self) -> NoReturn:
        """Report the character here; behind an opening quote, slash or comment, that it is never closed."""
        found = self.text[self.offset]
        if self.text.startswith("/*", self.offset):
            end = len(self.text)
            raise ScanError(
                Problem(self.rule, "Unexpected end of file in comment, expected `*/`", end, end, at_end=True)
            )
        if found in ("'", '"'):
            end = _LINE_END.search(self.text, self.offset).end()  # type: ignore[union-attr]  # finds the end of the text
            self.refuse(f"Unexpected end of line in string, expected a closing quote `{found}`", end, 0)
        self.refuse(
            f"Unexpected {show(found)} in JavaScript, expected an expression or operator", self.offset, 1
        )

    def refuse(self, reason: str, offset: int, length: int) -> NoReturn:
        raise ScanError(Problem(self.rule, reason, offset, offset + length))
