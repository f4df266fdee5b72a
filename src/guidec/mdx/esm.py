"""A block of `import` and `export` declarations, up to the blank line that ends it. Knows nothing of Markdown."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.javascript import check
from guidec.mdx.javascript.characters import WHITE_SPACE
from guidec.mdx.javascript.lexer import Lexer, Stop
from guidec.mdx.problem import Problem, ScanError

MOST_BLANK_LINES = 64
"""How many blank lines a declaration may go over where no bracket is open; more would cost more than linear time."""


@dataclass(frozen=True, slots=True)
class Esm:
    """A block from its first word up to the end of its last line, line ending not included."""

    start: int
    end: int
    value: str
    imported: tuple[str, ...]
    """The names that its import declarations bind."""


def scan_esm(text: str, start: int, imported: Collection[str] = ()) -> Esm | Problem | None:
    """Scan the block that starts at `start`, the first column of a line; None where it starts with another word.

        > | import Footer from "/snippets/footer.mdx"
            ^

    The block ends before the first blank line at which it is valid. `imported` are the names that earlier blocks
    have imported: they may be exported here, and not be declared again.
    """
    if not text.startswith(("import ", "export "), start):
        return None
    lexer = Lexer(text, start, expression=False)
    try:
        return _scan(lexer, text, start, imported)
    except ScanError as error:
        return error.problem


def _scan(lexer: Lexer, text: str, start: int, imported: Collection[str]) -> Esm | Problem:
    for _ in range(MOST_BLANK_LINES):
        stop = lexer.run()
        if lexer.open:
            return lexer.unclosed()
        value = text[start : lexer.offset]
        result = check.module(value, imported)
        if not isinstance(result, check.Flaw):
            return Esm(start, lexer.offset, value, result)
        if stop is Stop.END:
            break
        lexer.offset = WHITE_SPACE.match(text, lexer.offset).end()  # type: ignore[union-attr]  # always matches
    return Problem(
        rules.ESM, result.reason, start + result.start, start + result.end, at_end=stop is Stop.END
    )
