"""Statements, as they stand in functions (ECMA-262, chapter 14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import declarations, expressions, loops, patterns
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.scope import Label

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser
    from guidec.mdx.javascript.patterns import Names

_LOOPS = frozenset(("for", "while", "do"))


def statements(p: Parser) -> None:
    """Read statements up to a closing brace or the end."""
    while p.value not in ("}", "case", "default") and p.kind != "end":
        statement(p, may_declare=True)


def statement(p: Parser, *, may_declare: bool = False) -> None:
    """Read one statement; with `may_declare` also what declares something in the block around it."""
    p.enter()
    is_declaration = p.value in ("let", "const", "function", "class") or (
        p.value == "async" and p.peek(same_line=True) == "function"
    )
    if p.kind == "word" and not p.escaped and is_declaration:
        if not may_declare:
            p.unexpected("a statement that is no declaration")
        declarations.declaration(p)
    elif p.kind in ("word", "punctuator") and not p.escaped:
        _statement(p)
    else:
        _expression(p)
    p.leave()


def _statement(p: Parser) -> None:
    match p.value:
        case "{":
            block(p)
        case ";":
            p.next()
        case "var":
            declarations.variable_statement(p)
        case "if":
            _if(p)
        case "for":
            loops.for_statement(p)
        case "while":
            loops.while_statement(p)
        case "do":
            loops.do_statement(p)
        case "switch":
            _switch(p)
        case "return":
            _return(p)
        case "break" | "continue":
            _jump(p)
        case "throw":
            _throw(p)
        case "try":
            _try(p)
        case "debugger":
            p.next()
            p.semicolon()
        case _:
            _expression(p)


def _expression(p: Parser) -> None:
    """Read an expression as a statement, or a label and what it stands before."""
    if p.kind == "word" and p.value not in RESERVED_WORDS and p.peek() == ":":
        _labelled(p)
    else:
        expressions.expression(p)
        p.semicolon()


def block(p: Parser) -> None:
    """Read a block in a scope of its own."""
    with p.block_scope():
        p.open("{")
        statements(p)
        p.close("}")


def _labelled(p: Parser) -> None:
    outer, level = len(p.function.labels), p.level
    while p.kind == "word" and p.value not in RESERVED_WORDS and p.peek() == ":":
        if any(label.name == p.value for label in p.function.labels):
            p.unexpected("a label that is not in use")
        p.function.labels.append(Label(p.value))
        p.enter()
        p.next()
        p.expect(":")
    for label in p.function.labels[outer:]:
        label.is_loop = p.value in _LOOPS
    statement(p)
    p.level = level
    del p.function.labels[outer:]


def _if(p: Parser) -> None:
    while p.take_word("if"):
        parenthesized(p)
        statement(p)
        if not p.take_word("else"):
            return
    statement(p)


def parenthesized(p: Parser) -> None:
    """Read an expression in parentheses."""
    p.open("(")
    expressions.expression(p)
    p.close(")")


def _switch(p: Parser) -> None:
    p.next()
    parenthesized(p)
    has_default = False
    p.function.labels.append(Label(None))
    with p.block_scope():
        p.open("{")
        while p.value != "}":
            if p.is_word("default") and not has_default:
                has_default = True
                p.next()
            else:
                p.expect_word("case")
                expressions.expression(p)
            p.expect(":")
            statements(p)
        p.close("}")
    p.function.labels.pop()


def _return(p: Parser) -> None:
    if not p.function.may_return:
        p.unexpected("`return` only in a function")
    p.next()
    if p.value not in (";", "}") and p.kind != "end" and not p.newline_before:
        expressions.expression(p)
    p.semicolon()


def _jump(p: Parser) -> None:
    """Read `break` or `continue`."""
    needs_loop = p.value == "continue"
    p.next()
    name = None
    start = p.start
    if p.kind == "word" and not p.newline_before:
        name = p.identifier("a label")
    if not any(label.name == name and (label.is_loop or not needs_loop) for label in p.function.labels):
        what = "a loop around it" if name is None else "a label around it"
        p.refuse(
            f"Unexpected `{'continue' if needs_loop else 'break'}`, expected {what}", start, len(name or "")
        )
    p.semicolon()


def _throw(p: Parser) -> None:
    p.next()
    if p.newline_before:
        p.unexpected("what to throw on the same line")
    expressions.expression(p)
    p.semicolon()


def _try(p: Parser) -> None:
    p.next()
    block(p)
    has_catch = p.take_word("catch")
    if has_catch:
        with p.block_scope() as scope:
            if p.value == "(":
                p.open("(")
                names: Names = []
                if not patterns.declare(p, "let", names):
                    scope.catch_parameter = names[0][0]
                p.close(")")
            p.open("{")
            statements(p)
            p.close("}")
    if p.take_word("finally"):
        block(p)
    elif not has_catch:
        p.unexpected("`catch` or `finally`")
