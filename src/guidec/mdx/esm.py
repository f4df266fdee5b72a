"""A block of `import` and `export` declarations, up to the blank line that ends it. Knows nothing of Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.diagnostics.rules import mdx_syntax as rules
from guidec.mdx.javascript.parser import Parser
from guidec.mdx.problem import Problem, ScanError, too_deep

if TYPE_CHECKING:
    from collections.abc import Collection

MOST_BLANK_LINES = 64
"""How often a block may go on over a blank line outside of all brackets; each time it is read again."""


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
    # Most guides hold no JavaScript, and what recognises it takes 10 ms to import.
    from guidec.mdx.javascript.modules import Module, module

    past = start
    for _ in range(MOST_BLANK_LINES):
        p = Parser(text, start, rules.ESM, imported, past)
        found = Module()
        try:
            module(p, found)
        except ScanError as error:
            problem = error.problem
            if not problem.at_end or p.kind != "end" or p.start == len(text):
                return problem
            past = p.start
        except RecursionError:
            return too_deep(rules.ESM, start)
        else:
            names = tuple(item.local for item in found.imports)
            return Esm(start, p.start, text[start : p.start], names)
    return problem
