"""Expressions (ECMA-262, chapter 13).

Precedence does not matter to whether an expression is valid, but for `??` and `**`, so operators are read in a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import classes, functions, jsx, literals
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import (
    ARROW,
    MEMBER,
    NAME_IN_PARENTHESES,
    PRIVATE_MEMBER,
    STRICT_NAME,
    STRICT_NAMES,
    VALUE,
    Operand,
)

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser

_ASSIGNMENTS = frozenset(("=", "*=", "/=", "%=", "+=", "-=", "<<=", ">>=", ">>>=", "&=", "^=", "|=", "**=", "&&=", "||=", "??="))
_OPERATORS = frozenset(
    ("??", "||", "&&", "|", "^", "&", "==", "!=", "===", "!==", "<", ">", "<=", ">=", "<<", ">>", ">>>")
    + ("+", "-", "*", "/", "%", "**", "in", "instanceof")
)
_PREFIXES = frozenset(("!", "~", "+", "-", "++", "--", "delete", "void", "typeof", "await"))
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
    outer, p.allow_in = p.allow_in, True
    p.next()
    assignment(p)
    p.allow_in = outer
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
        if not p.is_word("in") or not p.allow_in:
            p.unexpected("`in`")
        operand = VALUE
    else:
        operand = unary(p, arrow=True)
    has_coalesce = has_logical = False
    while p.value in _OPERATORS and operand is not ARROW and (p.allow_in or p.value != "in"):
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
    """Read an operand with its prefixes, suffixes, members and calls; an arrow function only where `arrow` says so."""
    prefix = ""
    while p.value in _PREFIXES and p.kind in ("word", "punctuator"):
        if prefix in ("++", "--"):
            p.unexpected("a name or member")
        if p.value == "await" and not _may_await(p):
            break
        prefix = p.value
        p.next()
        if prefix == "await" and p.value == "<":
            p.unexpected("an expression in parentheses")
    operand = left_hand_side(p, arrow=arrow and not prefix)
    if operand is ARROW:
        return ARROW
    if prefix:
        _check_prefix(p, prefix, operand)
    if p.value in ("++", "--") and not p.newline_before and prefix not in ("++", "--"):
        if not operand.is_target:
            p.unexpected(_ASSIGNABLE)
        p.next()
        operand = VALUE
    if prefix and prefix not in ("++", "--") and p.value == "**":
        p.unexpected(f"parentheses around the operand with `{prefix}`")
    return VALUE if prefix else operand


def _may_await(p: Parser) -> bool:
    p.last_await = p.start
    return p.function.may_await


def _check_prefix(p: Parser, prefix: str, operand: Operand) -> None:
    """Refuse operands that a prefix operator cannot have in a module."""
    operand.settle()
    if prefix in ("++", "--") and not operand.is_target:
        p.unexpected(f"a name or member behind `{prefix}`")
    is_name = operand in (STRICT_NAME, NAME_IN_PARENTHESES) or (operand.names is not None and operand.is_target)
    if prefix == "delete" and (is_name or operand is PRIVATE_MEMBER):
        p.unexpected("a member to delete before it")


def left_hand_side(p: Parser, *, arrow: bool = False) -> Operand:
    """Read an operand with its members and calls."""
    operand = new(p) if p.is_word("new") else atom(p, arrow=arrow)
    return operand if operand is ARROW else _members(p, operand)


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
            _key(p)
            operand = MEMBER
        elif value == "(" and calls:
            operand.settle()
            arguments(p)
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


def _key(p: Parser) -> None:
    outer, p.allow_in = p.allow_in, True
    p.open("[")
    expression(p)
    p.allow_in = outer
    p.close("]")


def arguments(p: Parser) -> None:
    """Read the arguments of a call."""
    outer, p.allow_in = p.allow_in, True
    p.open("(")
    while p.value != ")":
        p.take("...")
        assignment(p)
        if not p.take(","):
            break
    p.allow_in = outer
    p.close(")")


def new(p: Parser) -> Operand:
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
        operand = atom(p)
    for _ in range(count):
        _members(p, operand, calls=False).settle()
        if p.value == "(":
            arguments(p)
        elif p.value == "?.":
            p.unexpected("`(`")
        operand = VALUE
    return operand


def atom(p: Parser, *, arrow: bool = False) -> Operand:
    """Read a name, a literal, a function, an element, or anything in brackets."""
    match p.kind:
        case "word":
            return _word(p, arrow=arrow)
        case "string" | "number":
            p.next()
            return VALUE
        case "punctuator":
            return _punctuator(p, arrow=arrow)
    p.unexpected("an expression")


def _punctuator(p: Parser, *, arrow: bool) -> Operand:
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
    p.unexpected("an expression")


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
    if name in STRICT_NAMES:
        if name == "arguments" and not p.function.has_arguments:
            p.refuse(f"Unexpected `{name}` in a class field or static block, expected another name", start, len(name))
        return STRICT_NAME
    return Operand(True, True, True, [(name, start)])


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
    p.unexpected("an expression")


def _super(p: Parser) -> Operand:
    p.next()
    is_allowed = {"(": p.function.has_super_call, ".": p.function.has_super_property, "[": p.function.has_super_property}
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
    assignment(p)
    p.close(")")
    return VALUE
