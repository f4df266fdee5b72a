"""Loops (ECMA-262, section 14.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions, patterns, statements
from guidec.mdx.javascript.scope import Label

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser
    from guidec.mdx.javascript.patterns import Names


def while_statement(p: Parser) -> None:
    """Read `while (condition) statement`."""
    p.next()
    statements.parenthesized(p)
    _body(p)


def do_statement(p: Parser) -> None:
    """Read `do statement while (condition)`."""
    p.next()
    _body(p)
    p.expect_word("while")
    statements.parenthesized(p)
    p.take(";")


def _body(p: Parser) -> None:
    p.function.labels.append(Label(None, is_loop=True))
    statements.statement(p)
    p.function.labels.pop()


def for_statement(p: Parser) -> None:
    """Read `for (initializer; test; update) statement`, or one over `in` or `of`."""
    p.next()
    is_await = p.is_word("await")
    if is_await:
        if not p.function.may_await:
            p.unexpected("`(`")
        p.last_await = p.start
        p.next()
    with p.block_scope():
        p.open("(")
        outer, p.head_depth = p.head_depth, p.depth
        may_iterate = _initializer(p, is_await=is_await)
        p.head_depth = outer
        if may_iterate and p.take_word("of"):
            expressions.assignment(p)
        elif may_iterate and not is_await and p.take_word("in"):
            expressions.expression(p)
        elif is_await:
            p.unexpected("`of`")
        else:
            _conditions(p)
        p.close(")")
        _body(p)


def _conditions(p: Parser) -> None:
    p.expect(";")
    if p.value != ";":
        expressions.expression(p)
    p.expect(";")
    if p.value != ")":
        expressions.expression(p)


def _initializer(p: Parser, *, is_await: bool) -> bool:
    """Read what stands before the first `;`, `of` or `in`; tell whether the latter two may follow."""
    if p.value == ";":
        return False
    if p.is_word("var") or p.is_word("let") or p.is_word("const"):
        return _declarations(p)
    is_async = p.is_word("async")
    operand = expressions.assignment(p, cover=True)
    if p.is_word("of") or p.is_word("in"):
        if not (operand.is_target or operand.is_pattern) or (
            is_async and operand.names and p.value == "of" and not is_await
        ):
            p.unexpected("a name or member before it")
        return True
    operand.settle()
    while p.take(","):
        expressions.assignment(p)
    return False


def _declarations(p: Parser) -> bool:
    """Read variables; where `of` or `in` follow, there is one, without a value."""
    kind = p.value
    p.next()
    names: Names = []
    count = 0
    while True:
        count += 1
        is_pattern = patterns.declare(p, kind, names)
        has_value = p.take("=")
        if has_value:
            expressions.assignment(p)
        elif p.is_word("of") or p.is_word("in"):
            return count == 1
        elif is_pattern or kind == "const":
            p.unexpected("`=`")
        if not p.take(","):
            return False
