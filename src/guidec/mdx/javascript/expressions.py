"""Expressions (ECMA-262, chapter 13).

Precedence does not matter to whether an expression is valid, but for `??` and `**`, so operators are read in a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import classes, operands
from guidec.mdx.javascript.parser import (
    ARROW,
    NAME_IN_PARENTHESES,
    PRIVATE_MEMBER,
    STRICT_NAME,
    VALUE,
    Operand,
)

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser

_ASSIGNMENTS = frozenset(
    ("=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", ">>>=", "&=", "^=", "|=", "**=", "&&=", "||=", "??=")
)
_BITWISE = frozenset(("|", "^", "&", "<<", ">>", ">>>"))
_COMPARISONS = frozenset(("==", "!=", "===", "!==", "<", ">", "<=", ">=", "in", "instanceof"))
_OPERATORS = _BITWISE | _COMPARISONS | {"??", "||", "&&", "+", "-", "*", "/", "%", "**"}
_PREFIXES = frozenset(("!", "~", "+", "-", "++", "--", "delete", "void", "typeof", "await"))
_UPDATES = frozenset(("++", "--"))
_AFTER_YIELD = frozenset((")", "]", "}", ",", ";", ":", "in", "of"))
_ASSIGNABLE = "a name or member to assign to before it"


def expression(p: Parser) -> Operand:
    """Read assignment expressions, separated by commas."""
    operand = assignment(p)
    while p.take(","):
        assignment(p)
        operand = VALUE
    return operand


def assignment(p: Parser, *, cover: bool = False) -> Operand:
    """Read an assignment expression; `cover` leaves its flaws to the caller, for whom it may yet become a pattern."""
    result: Operand | None = None
    while True:
        if p.is_word("yield") and p.function.may_yield:
            if not _yield_has_operand(p):
                return VALUE
            result = VALUE
            continue
        operand = _operators(p)
        if p.kind != "punctuator" or operand is ARROW:
            break
        if p.value == "?":
            operand.settle()
            _conditional(p)
            result = VALUE
        elif p.value in _ASSIGNMENTS:
            result = _assigned(p, operand) if result is None else _assigned(p, operand) and VALUE
        else:
            break
    if result is not None or not cover:
        operand.settle()
    return operand if result is None else result


def _assigned(p: Parser, target: Operand) -> Operand:
    """Step over an assignment operator; give what `target = value` is to a pattern around it."""
    is_plain = p.value == "="
    if not (target.is_target or (is_plain and target.is_pattern)):
        p.unexpected(_ASSIGNABLE)
    if not is_plain:
        target.settle()
    p.next()
    return Operand(is_element=True, names=target.names) if is_plain else VALUE


def _conditional(p: Parser) -> None:
    """Read from `?` up to and with `:`."""
    p.enter()
    outer, p.head_depth = p.head_depth, -1
    p.next()
    assignment(p)
    p.head_depth = outer
    p.leave()
    p.expect(":")


def _yield_has_operand(p: Parser) -> bool:
    """Step over `yield` or `yield *`."""
    p.last_yield = p.start
    p.next()
    if p.kind == "end" or p.newline_before or p.value in _AFTER_YIELD:
        return False
    p.take("*")
    return True


def _operators(p: Parser) -> Operand:
    """Read unary expressions with operators between them."""
    if p.kind == "private":
        classes.use_private_name(p)
        if not p.is_word("in") or p.depth == p.head_depth:
            p.unexpected("`in`")
        operand = VALUE
    else:
        operand = unary(p, arrow=True)
    has_coalesce = has_logical = False
    while p.value in _OPERATORS and operand is not ARROW and (p.value != "in" or p.depth != p.head_depth):
        operand.settle()
        has_coalesce |= p.value == "??"
        has_logical |= p.value in ("||", "&&")
        if has_coalesce and has_logical:
            p.unexpected("parentheses where `??` stands beside `||` or `&&`")
        p.next()
        unary(p).settle()
        operand = VALUE
    return operand


def unary(p: Parser, *, arrow: bool = False) -> Operand:
    """Read an operand with its prefixes and suffix; an arrow function only where `arrow` says so."""
    prefix = _prefixes(p)
    operand = operands.operand(p, arrow=arrow and not prefix)
    if operand is ARROW:
        return ARROW
    if prefix in _UPDATES:
        if not operand.is_target:
            p.unexpected(f"a name or member behind `{prefix}`")
        return VALUE
    if p.value in _UPDATES and not p.newline_before:
        if not operand.is_target:
            p.unexpected(_ASSIGNABLE)
        p.next()
        operand = VALUE
    if not prefix:
        return operand
    operand.settle()
    if prefix == "delete" and _is_name(operand):
        p.unexpected("a member to delete before it")
    if p.value == "**":
        p.unexpected(f"parentheses around the operand with `{prefix}`")
    return VALUE


def _prefixes(p: Parser) -> str:
    """Step over the operators before an operand; give the last one, or nothing."""
    prefix = ""
    while p.value in _PREFIXES and p.kind in ("word", "punctuator"):
        if prefix in _UPDATES:
            p.unexpected("a name or member")
        if p.value == "await":
            p.last_await = p.start
            if not p.function.may_await:
                break
        prefix = p.value
        p.next()
        if prefix == "await" and p.value == "<":
            p.unexpected("an expression in parentheses")
    return prefix


def _is_name(operand: Operand) -> bool:
    """Tell whether `delete` refuses an operand: a name, in parentheses or not, or a private member."""
    if operand in (STRICT_NAME, NAME_IN_PARENTHESES, PRIVATE_MEMBER):
        return True
    return operand.is_target and operand.names is not None
