"""What is declared and allowed where: scopes, functions, class bodies (ECMA-262, early errors)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_PARTNERS = {"get": "set", "set": "get", "static get": "static set", "static set": "static get"}


@dataclass(slots=True)
class Scope:
    """A block, a function or a module, and the names declared in it."""

    is_function: bool = False
    """Whether `var` stops here: true of functions, of static blocks and of the module."""
    is_module: bool = False
    lexical: set[str] = field(default_factory=set)
    variables: set[str] = field(default_factory=set)
    catch_parameter: str | None = None
    """The name of a plain `catch (name)`, which `var` may declare again."""


class Scopes:
    """The scopes that are open, innermost last."""

    def __init__(self, imported: Iterable[str] = ()) -> None:
        self.open = [Scope(is_function=True, is_module=True, variables=set(imported))]

    def declare_lexical(self, name: str) -> bool:
        """Declare `name` as `let`, `const`, `class` and `import` do; False where it cannot be."""
        scope = self.open[-1]
        if name in scope.lexical or name in scope.variables:
            return False
        scope.lexical.add(name)
        return True

    def declare_variable(self, name: str) -> bool:
        """Declare `name` as `var` and parameters do, in each scope up to the function; False where it cannot be."""
        for scope in reversed(self.open):
            if name in scope.lexical and name != scope.catch_parameter:
                return False
            scope.variables.add(name)
            if scope.is_function:
                break
        return True

    def declare_function(self, name: str) -> bool:
        """Declare a function statement: like `var` at the top of a function, else like `let`."""
        scope = self.open[-1]
        if scope.is_function and not scope.is_module:
            return self.declare_variable(name)
        return self.declare_lexical(name)


@dataclass(slots=True)
class Label:
    """A label, or the unnamed one of a loop or `switch`."""

    name: str | None
    is_loop: bool = False


@dataclass(slots=True)
class Function:
    """What may stand in the function, field or static block that is being read; the defaults are a module's."""

    may_await: bool = True
    may_yield: bool = False
    may_return: bool = False
    has_new_target: bool = False
    has_super_property: bool = False
    has_super_call: bool = False
    has_arguments: bool = True
    labels: list[Label] = field(default_factory=list)

    def arrow(self, *, is_async: bool) -> Function:
        """Give what may stand in an arrow function here."""
        return Function(
            may_await=is_async,
            may_return=True,
            has_new_target=self.has_new_target,
            has_super_property=self.has_super_property,
            has_super_call=self.has_super_call,
            has_arguments=self.has_arguments,
        )


@dataclass(slots=True)
class ClassBody:
    """The private names of a class: declared with their kind, and used before it is known whether they are declared."""

    declared: dict[str, str] = field(default_factory=dict)
    used: dict[str, int] = field(default_factory=dict)
    """Name to the offset of its first use."""

    def declare(self, name: str, kind: str) -> bool:
        """Declare a private name; a getter and a setter may share one. False where it is taken."""
        before = self.declared.get(name)
        if before is not None and _PARTNERS.get(before) != kind:
            return False
        self.declared[name] = kind if before is None else "both"
        return True
