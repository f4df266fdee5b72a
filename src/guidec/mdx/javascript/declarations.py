"""Declarations: variables, functions and classes with their names (ECMA-262, chapters 14 and 15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import classes, expressions, functions, patterns

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser
    from guidec.mdx.javascript.patterns import Names


def declaration(p: Parser) -> None:
    """Read a declaration that stands where statements may stand."""
    match p.value:
        case "let" | "const":
            variable_statement(p)
        case "class":
            class_declaration(p)
        case "function":
            function_declaration(p)
        case _:
            p.next()
            function_declaration(p, is_async=True)


def variable_statement(p: Parser) -> None:
    """Read `var`, `let` or `const` with what it declares, and the semicolon."""
    variables(p)
    p.semicolon()


def variables(p: Parser) -> tuple[Names, list[tuple[str, int, int]]]:
    """Read declarations from `var`, `let` or `const` on, without the semicolon.

    Gives the names that they bind, and for each plain name with a value where the value starts and ends.
    """
    kind = p.value
    p.next()
    if kind == "let" and p.kind == "end" and p.start > p.previous_end:
        # The reference takes this `let` for a name, wrong whatever follows, because white space stands behind it.
        p.refuse("Unexpected end of line, expected a name", p.previous_start, len(kind))
    names: Names = []
    values: list[tuple[str, int, int]] = []
    while True:
        is_pattern = patterns.declare(p, kind, names)
        if p.take("="):
            start = p.start
            expressions.assignment(p)
            if not is_pattern:
                values.append((names[-1][0], start, p.previous_end))
        elif is_pattern or kind == "const":
            p.unexpected("`=`")
        if not p.take(","):
            return names, values


def function_declaration(p: Parser, *, is_async: bool = False, is_default: bool = False) -> Names:
    """Read a function from `function` on and declare its name, which a default export may lack."""
    p.next()
    is_generator = p.take("*")
    names: Names = []
    if not (is_default and p.value == "("):
        names.append((p.binding_name(), p.previous_start))
        if not p.scopes.declare_function(names[0][0]):
            p.refuse_declaration(*names[0])
    functions.function(p, is_async=is_async, is_generator=is_generator)
    return names


def class_declaration(p: Parser, *, is_default: bool = False) -> Names:
    """Read a class from `class` on and declare its name, which a default export may lack."""
    p.next()
    names: Names = []
    if not (is_default and (p.value == "{" or p.is_word("extends"))):
        names.append((p.binding_name(), p.previous_start))
        if not p.scopes.declare_lexical(names[0][0]):
            p.refuse_declaration(*names[0])
    classes.heritage_and_body(p)
    return names
