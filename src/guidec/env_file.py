"""Environment files: one `NAME='value'` a line. Nothing in them is expanded or run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guidec.diagnostics import Diagnostic
from guidec.diagnostics.rules.config import ENV_SYNTAX

if TYPE_CHECKING:
    from guidec.source import Source

ASSIGNMENT = re.compile(
    r"""[ \t]*(?:export[ \t]+)?([A-Za-z_][A-Za-z0-9_]*)=
        (?:'([^']*)'|"((?:[^"\\]|\\.)*)"|([^'"\r\n][^\r\n]*)?)
        [ \t]*(?:[ \t]\#[^\r\n]*)?(?=[\r\n]|\Z)""",
    re.VERBOSE | re.DOTALL,
)
NO_ASSIGNMENT = re.compile(r"[ \t]*(?:\#[^\r\n]*)?(?=[\r\n]|\Z)")
LINE_ENDING = re.compile(r"\r\n?|\n")
COMMENT = re.compile(r"(?<=\s)#.*")
ESCAPE = re.compile(r'\\([$`"\\])')
REST_OF_LINE = re.compile(r"[^\r\n]*")


def read_env(source: Source) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Give the variables that an environment file sets; of two assignments to one name, the last counts.

    A value stands in single quotes (as it is, over several lines if need be), in double quotes (where a
    backslash may stand before `$`, a backtick, `"` and itself), or without quotes up to the end of the line
    or a comment.
    """
    values: dict[str, str] = {}
    problems: list[Diagnostic] = []
    text, offset = source.text, source.line_starts[0]
    while offset < len(text):
        if match := NO_ASSIGNMENT.match(text, offset):
            pass
        elif match := ASSIGNMENT.match(text, offset):
            values[match[1]] = _value(match)
        else:
            match = REST_OF_LINE.match(text, offset)
            assert match is not None
            message = "Unexpected text, expected `NAME='value'`"
            problems.append(Diagnostic.at(ENV_SYNTAX, message, source.span(*match.span())))
        ending = LINE_ENDING.match(text, match.end())
        offset = ending.end() if ending else len(text)
    return values, tuple(problems)


def _value(match: re.Match[str]) -> str:
    single, double, bare = match[2], match[3], match[4]
    if single is not None:
        return single
    if double is not None:
        return ESCAPE.sub(r"\1", double)
    return COMMENT.sub("", bare or "").strip()
