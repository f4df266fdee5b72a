"""Import and export declarations (ECMA-262, section 16.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidec.mdx.javascript import expressions, statements
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import STRICT_NAMES

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser
    from guidec.mdx.javascript.patterns import Names


def module(p: Parser) -> tuple[str, ...]:
    """Read declarations up to the end; give the names that the imports bind."""
    exports = _Exports()
    imported: list[str] = []
    while p.kind != "end":
        if p.is_word("import"):
            _import(p, imported)
        elif p.is_word("export"):
            _export(p, exports)
        else:
            p.unexpected("`import` or `export`")
    module_scope = p.scopes.open[0]
    for name, offset in exports.local.items():
        if name not in module_scope.lexical and name not in module_scope.variables:
            p.refuse(
                f"Unexpected export of `{name}`, expected a name that is declared here", offset, len(name)
            )
    return tuple(imported)


class _Exports:
    """The names of a module that are exported, and those of its own that are exported by name."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.local: dict[str, int] = {}

    def add(self, p: Parser, name: str, offset: int) -> None:
        if name in self.names:
            p.refuse(f"Unexpected second export `{name}`, expected one", offset, len(name))
        self.names.add(name)


def _import(p: Parser, imported: list[str]) -> None:
    p.next()
    if p.kind != "string":
        _bindings(p, imported)
        p.expect_word("from")
    _source(p)
    p.semicolon()


def _source(p: Parser) -> None:
    if p.kind != "string":
        p.unexpected("the module's name in quotes")
    p.next()


def _bindings(p: Parser, imported: list[str]) -> None:
    if p.kind == "word":
        _bind(p, imported)
        if not p.take(","):
            return
    if p.take("*"):
        p.expect_word("as")
        _bind(p, imported)
        return
    p.open("{")
    while p.value != "}":
        _specifier(p, imported)
        if not p.take(","):
            break
    p.close("}")


def _bind(p: Parser, imported: list[str]) -> None:
    name = p.binding_name()
    if not p.scopes.declare_lexical(name):
        p.refuse_declaration(name, p.previous_start)
    imported.append(name)


def _specifier(p: Parser, imported: list[str]) -> None:
    """Read `name`, `name as binding` or `"name" as binding`."""
    is_string = p.kind == "string"
    name, start = _export_name(p)
    if p.take_word("as"):
        _bind(p, imported)
        return
    if is_string or name in RESERVED_WORDS or name in STRICT_NAMES:
        p.unexpected("`as` and a name that may be declared")
    if not p.scopes.declare_lexical(name):
        p.refuse_declaration(name, start)
    imported.append(name)


def _export_name(p: Parser) -> tuple[str, int]:
    """Read a name as modules show it to others: any word, or a string."""
    if p.kind not in ("word", "string"):
        p.unexpected("a name")
    name, start = (p.value[1:-1] if p.kind == "string" else p.value), p.start
    p.next()
    return name, start


def _export(p: Parser, exports: _Exports) -> None:
    start = p.start
    p.next()
    if p.take("*"):
        if p.take_word("as"):
            exports.add(p, *_export_name(p))
        p.expect_word("from")
        _source(p)
        p.semicolon()
    elif p.is_word("default"):
        exports.add(p, "default", start)
        p.next()
        _default(p)
    elif p.kind == "punctuator" and p.value == "{":
        _specifiers(p, exports)
    else:
        for name, offset in _declaration(p):
            exports.add(p, name, offset)


def _specifiers(p: Parser, exports: _Exports) -> None:
    """Read `{name, name as other}`, of another module where `from` follows."""
    local: list[tuple[str, int]] = []
    unfit: list[tuple[str, int]] = []
    p.open("{")
    while p.value != "}":
        is_string = p.kind == "string"
        name, start = _export_name(p)
        (unfit if is_string or name in RESERVED_WORDS else local).append((name, start))
        exports.add(p, *(_export_name(p) if p.take_word("as") else (name, start)))
        if not p.take(","):
            break
    p.close("}")
    if p.take_word("from"):
        _source(p)
    elif unfit:
        p.unexpected(f"`from`, because `{unfit[0][0]}` is no name that can be declared")
    else:
        exports.local.update(local)
    p.semicolon()


def _default(p: Parser) -> None:
    """Read what stands behind `export default`."""
    is_async = p.is_word("async") and p.peek() == "function"
    if is_async:
        p.next()
    if p.is_word("function"):
        statements.function_declaration(p, is_async=is_async, is_default=True)
    elif p.is_word("class"):
        statements.class_declaration(p, is_default=True)
    else:
        expressions.assignment(p)
        p.semicolon()


def _declaration(p: Parser) -> Names:
    """Read the declaration behind `export`; give the names that it declares."""
    is_async = p.is_word("async") and p.peek() == "function"
    if is_async:
        p.next()
    if p.is_word("function"):
        return statements.function_declaration(p, is_async=is_async)
    if p.is_word("class"):
        return statements.class_declaration(p)
    if not (p.is_word("var") or p.is_word("let") or p.is_word("const")):
        p.unexpected("a declaration, `default`, `{` or `*`")
    names = statements.variables(p)
    p.semicolon()
    return names
