"""What declarations and parameters bind: names and patterns (ECMA-262, section 14.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions, functions
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import STRICT_NAMES

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser

Names = list[tuple[str, int]]
"""Names that are being bound, and their offsets."""


def binding(p: Parser, names: Names) -> bool:
    """Read a name or pattern, add the names that it binds; tell whether it is a pattern."""
    if p.kind == "punctuator" and p.value == "[":
        _array(p, names)
        return True
    if p.kind == "punctuator" and p.value == "{":
        _object(p, names)
        return True
    names.append((p.binding_name(), p.previous_start))
    return False


def binding_with_default(p: Parser, names: Names) -> bool:
    """Read a name or pattern that may have a default; tell whether it is more than a name."""
    is_pattern = binding(p, names)
    if not p.take("="):
        return is_pattern
    expressions.assignment(p)
    return True


def _array(p: Parser, names: Names) -> None:
    p.open("[")
    while p.value != "]":
        if p.take(","):
            continue
        if p.take("..."):
            binding(p, names)
            break
        binding_with_default(p, names)
        if not p.take(","):
            break
    p.close("]")


def _object(p: Parser, names: Names) -> None:
    p.open("{")
    while p.value != "}":
        if p.take("..."):
            names.append((p.binding_name(), p.previous_start))
            break
        name, start, is_word = p.value, p.start, p.kind == "word"
        functions.property_name(p)
        if not is_word or p.value == ":":
            p.expect(":")
            binding_with_default(p, names)
        else:
            if name in RESERVED_WORDS or name in STRICT_NAMES:
                p.refuse(f"Unexpected `{name}`, expected a name that may be declared", start, len(name))
            names.append((name, start))
            if p.take("="):
                expressions.assignment(p)
        if not p.take(","):
            break
    p.close("}")


def declare(p: Parser, kind: str, names: Names) -> bool:
    """Read a name or pattern and declare it as `var`, `let` or `const` do; tell whether it is a pattern."""
    first = len(names)
    is_pattern = binding(p, names)
    for name, offset in names[first:]:
        if not (p.scopes.declare_variable(name) if kind == "var" else p.scopes.declare_lexical(name)):
            p.refuse_declaration(name, offset)
    return is_pattern
