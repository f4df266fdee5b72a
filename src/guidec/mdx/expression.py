"""One expression in braces, from `{` up to the `}` that closes it. Knows nothing of Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.javascript.characters import RESERVED_WORDS, SPACE
from guidec.mdx.javascript.parser import Parser
from guidec.mdx.problem import Problem, ScanError, too_deep

if TYPE_CHECKING:
    from collections.abc import Callable

_SIMPLE = re.compile(
    rf"""\{{[{SPACE}]*
    (?:(?P<comment>/\*[^*]*\*/)
      |(?P<word>[A-Za-z_$][\w$]*)(?:\.[A-Za-z_$][\w$]*)*
      |"[^"\\\r\n]*"|'[^'\\\r\n]*'|`[^`\\$]*`
      |[1-9][0-9]*(?:\.[0-9]+)?|0
    )[{SPACE}]*\}}""",
    re.VERBOSE | re.ASCII,
)
_NO_OPERAND = RESERVED_WORDS - {"true", "false", "null", "this"}
_BLOCK_COMMENT = re.compile(r"/\*[\s\S]*?(\*/|\Z)")
_LINE_COMMENT = re.compile(r"//[^\r\n]*(?:\r\n?|\n)")
_ONLY_SPACE = re.compile(rf"[{SPACE}]*\Z")
_LINE_END = re.compile(r"\r\n?|\n")
_INDENT = 2
_TAB = 4


class ExpressionKind(Enum):
    """Where an expression stands; it decides what the braces may hold."""

    FLOW = auto()
    """On lines of its own; may be empty."""
    TEXT = auto()
    """In a paragraph; may be empty."""
    ATTRIBUTE_VALUE = auto()
    SPREAD = auto()
    """Among attributes: `{...object}`, nothing else."""


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression from `{` up to and with `}`."""

    start: int
    end: int
    value: str
    """What stands between the braces, without the indentation of its lines."""


def scan_expression(
    text: str,
    start: int,
    kind: ExpressionKind = ExpressionKind.TEXT,
    column_of: Callable[[int], int] | None = None,
) -> Expression | Problem:
    """Scan the expression that starts at `start`, where `{` stands.

        > | Hello, {props.name}!
                   ^

    `column_of` gives the column, from 0, at which the line at an offset of `text` stands in the source; without it
    all lines start at column 0. It matters where a line starts with a tab.
    """
    match = _SIMPLE.match(text, start)
    if match and kind is not ExpressionKind.SPREAD and match["word"] not in _NO_OPERAND:
        end = match.end()
        if match["comment"] and kind is ExpressionKind.ATTRIBUTE_VALUE:
            return _empty(start, end)
    else:
        try:
            end = _end(text, start, kind)
        except ScanError as error:
            problem = error.problem
            return replace(problem, rule=rules.UNCLOSED_EXPRESSION) if problem.at_end else problem
        except RecursionError:
            return too_deep(rules.EXPRESSION, start)
    return Expression(start, end, strip_indentation(text, start + 1, end - 1, column_of))


def _end(text: str, start: int, kind: ExpressionKind) -> int:
    """Give the offset behind the closing brace."""
    from guidec.mdx.javascript import expressions  # few guides hold any that is not simple

    p = Parser(text, start + 1, rules.SPREAD if kind is ExpressionKind.SPREAD else rules.EXPRESSION)
    if p.value == "}":
        _check_empty(text, start, p, kind)
    elif kind is ExpressionKind.SPREAD:
        p.expect("...")
        expressions.assignment(p)
        p.take(",")
    else:
        expressions.expression(p)
        if not is_empty(text[p.previous_end : p.start]):
            p.unexpected("a comment that ends with its line")
    if p.value != "}" or p.kind != "punctuator":
        p.unexpected("an operator or `}`")
    return p.end


def _check_empty(text: str, start: int, p: Parser, kind: ExpressionKind) -> None:
    if kind in (ExpressionKind.ATTRIBUTE_VALUE, ExpressionKind.SPREAD):
        raise ScanError(_empty(start, p.end))
    if not is_empty(text[start + 1 : p.start]):
        p.unexpected("an expression")


def _empty(start: int, end: int) -> Problem:
    return Problem(rules.EMPTY_EXPRESSION, "Unexpected empty expression, expected a value", start, end)


def is_empty(source: str) -> bool:
    """Tell whether JavaScript holds nothing but white space and comments; a line comment must end in the source."""
    if source.isspace() or not source:
        return True
    without = _BLOCK_COMMENT.sub(lambda comment: "" if comment[1] else comment[0], source)
    return bool(_ONLY_SPACE.match(_LINE_COMMENT.sub("", without)))


def strip_indentation(text: str, start: int, end: int, column_of: Callable[[int], int] | None = None) -> str:
    """Give the text from `start` to `end`, each line but the first without its first two columns of white space.

    A tab reaches to the next multiple of four columns; what is left of it becomes spaces.
    """
    parts = []
    for line in _LINE_END.finditer(text, start, end):
        parts.append(text[start : line.end()])
        start, spaces = _skip_indent(text, line.end(), end, column_of(line.end()) if column_of else 0)
        parts.append(spaces)
    parts.append(text[start:end])
    return "".join(parts)


def _skip_indent(text: str, start: int, end: int, column: int) -> tuple[int, str]:
    """Give where the text behind the indentation of a line starts, and what is left of a tab."""
    wanted = column + _INDENT
    while column < wanted and start < end and text[start] in " \t":
        column += _TAB - column % _TAB if text[start] == "\t" else 1
        start += 1
    return start, " " * (column - wanted)
