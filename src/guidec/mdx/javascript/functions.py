"""Functions, methods and arrow functions (ECMA-262, chapter 15)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions, literals, patterns, statements
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import ARROW, NAME_IN_PARENTHESES, STRICT_NAMES, VALUE
from guidec.mdx.javascript.scope import Function

if TYPE_CHECKING:
    from guidec.mdx.javascript.literals import Elements
    from guidec.mdx.javascript.parser import Operand, Parser
    from guidec.mdx.javascript.patterns import Names


@dataclass(frozen=True, slots=True)
class Method:
    """What stands before the name of a method."""

    accessor: str = ""
    """`get`, `set` or nothing."""
    is_async: bool = False
    is_generator: bool = False


def function_expression(p: Parser, *, is_async: bool = False) -> Operand:
    """Read a function from `function` on; its name binds nothing outside of it."""
    p.next()
    is_generator = p.take("*")
    if p.value != "(":
        p.binding_name()
    function(p, is_async=is_async, is_generator=is_generator)
    return VALUE


def function(p: Parser, *, is_async: bool, is_generator: bool) -> None:
    """Read the parameters and the body of a function."""
    parameters_and_body(
        p, Function(may_await=is_async, may_yield=is_generator, may_return=True, has_new_target=True)
    )


def parameters_and_body(p: Parser, surroundings: Function, accessor: str = "") -> None:
    """Read parameters and a body; a getter has no parameter, a setter one."""
    with p.inside(surroundings):
        names: Names = []
        is_simple = True
        count = 0
        start = p.start
        p.open("(")
        while p.value != ")":
            if accessor == "get" or (accessor == "set" and (count or p.value == "...")):
                p.unexpected("`)`")
            count += 1
            if p.take("..."):
                is_simple = False
                patterns.binding(p, names)
                break
            is_simple = not patterns.binding_with_default(p, names) and is_simple
            if not p.take(","):
                break
        if accessor == "set" and not count:
            p.unexpected("a parameter")
        p.close(")")
        _declare_parameters(p, names, start)
        body(p, is_simple=is_simple)


def _declare_parameters(p: Parser, names: Names, start: int) -> None:
    found = max(p.last_await, p.last_yield)
    if found >= start:
        p.refuse("Unexpected `await` or `yield` in parameters, expected neither", found, 5)
    seen = set()
    for name, offset in names:
        if name in seen:
            p.refuse(f"Unexpected second parameter `{name}`, expected another name", offset, len(name))
        seen.add(name)
        p.scopes.declare_variable(name)


def body(p: Parser, *, is_simple: bool) -> None:
    """Read the body of a function in braces."""
    p.open("{")
    while p.kind == "string":
        if not is_simple and p.value[1:-1] == "use strict":
            p.unexpected("no directive, because the parameters are not plain names")
        statements.statement(p, may_declare=True)
    statements.statements(p)
    p.close("}")


def behind_async(p: Parser, start: int, *, arrow: bool) -> Operand | None:
    """Read what makes `async` before this token, on the same line, more than a name."""
    if p.is_word("function"):
        return function_expression(p, is_async=True)
    if arrow and p.kind == "word" and p.value not in RESERVED_WORDS:
        name, offset = p.identifier(), p.previous_start
        if p.value != "=>" or p.newline_before:
            p.unexpected("`=>`")
        return arrow_function(p, [(name, offset)], start, is_async=True)
    if arrow and p.kind == "punctuator" and p.value == "(":
        gathered = _gather(p)
        if p.value == "=>" and not p.newline_before:
            return arrow_function(
                p, gathered.elements.names, start, is_async=True, is_simple=gathered.elements.is_simple
            )
        gathered.elements.settle()
        return VALUE
    return None


@dataclass(slots=True)
class _Gathered:
    """What stands in parentheses: parameters, arguments or an expression."""

    elements: Elements
    operand: Operand | None = None
    """The last expression."""
    count: int = 0
    not_expression: int | None = None
    """Where something stands that only parameters or arguments may hold: nothing, dots, or a comma at the end."""


def _gather(p: Parser) -> _Gathered:
    gathered = _Gathered(literals.Elements())
    p.open("(")
    gathered.not_expression = p.start if p.value == ")" else None
    while p.value != ")":
        is_rest = p.take("...")
        if is_rest:
            gathered.not_expression = p.previous_start
        gathered.operand = expressions.assignment(p, cover=True)
        gathered.elements.add(gathered.operand, is_rest=is_rest)
        gathered.count += 1
        if not p.take(","):
            break
        if is_rest:
            gathered.elements.add_value()
        if p.value == ")":
            gathered.not_expression = p.previous_start
    p.close(")")
    return gathered


def parentheses(p: Parser, *, arrow: bool) -> Operand:
    """Read an expression in parentheses, or an arrow function that starts with them."""
    start = p.start
    gathered = _gather(p)
    elements = gathered.elements
    if arrow and p.value == "=>" and not p.newline_before:
        return arrow_function(p, elements.names, start, is_async=False, is_simple=elements.is_simple)
    if gathered.not_expression is not None or gathered.operand is None:
        p.refuse("Unexpected parameters, expected an expression", gathered.not_expression or start, 1)
    elements.settle()
    if gathered.count > 1 or not gathered.operand.is_target:
        return VALUE
    return gathered.operand if gathered.operand.names is None else NAME_IN_PARENTHESES


def arrow_function(
    p: Parser, names: Names | None, start: int, *, is_async: bool, is_simple: bool = True
) -> Operand:
    """Read an arrow function whose parameters, from `start` on, have been read."""
    if names is None or not STRICT_NAMES.isdisjoint(name for name, _ in names):
        p.unexpected("parameters before it")
    found = max(p.last_await, p.last_yield)
    if found >= start:
        p.refuse("Unexpected `await` or `yield` in parameters, expected neither", found, 5)
    p.enter()
    with p.inside(p.function.arrow(is_async=is_async)):
        _declare_parameters(p, names, 0)
        p.next()
        if p.kind == "punctuator" and p.value == "{":
            body(p, is_simple=is_simple)
        else:
            expressions.assignment(p)
    p.leave()
    return ARROW


def method_start(p: Parser) -> Method | None:
    """Read the name of an object's member with what stands before it; None where nothing does."""
    if p.is_word("async"):
        p.next()
        if not _starts_name(p) and not (p.kind == "punctuator" and p.value == "*"):
            return None
        if p.newline_before:
            p.unexpected("the name of a method on the same line")
        is_generator = p.take("*")
        property_name(p)
        return Method(is_async=True, is_generator=is_generator)
    if p.is_word("get") or p.is_word("set"):
        accessor = p.value
        p.next()
        if not _starts_name(p):
            return None
        property_name(p)
        return Method(accessor=accessor)
    is_generator = p.take("*")
    property_name(p)
    return Method(is_generator=True) if is_generator else None


def _starts_name(p: Parser) -> bool:
    return p.kind in ("word", "string", "number") or (p.kind == "punctuator" and p.value == "[")


def property_name(p: Parser) -> None:
    """Read the name of a member of an object."""
    if p.kind == "punctuator" and p.value == "[":
        p.open("[")
        expressions.assignment(p)
        p.close("]")
    elif p.kind in ("word", "string", "number"):
        p.next()
    else:
        p.unexpected("a name")


def method(p: Parser, method: Method, *, has_super_call: bool = False) -> None:
    """Read the parameters and the body of a method."""
    surroundings = Function(
        may_await=method.is_async,
        may_yield=method.is_generator,
        may_return=True,
        has_new_target=True,
        has_super_property=True,
        has_super_call=has_super_call,
    )
    parameters_and_body(p, surroundings, method.accessor)
