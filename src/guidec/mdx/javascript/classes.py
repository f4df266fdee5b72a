"""Classes (ECMA-262, section 15.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions, functions, operands, statements
from guidec.mdx.javascript.parser import VALUE
from guidec.mdx.javascript.scope import ClassBody, Function

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Operand, Parser


def class_expression(p: Parser) -> Operand:
    """Read a class from `class` on; its name binds nothing outside of it."""
    p.next()
    if p.kind == "word" and not p.is_word("extends"):
        p.identifier()
    heritage_and_body(p)
    return VALUE


def heritage_and_body(p: Parser) -> None:
    """Read a class behind its name."""
    has_heritage = p.take_word("extends")
    if has_heritage:
        p.enter()
        operands.operand(p).settle()
        p.leave()
    p.classes.append(ClassBody())
    p.open("{")
    has_constructor = False
    while p.value != "}":
        if not p.take(";"):
            has_constructor |= _element(p, has_super_call=has_heritage, has_constructor=has_constructor)
    _leave(p)
    p.close("}")


def _leave(p: Parser) -> None:
    """Leave a class body: private names that it does not declare must be those of a class around it."""
    body = p.classes.pop()
    for name, offset in body.used.items():
        if name not in body.declared:
            if not p.classes:
                p.refuse(
                    f"Unexpected private name `{name}`, expected one that the class declares",
                    offset,
                    len(name),
                )
            p.classes[-1].used.setdefault(name, offset)


def use_private_name(p: Parser) -> None:
    """Step over a private name that is used."""
    if not p.classes:
        p.unexpected("a private name only in a class")
    p.classes[-1].used.setdefault(p.value, p.start)
    p.next()


def _element(p: Parser, *, has_super_call: bool, has_constructor: bool) -> bool:
    """Read one member; tell whether it is the constructor."""
    name = ""
    is_static = False
    if p.is_word("static"):
        p.next()
        if p.kind == "punctuator" and p.value == "{":
            _static_block(p)
            return False
        is_static = _starts_name(p) or p.value == "*"
        name = "" if is_static else "static"
    method, name = _modifiers(p, name)
    start, is_private = p.previous_end, False
    if not name:
        start, is_private = p.start, p.kind == "private"
        name = _name(p)
    is_method = p.value == "(" or method != functions.Method()
    is_constructor = name == "constructor" and not is_static and is_method
    if is_constructor and (has_constructor or method != functions.Method()):
        p.refuse("Unexpected constructor, expected one that is a plain method", start, len(name))
    if (
        (name == "constructor" and not is_method)
        or (name == "prototype" and is_static)
        or name == "#constructor"
    ):
        p.refuse(f"Unexpected member `{name}`, expected another name", start, len(name))
    if is_private and not p.classes[-1].declare(name, "static " * is_static + method.accessor):
        p.refuse(f"Unexpected second private name `{name}`, expected one", start, len(name))
    if is_method:
        functions.method(p, method, has_super_call=is_constructor and has_super_call)
    else:
        _field(p)
    return is_constructor


def _modifiers(p: Parser, name: str) -> tuple[functions.Method, str]:
    """Read `async`, `*`, `get` and `set`; any of the words may turn out to be the name."""
    is_async = False
    if not name and p.is_word("async"):
        p.next()
        is_async = (_starts_name(p) or p.value == "*") and not p.newline_before
        name = "" if is_async else "async"
    is_generator = not name and p.take("*")
    if name or is_async or is_generator or not (p.is_word("get") or p.is_word("set")):
        return functions.Method(is_async=is_async, is_generator=is_generator), name
    accessor = p.value
    p.next()
    return (functions.Method(accessor=accessor), "") if _starts_name(p) else (functions.Method(), accessor)


def _starts_name(p: Parser) -> bool:
    return p.kind in ("word", "string", "number", "private") or (p.kind == "punctuator" and p.value == "[")


def _name(p: Parser) -> str:
    """Read the name of a member; a computed one is `[`."""
    name = p.value[1:-1] if p.kind == "string" else p.value
    if p.kind == "private":
        p.next()
    else:
        functions.property_name(p)
    return name


def _field(p: Parser) -> None:
    if p.take("="):
        with p.inside(
            Function(may_await=False, has_new_target=True, has_super_property=True, has_arguments=False)
        ):
            expressions.assignment(p)
    p.semicolon()


def _static_block(p: Parser) -> None:
    with p.inside(
        Function(may_await=False, has_new_target=True, has_super_property=True, has_arguments=False)
    ):
        p.open("{")
        statements.statements(p)
        p.close("}")
