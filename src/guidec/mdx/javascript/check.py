"""Tells whether JavaScript is valid, by parsing it; nothing is run.

The grammar is tree-sitter's, which takes more than ECMAScript does; `early_errors` refuses the rest. Sources come from
the lexer: their brackets are balanced.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from tree_sitter import Node, Parser


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a source, and where in it."""

    reason: str
    start: int
    end: int


@cache
def _parser() -> Parser:
    import tree_sitter_javascript  # noqa: PLC0415 - most guides hold no JavaScript worth parsing
    from tree_sitter import Language, Parser  # noqa: PLC0415

    return Parser(Language(tree_sitter_javascript.language()))


def expression(source: str) -> Flaw | None:
    """Check a single expression, comments around it allowed."""
    return _check("(", source, ")")


def spread(source: str) -> Flaw | None:
    """Check what stands between the braces of `{...object}`."""
    return _check("({", source, "})")


def program(source: str) -> Flaw | None:
    """Check statements."""
    return _check("", source, "")


def module(source: str, imported: Collection[str]) -> tuple[str, ...] | Flaw:
    """Check import and export declarations, and give the names that the imports bind."""
    parsed = _parse("", source, "")
    if isinstance(parsed, Flaw):
        return parsed
    for node in parsed.named_children:
        if node.type not in ("import_statement", "export_statement", "comment"):
            return Flaw(f"Unexpected {node.type}, expected only `import` and `export`", 0, len(source))
    return ()


def _check(prefix: str, source: str, suffix: str) -> Flaw | None:
    parsed = _parse(prefix, source, suffix)
    return parsed if isinstance(parsed, Flaw) else None


def _parse(prefix: str, source: str, suffix: str) -> Node | Flaw:
    code = f"{prefix}{source}{suffix}".encode("utf-8", "replace")
    root = _parser().parse(code).root_node
    if root.has_error:
        start, end = _first_error(root)
        offset = len(code[:start].decode("utf-8", "ignore")) - len(prefix)
        place = min(max(offset, 0), len(source))
        return Flaw("Unexpected code, expected valid JavaScript", place, min(place + 1, len(source)))
    return root


def _first_error(root: Node) -> tuple[int, int]:
    node = root
    while not (node.is_error or node.is_missing):
        node = next(child for child in node.children if child.has_error or child.is_missing)
    return node.start_byte, node.end_byte
