"""Import and export declarations (ECMA-262, section 16.2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from guidec.mdx.javascript import declarations, expressions
from guidec.mdx.javascript.characters import RESERVED_WORDS
from guidec.mdx.javascript.parser import STRICT_NAMES
from guidec.mdx.javascript.strings import unescape
from guidec.mdx.problem import Problem, ScanError

if TYPE_CHECKING:
    from guidec.mdx.javascript.parser import Parser
    from guidec.mdx.javascript.patterns import Names


@dataclass(frozen=True, slots=True)
class Import:
    """One name that an import declaration binds."""

    source: str
    """The module or file that it names."""
    local: str
    imported: str
    """The export's name: `default` and `*` for a default and a namespace import."""
    start: int
    """Where the declaration starts."""
    end: int
    """Where it ends."""


@dataclass(frozen=True, slots=True)
class Constant:
    """One plain name that `export const` binds, and where its value stands."""

    name: str
    start: int
    end: int


@dataclass(slots=True)
class Module:
    """What a module declares, as far as it has been read."""

    imports: list[Import] = field(default_factory=list)
    constants: list[Constant] = field(default_factory=list)


def module(p: Parser, found: Module) -> None:
    """Read declarations up to the end."""
    exports = _Exports()
    while p.kind != "end":
        if p.is_word("import"):
            _import(p, found)
        elif p.is_word("export"):
            _export(p, exports, found)
        else:
            p.unexpected("`import` or `export`")
    module_scope = p.scopes.open[0]
    for name, offset in exports.local.items():
        if name not in module_scope.lexical and name not in module_scope.variables:
            reason = f"Unexpected export of `{name}`, expected a name that is declared here"
            raise ScanError(Problem(p.rule, reason, offset, offset + len(name), at_end=True))


class _Exports:
    """The names of a module that are exported, and those of its own that are exported by name."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.local: dict[str, int] = {}

    def add(self, p: Parser, name: str, offset: int) -> None:
        if name in self.names:
            p.refuse(f"Unexpected second export `{name}`, expected one", offset, len(name))
        self.names.add(name)


def _import(p: Parser, found: Module) -> None:
    start = p.start
    names: list[tuple[str, str]] = []
    p.next()
    if p.kind != "string":
        _bindings(p, names)
        p.expect_word("from")
    source = _source(p)
    p.semicolon()
    found.imports += (Import(source, local, imported, start, p.previous_end) for local, imported in names)


def _source(p: Parser) -> str:
    """Read the name of a module."""
    if p.kind != "string":
        p.unexpected("the module's name in quotes")
    source = unescape(p.value[1:-1])
    p.next()
    return source


def _bindings(p: Parser, names: list[tuple[str, str]]) -> None:
    """Read what stands before `from`; add each local name with the name that it is imported by."""
    if p.kind == "word":
        names.append((_bind(p), "default"))
        if not p.take(","):
            return
    if p.take("*"):
        p.expect_word("as")
        names.append((_bind(p), "*"))
        return
    p.open("{")
    while p.value != "}":
        names.append(_specifier(p))
        if not p.take(","):
            break
    p.close("}")


def _bind(p: Parser) -> str:
    name = p.binding_name()
    if not p.scopes.declare_lexical(name):
        p.refuse_declaration(name, p.previous_start)
    return name


def _specifier(p: Parser) -> tuple[str, str]:
    """Read `name`, `name as local` or `"name" as local`."""
    is_string = p.kind == "string"
    name, start = _export_name(p)
    if p.take_word("as"):
        return _bind(p), name
    if is_string or name in RESERVED_WORDS or name in STRICT_NAMES:
        p.unexpected("`as` and a name that may be declared")
    if not p.scopes.declare_lexical(name):
        p.refuse_declaration(name, start)
    return name, name


def _export_name(p: Parser) -> tuple[str, int]:
    """Read a name as modules show it to others: any word, or a string."""
    if p.kind not in ("word", "string"):
        p.unexpected("a name")
    name, start = (unescape(p.value[1:-1]) if p.kind == "string" else p.value), p.start
    if "\ufffd" in name and "\ufffd" not in p.value:
        p.unexpected("a name without half a surrogate pair")
    p.next()
    return name, start


def _export(p: Parser, exports: _Exports, found: Module) -> None:
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
        for name, offset in _declaration(p, found):
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
    is_async = p.is_word("async") and p.peek(same_line=True) == "function"
    if is_async:
        p.next()
    if p.is_word("function"):
        declarations.function_declaration(p, is_async=is_async, is_default=True)
    elif p.is_word("class"):
        declarations.class_declaration(p, is_default=True)
    else:
        expressions.assignment(p)
        p.semicolon()


def _declaration(p: Parser, found: Module) -> Names:
    """Read the declaration behind `export`; give the names that it declares."""
    is_async = p.is_word("async") and p.peek(same_line=True) == "function"
    if is_async:
        p.next()
    if p.is_word("function"):
        return declarations.function_declaration(p, is_async=is_async)
    if p.is_word("class"):
        return declarations.class_declaration(p)
    if not (p.is_word("var") or p.is_word("let") or p.is_word("const")):
        p.unexpected("a declaration, `default`, `{` or `*`")
    is_constant = p.is_word("const")
    names, values = declarations.variables(p)
    p.semicolon()
    if is_constant:
        found.constants += (Constant(*value) for value in values)
    return names
