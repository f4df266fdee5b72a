"""The tokens of ECMAScript (ECMA-262, chapter 12), read one at a time.

What `/`, `<` and a backtick start depends on the grammar, so the parser reads regular expressions, JSX and templates
itself from where their first token stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn

from guidec.mdx.javascript.characters import OTHER_SPACE, SPACE, continues_identifier, starts_identifier
from guidec.mdx.problem import Problem, ScanError, show

if TYPE_CHECKING:
    from guidec.diagnostics import Rule

MOST_LEVELS = 100
"""How deeply brackets, templates and elements may nest."""
MOST_SHOWN = 40

_HEX = "[0-9a-fA-F]"
_DIGITS = "[0-9](?:_?[0-9])*+"
_INTEGER = "(?:0|[1-9](?:_?[0-9])*+)"
_NUMBER = (
    rf"(?:0[xX]{_HEX}(?:_?{_HEX})*+n?|0[oO][0-7](?:_?[0-7])*+n?|0[bB][01](?:_?[01])*+n?|{_INTEGER}n"
    rf"|(?:{_INTEGER}(?:\.(?:{_DIGITS})?+)?+|\.{_DIGITS})(?:[eE][-+]?{_DIGITS})?+)"
)
_ESCAPE = rf"\\u(?:{_HEX}{{4}}|\{{{_HEX}+\}})"
_WORD = rf"(?![0-9])(?:[^\x00-#%-/:-@\[-^`{{-\x7f{OTHER_SPACE}]|{_ESCAPE})++"
COMMENT = r"//[^\r\n\u2028\u2029]*+|/\*[\s\S]*?\*/"
_TOKEN = re.compile(
    rf"""
    (?:[{SPACE}]++|{COMMENT})*+
    (?: (?P<word>{_WORD})
      | (?P<punctuator>
          [{{}}()\[\];,:~`@] | \.\.\. | \.(?![0-9]) | => | ={{1,3}} | !={{0,2}} | \?\.(?![0-9]) | \?\?=?+ | \?
        | \+\+ | -- | [-+%^]=?+ | \*\*?+=?+ | /(?!\*)=?+ | &&?+=?+ | \|\|?+=?+ | <<?+=?+ | >{{1,3}}+=?+ )
      | (?P<string>"(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*+"|'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*+')
      | (?P<number>{_NUMBER}(?![\w$\\]))
      | (?P<private>\#{_WORD})
      | (?P<end>\Z)
    )""",
    re.VERBOSE,
)
_TRIVIA = re.compile(rf"(?:[{SPACE}]++|{COMMENT})*+")
TEMPLATE = re.compile(r"(?:[^`\\$]++|\\[\s\S]|\$(?!\{))*+")
"""The characters of a template up to a substitution or the end."""
_LINE_TERMINATOR = re.compile(r"[\r\n\u2028\u2029]")
_UP_TO_BLANK_LINE = re.compile(rf"(?:{COMMENT}|(?!(?:\r\n?+|\n)[ \t]*+(?:[\r\n]|\Z))[{SPACE}])*+(?=[\r\n])")
_LINE_END = re.compile(r"[\r\n]|\Z")
_UNICODE_ESCAPE = re.compile(rf"\\u(?:({_HEX}{{4}})|\{{({_HEX}+)\}})")
_BAD_ESCAPE = re.compile(
    rf"\\(?:\\|0(?![0-9])|[^0-9ux]|x{_HEX}{{2}}|u{_HEX}{{4}}|u\{{0*{_HEX}{{1,6}}\}}|(?P<bad>))"
)
_MOST_CODE_POINT = 0x10FFFF
_CLOSES = frozenset((")", "]", "}", ";", "++", "--", "`"))


class Tokens:
    """A cursor that stands at one token; the attributes describe it.

    With `past` the text is a module in which a blank line ends what is complete: outside of brackets such a line
    behind offset `past` counts as the end of the text.
    """

    def __init__(self, text: str, start: int, rule: Rule, past: int | None = None) -> None:
        self.text = text
        self.rule = rule
        self.past = past
        self.depth = 0
        """How many brackets are open, elements and substitutions in templates counted."""
        self.level = 0
        """How deeply the grammar is nested, which goes beyond brackets."""
        self.kind: str | None = None
        """One of word, punctuator, string, number, private, end."""
        self.value = ""
        """The token as written; of a word, with its escapes decoded."""
        self.start = self.end = self.previous_start = self.previous_end = start
        self.escaped = False
        """Whether it is a word with an escape, which is never a keyword."""

    def next(self) -> None:
        """Go on to the next token."""
        if self.past is not None and not self.depth and self.stops_at_blank_line():
            return
        match = _TOKEN.match(self.text, self.end)
        if match is None:
            self.refuse_character()
        self.previous_start, self.previous_end = self.start, self.end
        self.kind = kind = match.lastgroup or ""
        self.value = value = match[kind]
        self.start, self.end = match.span(kind)
        self.escaped = False
        if kind == "word" and ("\\" in value or not value.isascii()):
            self.value = self.decoded(value, self.start)
        elif kind == "string" and "\\" in value:
            self.check_escapes(self.start, self.end)
        elif kind == "private":
            self.decoded(value[1:], self.start + 1)

    def stops_at_blank_line(self) -> bool:
        """Stand at the end where a blank line comes next and the token before may be the last of a declaration."""
        if self.kind == "punctuator" and self.value not in _CLOSES:
            return False
        blank = _UP_TO_BLANK_LINE.match(self.text, self.end)
        if not blank or blank.end() <= (self.past or 0):
            return False
        self.kind, self.value = "end", ""
        self.previous_start, self.previous_end = self.start, self.end
        self.start = self.end = blank.end()
        return True

    @property
    def newline_before(self) -> bool:
        """Whether a line ends between the token before and this one."""
        return bool(_LINE_TERMINATOR.search(self.text, self.previous_end, self.start))

    def decoded(self, word: str, start: int) -> str:
        """Decode the escapes of an identifier and check its characters."""
        if "\\" in word:
            self.escaped = True
            word = _UNICODE_ESCAPE.sub(lambda escape: self.escaped_character(escape, start), word)
        for index, character in enumerate(word):
            if not (continues_identifier if index else starts_identifier)(character):
                self.refuse(
                    f"Unexpected {show(character)} in a name, expected a letter or digit", start + index, 1
                )
        return word

    def escaped_character(self, escape: re.Match[str], start: int) -> str:
        """Give the character that an escape in the identifier at `start` stands for."""
        code = int(escape[1] or escape[2][-7:], 16)
        if code > _MOST_CODE_POINT:
            self.refuse(f"Unexpected escape `{escape[0][:MOST_SHOWN]}`, expected a code point", start, 1)
        return chr(code)

    def check_escapes(self, start: int, end: int) -> None:
        """Refuse escapes that a string in a module may not hold, nor a template without a tag."""
        for escape in _BAD_ESCAPE.finditer(self.text, start, end):
            out_of_range = escape[0].startswith("\\u{") and int(escape[0][3:-1], 16) > _MOST_CODE_POINT
            if escape["bad"] is not None or out_of_range:
                found = self.text[escape.start() : escape.start() + 2]
                self.refuse(f"Unexpected escape `{found}`, expected a valid one", escape.start(), 2)

    def peek(self, *, same_line: bool = False) -> str:
        """Give the token behind this one without going there; nothing if it stands on another line than it must."""
        match = _TOKEN.match(self.text, self.end)
        if match is None:
            return ""
        kind = match.lastgroup or 0
        if same_line and _LINE_TERMINATOR.search(self.text, self.end, match.start(kind)):
            return ""
        return match[kind]

    def is_word(self, word: str) -> bool:
        """Tell whether this token is the keyword `word`."""
        return self.value == word and self.kind == "word" and not self.escaped

    def take(self, punctuator: str) -> bool:
        """Step over `punctuator` if it stands here."""
        if self.value != punctuator or self.kind != "punctuator":
            return False
        self.next()
        return True

    def take_word(self, word: str) -> bool:
        """Step over the keyword `word` if it stands here."""
        if not self.is_word(word):
            return False
        self.next()
        return True

    def expect(self, punctuator: str) -> None:
        """Step over `punctuator`, which must stand here."""
        if not self.take(punctuator):
            self.unexpected(f"`{punctuator}`")

    def expect_word(self, word: str) -> None:
        """Step over the keyword `word`, which must stand here."""
        if not self.take_word(word):
            self.unexpected(f"`{word}`")

    def open(self, bracket: str) -> None:
        """Step over an opening bracket, which must stand here, and into it."""
        if self.value != bracket or self.kind != "punctuator":
            self.unexpected(f"`{bracket}`")
        self.enter_bracket()
        self.next()

    def close(self, bracket: str) -> None:
        """Step over a closing bracket, which must stand here, and out of it."""
        if self.value != bracket or self.kind != "punctuator":
            self.unexpected(f"`{bracket}`")
        self.leave_bracket()
        self.next()

    def enter_bracket(self) -> None:
        """Count one more bracket."""
        self.depth += 1
        self.enter()

    def leave_bracket(self) -> None:
        """Count one bracket less; the next token stands outside of it."""
        self.depth -= 1
        self.level -= 1

    def enter(self) -> None:
        """Count one more level."""
        self.level += 1
        if self.level > MOST_LEVELS:
            self.refuse(f"Unexpected nesting, expected at most {MOST_LEVELS} levels", self.start, 1)

    def resume(self, offset: int) -> None:
        """Go on at `offset`, behind a literal that was not read by this class."""
        self.kind, self.value, self.end = "literal", "", offset
        self.next()

    def leave(self) -> None:
        """Count one level less."""
        self.level -= 1

    def unexpected(self, expected: str) -> NoReturn:
        """Raise ScanError: the token here is not what the grammar wants."""
        if self.kind == "end":
            reason = f"Unexpected end of code, expected {expected}"
            raise ScanError(Problem(self.rule, reason, self.start, self.start, at_end=True))
        found = self.value if len(self.value) <= MOST_SHOWN else self.value[:MOST_SHOWN] + "…"
        found = found if "`" not in found else f"` {found} `"
        self.refuse(f"Unexpected `{found}`, expected {expected}", self.start, self.end - self.start)

    def refuse_character(self) -> NoReturn:
        """Raise ScanError: no token starts behind this one."""
        offset = _TRIVIA.match(self.text, self.end).end()  # type: ignore[union-attr]  # always matches
        found = self.text[offset]
        if self.text.startswith("/*", offset):
            self.unclosed("comment", "`*/`")
        if found in ("'", '"'):
            end = _LINE_END.search(self.text, offset).start()  # type: ignore[union-attr]  # always matches
            self.refuse(f"Unexpected end of line in string, expected `{found}`", end, 0)
        self.refuse(f"Unexpected {show(found)} in code, expected an expression or operator", offset, 1)

    def unclosed(self, what: str, expected: str) -> NoReturn:
        """Raise ScanError: the text ends inside something."""
        end = len(self.text)
        reason = f"Unexpected end of file in {what}, expected {expected}"
        raise ScanError(Problem(self.rule, reason, end, end, at_end=True))

    def refuse(self, reason: str, offset: int, length: int) -> NoReturn:
        """Raise ScanError for a problem with `length` characters from `offset` on."""
        raise ScanError(Problem(self.rule, reason, offset, offset + length))
