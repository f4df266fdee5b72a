"""Names, literals, functions, with their members and calls (ECMA-262, sections 13.2 and 13.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import classes, expressions, functions, jsx, literals
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import (
    ARROW,
    MEMBER,
    PRIVATE_MEMBER,
    STRICT_NAME,
    STRICT_NAMES,
    VALUE,
    Operand,
)

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser


def operand(p: Parser, *, arrow: bool = False) -> Operand:
    """Read an operand with its members and calls."""
    first = _new(p) if p.is_word("new") else _atom(p, arrow=arrow)
    return first if first is ARROW else _members(p, first)


def _members(p: Parser, operand: Operand, *, calls: bool = True) -> Operand:
    """Read `.name`, `[key]`, `(arguments)` and templates behind an operand; within `new` no calls."""
    optional = False
    while p.kind == "punctuator":
        value = p.value
        if value == ".":
            p.next()
            operand = _member_name(p, operand)
        elif value == "[":
            operand.settle()
            p.open("[")
            expressions.expression(p)
            p.close("]")
            operand = MEMBER
        elif value == "(" and calls:
            operand.settle()
            _arguments(p)
            operand = VALUE
        elif value == "`" and not optional:
            operand.settle()
            literals.template(p, tagged=True)
            operand = VALUE
        elif value == "?." and calls:
            optional = True
            p.next()
            if p.value not in ("(", "["):
                operand = _member_name(p, operand)
        else:
            break
    return VALUE if optional else operand


def _member_name(p: Parser, operand: Operand) -> Operand:
    operand.settle()
    if p.kind == "private":
        classes.use_private_name(p)
        return PRIVATE_MEMBER
    if p.kind != "word":
        p.unexpected("the name of a member")
    p.next()
    return MEMBER


def _arguments(p: Parser) -> None:
    p.open("(")
    while p.value != ")":
        p.take("...")
        expressions.assignment(p)
        if not p.take(","):
            break
    p.close(")")


def _new(p: Parser) -> Operand:
    """Read `new` with what it makes, as often as it stands in a row, or `new.target`."""
    count = 0
    operand: Operand | None = None
    while operand is None and p.take_word("new"):
        if p.take("."):
            if not p.is_word("target") or not p.function.has_new_target:
                p.unexpected("`target`, in a function")
            p.next()
            operand = VALUE
        else:
            count += 1
    if operand is None:
        operand = _atom(p)
    for _ in range(count):
        _members(p, operand, calls=False).settle()
        if p.value == "(":
            _arguments(p)
        elif p.value == "?.":
            p.unexpected("`(`")
        operand = VALUE
    return operand


def _atom(p: Parser, *, arrow: bool = False) -> Operand:
    """Read a name, a literal, a function, an element, or anything in brackets."""
    if p.kind == "word":
        return _word(p, arrow=arrow)
    if p.kind in ("string", "number"):
        p.next()
        return VALUE
    match p.value:
        case "(":
            return functions.parentheses(p, arrow=arrow)
        case "[":
            return literals.array(p)
        case "{":
            return literals.object_(p)
        case "`":
            return literals.template(p)
        case "/" | "/=":
            return literals.regular_expression(p)
        case "<" | "<<" | "<=" | "<<=":
            return jsx.element(p)
    return p.unexpected("an expression")


def _word(p: Parser, *, arrow: bool) -> Operand:
    name, start = p.value, p.start
    if name in RESERVED_WORDS:
        return _keyword(p)
    is_async = name == "async" and not p.escaped
    p.next()
    if is_async and not p.newline_before:
        found = functions.behind_async(p, start, arrow=arrow)
        if found:
            return found
    if arrow and p.value == "=>" and not p.newline_before:
        return functions.arrow_function(p, [(name, start)], start, is_async=False)
    return reference(p, name, start)


def reference(p: Parser, name: str, start: int) -> Operand:
    """Give the operand that a plain name is."""
    if name == "arguments" and not p.function.has_arguments:
        p.refuse(
            "Unexpected `arguments` in a class field or static block, expected another name", start, len(name)
        )
    return STRICT_NAME if name in STRICT_NAMES else Operand(True, True, True, [(name, start)])


def _keyword(p: Parser) -> Operand:
    match "" if p.escaped else p.value:
        case "this" | "null" | "true" | "false":
            p.next()
            return VALUE
        case "function":
            return functions.function_expression(p)
        case "class":
            return classes.class_expression(p)
        case "super":
            return _super(p)
        case "import":
            return _import(p)
    return p.unexpected("an expression")


def _super(p: Parser) -> Operand:
    p.next()
    is_allowed = {
        "(": p.function.has_super_call,
        ".": p.function.has_super_property,
        "[": p.function.has_super_property,
    }
    if not is_allowed.get(p.value):
        p.unexpected("a call or member of `super`, in a method")
    return VALUE


def _import(p: Parser) -> Operand:
    """Read `import(source)` or `import.meta`."""
    p.next()
    if p.take("."):
        p.expect_word("meta")
        return VALUE
    p.open("(")
    expressions.assignment(p)
    p.close(")")
    return VALUE
