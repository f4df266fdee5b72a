"""Regular expressions (ECMA-262, section 22.2.1 with annex B.1.2).

Not looked into: set notation (flag `v`), and whether Unicode properties exist.
"""

from __future__ import annotations

import re

from guidec.mdx.javascript.characters import OTHER_SPACE, continues_identifier, starts_identifier

_LINE_END = r"\r\n\u2028\u2029"
REGULAR_EXPRESSION = re.compile(
    rf"""/(?![*/])(?P<body>(?:[^\\/\[{_LINE_END}]|\\[^{_LINE_END}]|\[(?:[^\]\\{_LINE_END}]|\\[^{_LINE_END}])*+\])++)/
    (?P<flags>(?:[^\x00-#%-/:-@\[-^`{{-\x7f{OTHER_SPACE}]|\\)*+)""",
    re.VERBOSE,
)
_FLAGS = frozenset("dgimsuvy")
_PIECE = re.compile(
    r"""
      (?P<assertion>[$^]|\\[bB])
    | (?P<group>\((?:\?(?:[=!]|<[=!]|:|<(?P<name>[^>]*)>))?)
    | (?P<end>\))
    | (?P<bar>\|)
    | (?P<quantifier>(?:[*+?]|\{(?P<least>[0-9]+)(?:,(?P<most>[0-9]*))?\})\??)
    | (?P<class>\[(?P<members>(?:[^\]\\]|\\.)*+)\])
    | (?P<named>\\k<(?P<to>[^>]*)>)
    | (?P<numbered>\\[1-9][0-9]*)
    | (?P<escape>\\.)
    | (?P<character>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_HEX = "[0-9a-fA-F]"
_CODE = rf"c[A-Za-z]|x{_HEX}{{2}}|u{_HEX}{{4}}|u\{{0*(?:10|{_HEX})?{_HEX}{{1,4}}\}}"
_UNICODE_ESCAPE = re.compile(
    rf"\\(?:[dDsSwWfnrtv^$\\.*+?()\[\]{{}}|/]|0(?![0-9])|[pP]\{{\w+(?:=\w+)?\}}|{_CODE})"
)
_MEMBER = re.compile(rf"\\(?:{_CODE}|[pP]\{{[^}}]*\}}|.)|.", re.DOTALL)
_CAPTURE = re.compile(r"(?<!\\)\((?!\?)|\(\?<(?![=!])")
_AHEAD = frozenset(("(?=", "(?!"))
_ASSERTIONS = _AHEAD | {"(?<=", "(?<!"}
_SETS = frozenset(("\\d", "\\D", "\\s", "\\S", "\\w", "\\W"))
_CONTROLS = {"\\b": 8, "\\t": 9, "\\n": 10, "\\v": 11, "\\f": 12, "\\r": 13, "\\0": 0}


def find_flaw(body: str, flags: str) -> str | None:
    """Say what is wrong with a regular expression."""
    if set(flags) - _FLAGS or len(set(flags)) < len(flags) or {"u", "v"} <= set(flags):
        return f"Unexpected flags `{flags[:20]}`, expected each of `dgimsuvy` at most once, and not both `u` and `v`"
    if "v" in flags:
        return None
    return _Pattern(body, is_unicode="u" in flags).flaw()


class _Pattern:
    """What the pieces of a pattern before the cursor leave open."""

    def __init__(self, body: str, *, is_unicode: bool) -> None:
        self.body = body
        self.is_unicode = is_unicode
        self.groups: list[str] = []
        self.names: set[str] = set()
        self.captures = len(_CAPTURE.findall(body))
        self.references: list[str] = []
        self.repeatable = False
        """Whether a quantifier may come next."""

    def flaw(self) -> str | None:
        offset = 0
        while offset < len(self.body):
            piece = _PIECE.match(self.body, offset)
            if piece is None or (expected := self.take(piece)):
                return f"Unexpected `{self.body[offset]}` in regular expression, expected {expected}"
            offset = self.end_of(piece)
        if self.groups:
            return "Unexpected end of regular expression, expected `)`"
        return self.wrong_names()

    def end_of(self, piece: re.Match[str]) -> int:
        """Give where a piece ends; an escape may be longer than it looks."""
        escape = _UNICODE_ESCAPE.match(self.body, piece.start()) if piece["escape"] else None
        return escape.end() if escape else piece.end()

    def take(self, piece: re.Match[str]) -> str | None:
        """Take in one piece; say what is expected instead where it cannot stand here."""
        match piece.lastgroup:
            case "quantifier":
                return self.quantifier(piece)
            case "assertion" | "bar":
                self.repeatable = False
                return None
            case "group":
                return self.group(piece)
            case "end":
                if not self.groups:
                    return "no `)` without `(`"
                kind = self.groups.pop()
                self.repeatable = kind not in _ASSERTIONS or (kind in _AHEAD and not self.is_unicode)
                return None
        self.repeatable = True
        return self.atom(piece)

    def quantifier(self, piece: re.Match[str]) -> str | None:
        if not self.repeatable:
            return "something to repeat before it"
        self.repeatable = False
        if piece["most"] and int(piece["most"]) < int(piece["least"]):
            return "the smaller number first"
        return None

    def group(self, piece: re.Match[str]) -> str | None:
        self.repeatable = False
        self.groups.append(piece["group"])
        name = piece["name"]
        if name is None:
            return None
        if not _is_name(name) or name in self.names:
            return "a name of its own for each group"
        self.names.add(name)
        return None

    def atom(self, piece: re.Match[str]) -> str | None:
        if piece["class"]:
            return self.wrong_range(piece["members"])
        if piece["named"] or piece["escape"] == "\\k":
            self.references.append(piece["to"] or "")
        elif self.is_unicode and piece["numbered"]:
            if int(piece["numbered"][1:6]) > self.captures:
                return "the number of a group"
        elif self.is_unicode and piece["escape"] and not _UNICODE_ESCAPE.match(self.body, piece.start()):
            return "an escape that flag `u` knows"
        elif self.is_unicode and piece["character"] and piece["character"] in "{}]":
            return "a backslash before it"
        return None

    def wrong_range(self, members: str) -> str | None:
        """Say what is expected instead of the members of a class."""
        found = _MEMBER.findall(members)
        if self.is_unicode and any(_is_unknown_escape(member) for member in found):
            return "escapes that flag `u` knows"
        index = 1
        while index < len(found) - 1:
            if found[index] == "-":
                least, most = _code(found[index - 1]), _code(found[index + 1])
                if least is None or most is None:
                    if self.is_unicode:
                        return "characters at both ends of a range"
                elif least > most:
                    return "the ends of a range in order"
                index += 2
            index += 1
        return None

    def wrong_names(self) -> str | None:
        r"""Say which reference names no group; without flag `u` and names `\k` is a plain escape."""
        if not (self.is_unicode or self.names):
            return None
        missing = [name for name in self.references if name not in self.names]
        return (
            f"Unexpected reference to `{missing[0][:20]}`, expected the name of a group" if missing else None
        )


def _is_name(name: str) -> bool:
    return (
        bool(name)
        and (name[0] in "$_" or starts_identifier(name[0]))
        and all(continues_identifier(character) for character in name[1:])
    )


def _is_unknown_escape(member: str) -> bool:
    """Tell whether a member of a class is an escape that flag `u` does not know."""
    return member[0] == "\\" and member not in ("\\-", "\\b") and not _UNICODE_ESCAPE.fullmatch(member)


def _code(member: str) -> int | None:
    """Give the code of a member of a class; None of a set of characters."""
    if member[0] != "\\":
        return ord(member)
    if member in _SETS or member[1] in "pP":
        return None
    if member in _CONTROLS:
        return _CONTROLS[member]
    if member[1] in "xu" and len(member) > 2:
        return int(member[2:].strip("{}"), 16)
    return ord(member[2]) % 32 if member[1] == "c" and len(member) > 2 else ord(member[1])
