"""Escapes: how text is written so that it is read as text again.

Each escape names the misreading that it prevents; what cannot be misread stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

CharacterClass = Literal["white space", "punctuation", "other"]

# An alternative without a group is left alone; a group gets a backslash.
INLINE = re.compile(
    r"""
      (?<=[^\W_])_+(?=[^\W_])                   # inside a word an underscore opens and closes nothing
    | (?<=\S[ ])(?:\*+|_+|~+)(?=[ ]\S)         # between spaces neither
    | ( \\(?![^\W_]|[ ]\S)                     # would escape what follows
      | [`*_~]                                  # code, emphasis, strikethrough
      | \[                                      # a link, an image, a reference, a task
      | \{                                      # an expression
      | <(?![ ]\S)                             # JSX, HTML or an autolink
      | &(?=\#[0-9]{1,7};|\#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)  # a character reference
      )
    """,
    re.VERBOSE,
)

# As remark-stringify does it: whatever is markup anywhere is escaped everywhere.
EAGER = re.compile(r"(\\(?![^\W_]|[ ]\S)|[`*_~]|\[|\{|<|&(?=[#A-Za-z]))")

# What the start of a line would be read as; the group gets the backslash.
LINE_START = re.compile(
    r"""
      (?P<heading>\#)(?=\#{0,5}(?:\s|\Z))
    | (?P<quotation>>)
    | (?P<bullet>[-+*])(?=\s|\Z)
    | [0-9]{1,9}(?P<number>[.)])(?=\s|\Z)
    | (?P<underline>[-=])(?=[-=]*[ \t]*\Z)
    | (?P<thematic_break>[*_])(?=[*_ \t]*\Z)
    | (?P<fence>~)(?=~~)
    | (?P<directive>:)(?=::)
    | (?P<delimiter_row>[-:|])(?=[-:|\ \t]*\Z)
    """,
    re.VERBOSE,
)

# Nothing in such a text can be misread but what stands at the edges of a block; most texts are such.
PLAIN = re.compile(r"[^\\`*_~\[{<&\r\n]*")

STRING = re.compile(r"\\(?=[!-/:-@\[-`{-~]|\Z)|&(?=#?[0-9A-Za-z]+;)")
BLANK_LINE = re.compile(r"\n\n")


@lru_cache(maxsize=1024)  # a tenth of the time; there are few characters beside marks
def character_class(character: str) -> CharacterClass:
    """Sort a character as delimiter runs see it (CommonMark 0.31, section 6.2); none is white space."""
    if not character or character.isspace():
        return "white space"
    return "punctuation" if unicodedata.category(character)[0] in "PS" else "other"


def line_feeds(text: str) -> str:
    """Make every line ending a line feed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def character_reference(character: str) -> str:
    """Write a character that no backslash can escape."""
    return f"&#x{ord(character):X};"


def escape_string(value: str) -> str:
    """Escape a destination, a title or an info string: only escapes and references mean something there."""
    return STRING.sub(r"\\\g<0>", line_feeds(value)).replace("\n", character_reference("\n"))


def escape_edges(value: str) -> str:
    """Write white space at both ends as references, where it would be taken off."""
    return _escape_edges(value, at_start=True, at_end=True)


def escape_text(
    value: str, before: str = "\n", after: str = "\n", *, one_line: bool = False, eager: bool = False
) -> str:
    """Escape plain text between the characters `before` and `after`: line endings at the edges of a block.

    A line ending that the syntax would swallow becomes a reference; in a block of one line every one does.
    """
    if (
        PLAIN.fullmatch(value)
        and (before != "\n" or (value[:1].isascii() and value[:1].isalpha()))
        and not (after == "\n" and value[-1:].isspace())
    ):
        return value
    text = _escape_inline(value, before, after, EAGER if eager else INLINE)
    if one_line:
        return _escape_edges(text.replace("\n", character_reference("\n")), before == "\n", after == "\n")
    if before == "\n" and text.startswith("\n"):
        text = character_reference("\n") + text[1:]
    if after == "\n" and text.endswith("\n"):
        text = text[:-1] + character_reference("\n")
    lines = BLANK_LINE.sub("\n" + character_reference("\n"), text).split("\n")
    last = len(lines) - 1
    return "\n".join(
        _escape_edges(
            _escape_start(line) if at or before == "\n" else line,
            at > 0 or before == "\n",
            at < last or after == "\n",
        )
        for at, line in enumerate(lines)
    )


def _escape_inline(value: str, before: str, after: str, markup: re.Pattern[str]) -> str:
    padded = before + value + after
    start, end = len(before), len(before) + len(value)
    pieces = []
    done = start
    for match in markup.finditer(padded, start):
        if match.start() >= end:
            break
        if match[1]:
            pieces += [padded[done : match.start()], "\\"]
            done = match.start()
    return "".join(pieces) + padded[done:end]


def _escape_start(line: str) -> str:
    match = LINE_START.match(line)
    if match is None:
        return line
    place = match.start(match.lastindex or 0)
    return f"{line[:place]}\\{line[place:]}"


def _escape_edges(line: str, at_start: bool, at_end: bool) -> str:
    if at_start and line[:1].isspace():
        line = character_reference(line[0]) + line[1:]
    if at_end and line[-1:].isspace():
        line = line[:-1] + character_reference(line[-1])
    return line
