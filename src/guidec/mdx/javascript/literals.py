"""Arrays, objects, templates and regular expressions (ECMA-262, section 13.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions, functions, operands
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import VALUE, Operand
from guidec.mdx.javascript.regular_expression import REGULAR_EXPRESSION, find_flaw
from guidec.mdx.javascript.tokens import TEMPLATE
from guidec.mdx.problem import Problem, ScanError

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser


class Elements:
    """Gathers what the elements of an array, an object or a pair of parentheses make of it as a pattern."""

    def __init__(self) -> None:
        self.is_pattern = True
        self.names: list[tuple[str, int]] | None = []
        self.flaw: Problem | None = None
        self.is_simple = True
        """Whether all elements are plain names."""

    def add(self, element: Operand, *, is_rest: bool = False) -> None:
        """Take one element in, which with `is_rest` stands behind three dots."""
        self.flaw = self.flaw or element.flaw
        self.is_simple = self.is_simple and element.is_target and not is_rest
        may_stand = (element.is_target or element.is_pattern) if is_rest else element.is_element
        self.is_pattern = self.is_pattern and may_stand
        if self.names is None or element.names is None or not may_stand:
            self.names = None
        else:
            self.names.extend(element.names)

    def add_value(self) -> None:
        """Take in what no pattern can hold."""
        self.is_pattern, self.names = False, None

    def settle(self) -> None:
        """Refuse what only a pattern may hold."""
        if self.flaw:
            raise ScanError(self.flaw)

    def operand(self) -> Operand:
        """Give what the whole is."""
        if not self.is_pattern and self.names is None and not self.flaw:
            return VALUE
        return Operand(False, self.is_pattern, self.is_pattern, self.names, self.flaw)


def array(p: Parser) -> Operand:
    """Read an array, or an array pattern."""
    elements = Elements()
    p.open("[")
    while p.value != "]":
        if p.take(","):
            continue
        is_rest = p.take("...")
        elements.add(expressions.assignment(p, cover=True), is_rest=is_rest)
        if p.value != "]":
            p.expect(",")
            if is_rest:
                elements.add_value()
    p.close("]")
    return elements.operand()


def object_(p: Parser) -> Operand:
    """Read an object, or an object pattern."""
    elements = Elements()
    prototypes = 0
    p.open("{")
    while p.value != "}":
        if p.take("..."):
            rest = expressions.assignment(p, cover=True)
            elements.add(rest if rest.is_target else Operand(flaw=rest.flaw), is_rest=True)
            if p.value == ",":
                elements.add_value()
        else:
            start = p.start
            prototypes += _member(p, elements)
            if prototypes == 2 and not elements.flaw:
                reason = "Unexpected second `__proto__`, expected one"
                elements.flaw = Problem(p.rule, reason, start, start + 1)
        if not p.take(","):
            break
    p.close("}")
    return elements.operand()


def _member(p: Parser, elements: Elements) -> bool:
    """Read one member of an object; tell whether it sets `__proto__`."""
    kind, name, start = p.kind, p.value, p.start
    method = functions.method_start(p)
    if method is None and kind == "word" and p.value in (",", "}", "="):
        _shorthand(p, name, start, elements)
        return False
    if method is None and p.take(":"):
        elements.add(expressions.assignment(p, cover=True))
        return kind != "punctuator" and name.strip("\"'") == "__proto__"
    functions.method(p, method or functions.Method())
    elements.add_value()
    return False


def _shorthand(p: Parser, name: str, start: int, elements: Elements) -> None:
    """Take in `name`, or `name = default` as only a pattern may hold it."""
    if name in RESERVED_WORDS:
        p.refuse(f"Unexpected `{name}`, expected a name that is not reserved", start, len(name))
    elements.add(operands.reference(p, name, start))
    if p.value == "=":
        reason = "Unexpected `=` in an object, expected `:`"
        elements.flaw = elements.flaw or Problem(p.rule, reason, p.start, p.start + 1)
        p.next()
        expressions.assignment(p)


def template(p: Parser, *, tagged: bool = False) -> Operand:
    """Read a template from its first backtick to its last."""
    offset = p.end
    while True:
        end = TEMPLATE.match(p.text, offset).end()  # type: ignore[union-attr]  # always matches
        if not tagged:
            p.check_escapes(offset, end)
        offset = end + 2
        if p.text.startswith("`", end):
            p.resume(end + 1)
            return VALUE
        if not p.text.startswith("${", end):
            p.unclosed("template", "a closing backtick")
        offset = substitution(p, offset)


def substitution(p: Parser, start: int) -> int:
    """Read an expression that starts at `start` and its closing brace; give the offset behind it."""
    p.enter_bracket()
    p.resume(start)
    expressions.expression(p)
    if p.value != "}" or p.kind != "punctuator":
        p.unexpected("`}`")
    p.leave_bracket()
    return p.end


def regular_expression(p: Parser) -> Operand:
    """Read a regular expression, with its flags."""
    match = REGULAR_EXPRESSION.match(p.text, p.start)
    if match is None:
        p.unexpected("an expression")
    flaw = find_flaw(match["body"], match["flags"])
    if flaw:
        p.refuse(flaw, p.start, match.end() - p.start)
    p.resume(match.end())
    return VALUE
